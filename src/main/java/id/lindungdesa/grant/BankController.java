package id.lindungdesa.grant;

import id.lindungdesa.grant.BankCredits.Matched;
import id.lindungdesa.grant.BankLedger.Credit;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where the bank reports what it credited. */
@RestController
class BankController {

    private static final int LONGEST = 100;

    private final BankCredits credits;

    BankController(BankCredits credits) {
        this.credits = credits;
    }

    /** Rupiah are whole; the value date is the day the money counts as there. */
    record CreditReport(String reference, String account, Long rupiah, LocalDate valueDate) {

        Credit credit() {
            List<Finding> findings = new ArrayList<>();
            require(reference, "reference", "Nomor referensi", findings);
            require(account, "account", "Nomor rekening", findings);
            if (rupiah == null || rupiah <= 0) {
                findings.add(Finding.at("/rupiah", "rupiah", "AMOUNT_INVALID", "Jumlah harus rupiah bulat lebih dari nol."));
            }
            if (valueDate == null) {
                findings.add(Finding.at("/valueDate", "valueDate", "FIELD_REQUIRED", "Tanggal valuta wajib diisi."));
            }
            if (!findings.isEmpty()) {
                throw Refusal.invalid("INVALID", "Laporan kredit belum lengkap.", findings);
            }
            return new Credit(reference.strip(), account.strip(), Rupiah.of(rupiah), valueDate);
        }

        private static void require(String text, String field, String name, List<Finding> findings) {
            if (text == null || text.isBlank() || text.length() > LONGEST) {
                findings.add(Finding.at("/" + field, field, "FIELD_REQUIRED",
                        "%s wajib diisi (paling banyak %d huruf).".formatted(name, LONGEST)));
            }
        }
    }

    record CreditAnswer(UUID id, String status, String reference, long rupiah, LocalDate valueDate) {}

    @PostMapping("/api/bank/credits")
    @OpenTo(Role.BANK)
    ResponseEntity<CreditAnswer> report(@RequestBody CreditReport report) {
        Matched matched = credits.report(report.credit());
        Credit credit = matched.credit();
        return ResponseEntity.status(matched.isNew() ? HttpStatus.CREATED : HttpStatus.OK).body(new CreditAnswer(matched.id(),
                "MATCHED", credit.reference(), credit.rupiah().amount(), credit.valueDate()));
    }
}
