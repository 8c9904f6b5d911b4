package id.lindungdesa.scholarship;

import id.lindungdesa.claim.Debts;
import id.lindungdesa.identity.Official;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.scholarship.Changes.Repayment;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What guardians repay of scholarships that were paid beyond their end, by the number of the report. */
@Component
class ScholarshipDebts implements Debts {

    private final Changes changes;
    private final ChangeSteps changeSteps;
    private final ChangeReview review;
    private final Scholarships children;
    private final YearSteps steps;
    private final ScholarshipProcess process;
    private final Ledger ledger;

    ScholarshipDebts(Changes changes, ChangeSteps changeSteps, ChangeReview review, Scholarships children, YearSteps steps,
            ScholarshipProcess process, Ledger ledger) {
        this.changes = changes;
        this.changeSteps = changeSteps;
        this.review = review;
        this.children = children;
        this.steps = steps;
        this.process = process;
        this.ledger = ledger;
    }

    @Override
    public Optional<Answer> repaid(String number, String reference, Rupiah rupiah, LocalDate valueDate, Official bank) {
        return changes.byNumber(number).map(known -> {
            Scholarship child = children.lock(known.scholarshipId());
            return booked(child, changes.get(known.id()), new Repayment(known.id(), reference, rupiah, valueDate), bank);
        });
    }

    private Answer booked(Scholarship child, ScholarshipChange change, Repayment repayment, Official bank) {
        Optional<Repayment> before = changes.repayment(repayment.reference());
        if (before.isPresent()) {
            return before.get().equals(repayment) ? fits(change, false) : mismatch(null, Refusal.conflict("ALREADY_REPORTED",
                    "Pengembalian dengan nomor referensi ini sudah dilaporkan dengan isi lain."));
        }
        if (change.state() != ChangeState.DEMANDED) {
            return mismatch(null, Refusal.conflict("NOT_EXPECTED", "Laporan %s tidak sedang ditagih.".formatted(change.number())));
        }
        Rupiah left = review.outstanding(change);
        if (left.isLessThan(repayment.rupiah())) {
            return mismatch(left, Refusal.invalid("AMOUNT_MISMATCH",
                    "Pengembalian %s melebihi sisa tagihan %s.".formatted(repayment.rupiah(), left)));
        }
        changes.add(repayment, bank.user(), steps.instant());
        ledger.post(Transfer.of("SCHOLARSHIP_BEYOND_END_REPAID", Account.scholarshipOverpaid(child.id()), Account.insurerBenefit(child.programme()),
                repayment.rupiah(), change.number(), change.end().legalBasis(), steps.instant(), change.id(), repayment.reference()));
        if (left.equals(repayment.rupiah())) {
            changeSteps.done(change, change.repaid(), ChangeStep.REPAY, "Lunas", null, bank);
            process.repaid(change.id());
        } else {
            changeSteps.record(change, ChangeStep.REPAY, "Dikembalikan " + repayment.rupiah(), null, bank);
        }
        return fits(change, true);
    }

    private static Answer fits(ScholarshipChange change, boolean isNew) {
        return new Answer(new Repaid(change.id(), change.number(), isNew), null, null);
    }

    private static Answer mismatch(Rupiah expected, Refusal refusal) {
        return new Answer(null, refusal, expected);
    }
}
