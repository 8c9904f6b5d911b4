package id.lindungdesa.scholarship;

import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.scholarship.ScholarshipChange.Excess;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a report about a child: the end of its scholarship, and what becomes of money paid beyond it. */
@Service
class ChangeReview {

    private final Changes changes;
    private final ChangeSteps changeSteps;
    private final ChangeLetters letters;
    private final PaidBeyond beyond;
    private final Scholarships children;
    private final SchoolYears years;
    private final YearSteps steps;
    private final ScholarshipProcess process;
    private final Ledger ledger;

    ChangeReview(Changes changes, ChangeSteps changeSteps, ChangeLetters letters, PaidBeyond beyond, Scholarships children,
            SchoolYears years, YearSteps steps, ScholarshipProcess process, Ledger ledger) {
        this.changes = changes;
        this.changeSteps = changeSteps;
        this.letters = letters;
        this.beyond = beyond;
        this.children = children;
        this.years = years;
        this.steps = steps;
        this.process = process;
        this.ledger = ledger;
    }

    /**
     * The head of service says whether the report is true.
     *
     * @return whether it ends the scholarship
     */
    @Transactional
    public boolean confirm(UUID id, boolean approved, String note) {
        ScholarshipChange change = changes.get(id);
        Scholarship child = children.lock(change.scholarshipId());
        Official head = changeSteps.officer(child, change, ChangeStep.CONFIRM, Role.BPJS_KABID);
        if (!approved) {
            steps.requireNote(note, "Tuliskan mengapa laporan ini tidak terbukti.");
            changeSteps.done(change, change.dismissed(), ChangeStep.CONFIRM, "Tidak terbukti", note, head);
            return false;
        }
        ScholarshipChange confirmed = change.confirmed();
        changeSteps.done(change, confirmed, ChangeStep.CONFIRM, confirmed.end() == null ? "Terbukti, beasiswa berlanjut" : "Terbukti", note, head);
        if (confirmed.end() == null) {
            letters.goesOn(child, confirmed);
        }
        return confirmed.end() != null;
    }

    /**
     * The scholarship ends on the day that the rules name. Open school years are closed, but for one that was found complete and
     * had been proved before that day: its right stands. Repeated after it is done, it changes nothing.
     *
     * @return whether money was paid for time after the end
     */
    @Transactional
    public boolean end(UUID id) {
        ScholarshipChange change = changes.get(id);
        Scholarship child = children.lock(change.scholarshipId());
        if (change.state() != ChangeState.CONFIRMED) {
            return change.state() == ChangeState.EXCESS;
        }
        if (!child.hasEnded()) {
            children.update(child.ended(change.end()));
        }
        years.of(child.id()).stream().filter(year -> year.endsWith(change.end())).forEach(year -> process.ended(year.id()));
        ScholarshipChange ended = change.ended(beyond.sum(child, change.end()));
        changeSteps.done(change, ended, ChangeStep.END, ended.state() == ChangeState.EXCESS ? "Berakhir; ada pembayaran sesudahnya" : "Berakhir");
        letters.ended(child, ended);
        return ended.state() == ChangeState.EXCESS;
    }

    /**
     * The branch head demands back what was paid beyond the end, or leaves it.
     *
     * @param withShare also for the months after the end of a year that was rightly proved
     * @return whether it is demanded
     */
    @Transactional
    public boolean decide(UUID id, boolean approved, boolean withShare, String note) {
        ScholarshipChange change = changes.get(id);
        Scholarship child = children.lock(change.scholarshipId());
        Official head = changeSteps.officer(child, change, ChangeStep.DECIDE, Role.BPJS_KACAB);
        steps.requireNote(note, "Tuliskan alasan keputusan; wali membacanya dalam surat.");
        ScholarshipChange decided = approved ? change.demanded(withShare) : change.kept();
        changeSteps.done(change, decided, ChangeStep.DECIDE, approved ? "Ditagih " + decided.excess().demanded() : "Tidak ditagih", note, head);
        return approved;
    }

    /** What the guardian has too much is set apart from what is the child's, and he is asked for it. */
    @Transactional
    public void demand(UUID id) {
        ScholarshipChange change = changes.get(id);
        Scholarship child = children.lock(change.scholarshipId());
        ledger.post(Transfer.of("SCHOLARSHIP_BEYOND_END", Account.scholarship(child.id()), Account.scholarshipOverpaid(child.id()),
                change.excess().demanded(), change.number(), change.end().legalBasis(), steps.instant(), id));
        letters.demand(child, change);
    }

    /** The branch head lets the guardian keep what is not repaid yet, or goes on asking. Whether he lets him. */
    @Transactional
    public boolean follow(UUID id, boolean waived, String note) {
        ScholarshipChange change = changes.get(id);
        Scholarship child = children.lock(change.scholarshipId());
        Official head = changeSteps.officer(child, change, ChangeStep.FOLLOW, Role.BPJS_KACAB);
        change.requireState(ChangeState.DEMANDED);
        steps.requireNote(note, "Tuliskan alasan penghapusan, atau mengapa penagihan dilanjutkan.");
        if (!waived) {
            changeSteps.record(change, ChangeStep.FOLLOW, "Penagihan dilanjutkan", note, head);
            return false;
        }
        ledger.post(Transfer.of("SCHOLARSHIP_BEYOND_END_WAIVED", Account.scholarshipOverpaid(child.id()), Account.scholarship(child.id()),
                outstanding(change), change.number(), "Keputusan Kepala Cabang atas " + change.number(), steps.instant(), id));
        changeSteps.done(change, change.waived(), ChangeStep.FOLLOW, "Sisa dihapuskan", note, head);
        return true;
    }

    Rupiah outstanding(ScholarshipChange change) {
        Excess excess = change.excess();
        return excess.demanded().minus(changes.repaid(change.id()));
    }
}
