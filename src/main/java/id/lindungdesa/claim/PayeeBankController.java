package id.lindungdesa.claim;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the bank's machine tells about the accounts of those who are paid. */
@RestController
class PayeeBankController {

    private static final int LONGEST = 200;

    private final AccountDesk accounts;
    private final BankReports reports;

    PayeeBankController(AccountDesk accounts, BankReports reports) {
        this.accounts = accounts;
        this.reports = reports;
    }

    @Schema(description = "Who holds the account of a claim's payee. The account itself or the SHA-256 (hexadecimal) of its letters and digits.")
    record HolderReport(String claim, Integer payee, String account, String accountHash,
                        @Schema(description = "the holder's name in the bank's books") String holder, OffsetDateTime at) {

        HolderReport checked() {
            List<Finding> faults = new ArrayList<>();
            need(claim != null && !claim.isBlank(), "claim", "Nomor klaim wajib diisi.", faults);
            need(payee != null, "payee", "Nomor urut penerima wajib diisi.", faults);
            need(account != null || accountHash != null, "account", "Nomor rekening atau SHA-256-nya wajib diisi.", faults);
            need(holder != null && !holder.isBlank(), "holder", "Nama pemilik rekening wajib diisi.", faults);
            if (!faults.isEmpty()) {
                throw Refusal.invalid("INVALID", "Jawaban pemeriksaan rekening belum lengkap.", faults);
            }
            return this;
        }
    }

    @Schema(description = "state: MATCHED, DIFFERENT (people decide), ACCEPTED")
    record HolderAnswer(UUID id, String claim, int payee, String state) {}

    @Operation(summary = "Accounts whose holder the bank is asked for", description = """
            Payees of claims under decision whose account nobody has checked yet: number of the claim, place of the payee,
            account. No name: the bank answers from its own books.""")
    @GetMapping("/api/bank/account-checks")
    @OpenTo(Role.BANK)
    List<AccountDesk.Question> questions() {
        return accounts.questions();
    }

    @Operation(summary = "Who holds an account", description = """
            Compared with the receiver's name in the claim, without regard to capitals, full stops, Haji and degrees. Equal
            names let the payment pass; another name opens a task for the claim officer. 201 for a new answer, 200 for one
            that is known; 422 CLAIM_UNKNOWN, PAYEE_UNKNOWN, ACCOUNT_MISMATCH.""")
    @PostMapping("/api/bank/account-checks")
    @OpenTo(Role.BANK)
    ResponseEntity<HolderAnswer> holder(@RequestBody HolderReport body) {
        HolderReport report = body.checked();
        AccountDesk.Answered answered = accounts.bankAnswers(report.claim().strip(), report.payee(), report.account(),
                report.accountHash(), report.holder());
        return ResponseEntity.status(answered.isNew() ? HttpStatus.CREATED : HttpStatus.OK).body(new HolderAnswer(
                answered.check().id(), report.claim().strip(), answered.check().payee(), answered.check().state().name()));
    }

    @Schema(description = "A transfer to a payee that came back, by the reference under which it was ordered.")
    record ReturnReport(String reference, Long rupiah, String reason, LocalDate valueDate) {}

    @Schema(description = "Money that a payee repaid: correction is the number in the letter to him, reference the bank's own.")
    record RepaymentReport(String correction, String reference, Long rupiah, LocalDate valueDate) {}

    @Schema(description = "correction: the number under which the branch puts the payment right.")
    record ReportAnswer(UUID id, String status, String correction) {}

    @Operation(summary = "A transfer to a payee came back", description = """
            Opens a correction: the money moves to the insurer's returned funds, the account is corrected, and it is paid again.
            201 for a new report, 200 for the same again. Mismatches: 422 UNKNOWN_REFERENCE, AMOUNT_MISMATCH,
            VALUE_DATE_IN_FUTURE; 409 NOT_EXPECTED_YET, ALREADY_RETURNED, RECOVERY_OPEN, ALREADY_RECOVERED.""")
    @PostMapping("/api/bank/returns")
    @OpenTo(Role.BANK)
    ResponseEntity<ReportAnswer> returned(@RequestBody ReturnReport body) {
        List<Finding> faults = faults(body.reference(), body.rupiah(), body.valueDate());
        need(isText(body.reason()), "reason", "Alasan pengembalian wajib diisi.", faults);
        refuse(faults);
        return answer(reports.returned(body.reference().strip(), Rupiah.of(body.rupiah()), body.reason().strip(), body.valueDate()), "RETURNED");
    }

    @Operation(summary = "A payee repaid an overpayment, whole or in part", description = """
            201 for a new report, 200 for the same again. Mismatches: 422 UNKNOWN_REFERENCE, AMOUNT_MISMATCH (more than is
            left), VALUE_DATE_IN_FUTURE; 409 NOT_EXPECTED, ALREADY_REPORTED.""")
    @PostMapping("/api/bank/repayments")
    @OpenTo(Role.BANK)
    ResponseEntity<ReportAnswer> repaid(@RequestBody RepaymentReport body) {
        List<Finding> faults = faults(body.reference(), body.rupiah(), body.valueDate());
        need(isText(body.correction()), "correction", "Nomor penagihan wajib diisi.", faults);
        refuse(faults);
        return answer(reports.repaid(body.correction().strip(), body.reference().strip(), Rupiah.of(body.rupiah()), body.valueDate()), "REPAID");
    }

    private static ResponseEntity<ReportAnswer> answer(BankReports.Reported reported, String status) {
        return ResponseEntity.status(reported.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new ReportAnswer(reported.id(), status, reported.number()));
    }

    private static List<Finding> faults(String reference, Long rupiah, LocalDate valueDate) {
        List<Finding> faults = new ArrayList<>();
        need(isText(reference), "reference", "Nomor referensi wajib diisi (paling banyak %d huruf).".formatted(LONGEST), faults);
        need(rupiah != null && rupiah > 0, "rupiah", "Jumlah harus rupiah bulat lebih dari nol.", faults);
        need(valueDate != null, "valueDate", "Tanggal valuta wajib diisi.", faults);
        return faults;
    }

    private static void refuse(List<Finding> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid("INVALID", "Laporan bank belum lengkap.", faults);
        }
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST;
    }

    private static void need(boolean holds, String field, String message, List<Finding> faults) {
        if (!holds) {
            faults.add(Finding.at("/" + field, field, "FIELD_INVALID", message));
        }
    }
}
