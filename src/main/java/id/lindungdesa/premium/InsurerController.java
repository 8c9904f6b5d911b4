package id.lindungdesa.premium;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The insurer's machine: premiums that it has received. */
@RestController
class InsurerController {

    private final Confirmations confirmations;

    InsurerController(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    record Confirmed(String billingCode, Long rupiah, OffsetDateTime paidAt, String coverFrom, Integer months) {

        Confirmations.Confirmation checked() {
            List<Finding> faults = new ArrayList<>();
            need(billingCode != null && !billingCode.isBlank() && billingCode.length() <= 40, "billingCode", "Kode iuran wajib diisi.", faults);
            need(rupiah != null && rupiah > 0, "rupiah", "Jumlah harus rupiah bulat lebih dari 0.", faults);
            need(paidAt != null, "paidAt", "Waktu pembayaran wajib diisi, misalnya 2022-10-10T10:00:00+07:00.", faults);
            YearMonth first = QuoteController.month(coverFrom);
            need(first != null, "coverFrom", "Bulan mulai ditulis TTTT-BB, misalnya 2022-10.", faults);
            need(months != null && months >= 1, "months", "Jumlah bulan paling sedikit 1.", faults);
            if (!faults.isEmpty()) {
                throw Refusal.invalid("CONFIRMATION_INVALID", "Konfirmasi belum lengkap.", faults);
            }
            return new Confirmations.Confirmation(billingCode.strip(), rupiah, paidAt.toInstant(), first, months);
        }

        private static void need(boolean holds, String field, String message, List<Finding> faults) {
            if (!holds) {
                faults.add(Finding.at("/" + field, field, "FIELD_INVALID", message));
            }
        }
    }

    /** {@code coverFrom} is the first day on which anybody of the bill is covered, {@code coverThrough} the last day of all. */
    record CoverBegun(UUID id, String billingCode, int workers, LocalDate coverFrom, LocalDate coverThrough) {}

    @PostMapping("/api/insurer/confirmations")
    @OpenTo(Role.INSURER)
    ResponseEntity<CoverBegun> confirm(@RequestBody Confirmed body) {
        Confirmations.Accepted accepted = confirmations.accept(body.checked());
        return ResponseEntity.status(accepted.fresh() ? HttpStatus.CREATED : HttpStatus.OK).body(new CoverBegun(accepted.id(),
                accepted.billingCode(), accepted.workers(), accepted.coverFrom(), accepted.coverThrough()));
    }
}
