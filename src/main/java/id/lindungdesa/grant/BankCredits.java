package id.lindungdesa.grant;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.grant.BankLedger.Credit;
import id.lindungdesa.grant.BankLedger.Received;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the bank reports as credited, held against what we expect: a run's money on the regency's account, or a
 * forwarding on a village's. What does not fit is refused by name and kept, so that somebody can ask the bank.
 */
@Service
class BankCredits {

    /** A credit that fits, new or reported before. */
    record Matched(UUID id, Credit credit, boolean isNew) {}

    /** What a credit turned out to be: one that fits, or why not and what was expected (null where nothing is). */
    private record Answer(Matched matched, Refusal refusal, Rupiah expected) {

        static Answer fits(UUID id, Credit credit, boolean isNew) {
            return new Answer(new Matched(id, credit, isNew), null, null);
        }

        static Answer mismatch(Rupiah expected, Refusal refusal) {
            return new Answer(null, refusal, expected);
        }
    }

    private final BankLedger received;
    private final PaymentRuns runs;
    private final Disbursements disbursements;
    private final RegencyPayments payments;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final TransactionTemplate together;
    private final TransactionTemplate apart;

    BankCredits(BankLedger received, PaymentRuns runs, Disbursements disbursements, RegencyPayments payments,
            CurrentUser currentUser, Clock clock, PlatformTransactionManager transactions) {
        this.received = received;
        this.runs = runs;
        this.disbursements = disbursements;
        this.payments = payments;
        this.currentUser = currentUser;
        this.clock = clock;
        this.together = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Takes a credit. The very same one again is answered as the first time and moves nothing.
     *
     * @throws Refusal UNKNOWN_REFERENCE, AMOUNT_MISMATCH, VALUE_DATE_IN_FUTURE; NOT_EXPECTED_YET before its SP2D,
     *     NOT_EXPECTED for a run that was returned, ALREADY_CREDITED for a second, different credit
     */
    Matched report(Credit credit) {
        Official bank = currentUser.require(Role.BANK);
        if (credit.valueDate().isAfter(LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA))) {
            throw Refusal.invalid("VALUE_DATE_IN_FUTURE", "Tanggal valuta belum tiba.");
        }
        Answer answer = together.execute(status -> match(credit, bank.user()));
        if (answer.refusal() != null) {
            // apart, since the refusal undoes the request's own transaction, where it came with an Idempotency-Key
            apart.executeWithoutResult(status -> received.addMismatch(credit, answer.refusal().code(), answer.expected(),
                    bank.user(), clock.instant()));
            throw answer.refusal();
        }
        return answer.matched();
    }

    private Answer match(Credit credit, String by) {
        Optional<PaymentRun> run = runs.byReferenceLocked(credit.reference());
        if (run.isPresent()) {
            return forRun(run.get(), credit, by);
        }
        Optional<Disbursement> line = disbursements.byForwardingReferenceLocked(credit.reference());
        return line.isPresent() ? forLine(line.get(), credit, by) : Answer.mismatch(null, Refusal.invalid(
                "UNKNOWN_REFERENCE", "Nomor referensi tidak dikenal; periksa kembali nomor pada SP2D atau penerusan."));
    }

    private Answer forRun(PaymentRun run, Credit credit, String by) {
        if (run.state() == PaymentRun.State.RETURNED) {
            return Answer.mismatch(null, Refusal.conflict("NOT_EXPECTED",
                    "Pencairan %s sudah dikembalikan; tidak ada kredit yang ditunggu.".formatted(run.reference())));
        }
        Rupiah expected = disbursements.of(run).stream().map(Disbursement::rupiah).reduce(Rupiah.ZERO, Rupiah::plus);
        boolean due = run.state().compareTo(PaymentRun.State.AWAITING_CREDIT) >= 0;
        return faulty(credit, due, expected).orElseGet(() -> {
            UUID id = received.add(credit, run.id(), null, by, clock.instant());
            payments.credited(run, credit.valueDate());
            return Answer.fits(id, credit, true);
        });
    }

    /** Evidence for the treasurer, who confirms by himself: the receipt, not this, moves the money in the books. */
    private Answer forLine(Disbursement line, Credit credit, String by) {
        boolean due = line.state().compareTo(Disbursement.State.AT_REGENCY) >= 0;
        return faulty(credit, due, line.rupiah()).orElseGet(() ->
                Answer.fits(received.add(credit, null, line.id(), by, clock.instant()), credit, true));
    }

    /** The answer to a credit that is no new, fitting one: it came before, too early, in another amount, or twice. */
    private Optional<Answer> faulty(Credit credit, boolean due, Rupiah expected) {
        Optional<Received> before = received.byReference(credit.reference());
        if (before.isPresent() && before.get().credit().equals(credit)) {
            return Optional.of(Answer.fits(before.get().id(), credit, false));
        }
        if (!due) {
            return Optional.of(Answer.mismatch(expected, Refusal.conflict("NOT_EXPECTED_YET",
                    "Kredit ini belum boleh terjadi: SP2D pencairannya belum terbit atau dananya belum sampai.")));
        }
        if (!credit.rupiah().equals(expected)) {
            return Optional.of(Answer.mismatch(expected, Refusal.invalid("AMOUNT_MISMATCH",
                    "Jumlah kredit %s tidak sesuai; seharusnya %s.".formatted(credit.rupiah(), expected))));
        }
        return before.map(other -> Answer.mismatch(expected, Refusal.conflict("ALREADY_CREDITED",
                "Kredit dengan nomor referensi ini sudah dilaporkan dengan rekening atau tanggal valuta lain.")));
    }
}
