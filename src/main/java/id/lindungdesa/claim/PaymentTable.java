package id.lindungdesa.claim;

import id.lindungdesa.workflow.CaseSheets.Table;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who is to be paid how much into which account, and whom the bank names as its holder. For those who pay. */
@Component
class PaymentTable {

    static final String TITLE = "Pembayaran";

    private final Payees payees;
    private final AccountChecks checks;

    PaymentTable(Payees payees, AccountChecks checks) {
        this.payees = payees;
        this.checks = checks;
    }

    Table of(UUID claimId) {
        return of(claimId, payees.unpaid(claimId));
    }

    /** The same for what is paid apart from the claim itself. */
    Table ofLines(UUID claimId, List<Benefits.Line> lines) {
        return of(claimId, payees.of(claimId, lines));
    }

    private Table of(UUID claimId, List<Payee> unpaid) {
        return new Table(TITLE, List.of("No.", "Penerima", "Atas nama", "Rekening", "Menurut bank", "Jumlah (Rp)"),
                unpaid.stream().map(payee -> List.<Object>of(payee.place(), payee.entitled(), payee.receiver(),
                        payee.account() == null ? "belum ada" : payee.account(), bank(claimId, payee), payee.rupiah().amount())).toList(),
                Arrays.asList("Jumlah", null, null, null, null, unpaid.stream().mapToLong(payee -> payee.rupiah().amount()).sum()));
    }

    private String bank(UUID claimId, Payee payee) {
        if (!payee.isPerson()) {
            return "tidak diperiksa";
        }
        return payee.account() == null ? "" : checks.latest(claimId, payee.place(), payee.account())
                .map(check -> "%s (%s)".formatted(check.holder(), check.state().label())).orElse("belum dijawab");
    }
}
