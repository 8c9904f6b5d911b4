package id.lindungdesa.claim;

import id.lindungdesa.benefit.ClaimClock;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops the clock of a complete claim that waits for somebody else, and lets it run again: the last day for payment moves
 * by the working days in between, and with it the dates of the tasks that wait.
 */
@Service
class ClaimPauses {

    private final Claims claims;
    private final ClaimProgress progress;
    private final ClaimSteps steps;
    private final ClaimClock clock;
    private final Workflow workflow;
    private final WorkingDays workingDays;
    private final CurrentUser currentUser;
    private final ClaimFiles files;
    private final Letters letters;
    private final Enrolment enrolment;

    ClaimPauses(Claims claims, ClaimProgress progress, ClaimSteps steps, ClaimClock clock, Workflow workflow, WorkingDays workingDays,
            CurrentUser currentUser, ClaimFiles files, Letters letters, Enrolment enrolment) {
        this.claims = claims;
        this.progress = progress;
        this.steps = steps;
        this.clock = clock;
        this.workflow = workflow;
        this.workingDays = workingDays;
        this.currentUser = currentUser;
        this.files = files;
        this.letters = letters;
        this.enrolment = enrolment;
    }

    /** @throws Refusal CLOCK_NOT_RUNNING, CLOCK_RUN_OUT when the last day has passed, CLOCK_PAUSED when it stands already */
    @Transactional
    public Claim pause(UUID claimId, String cause, String note) {
        Claim claim = claims.lock(claimId);
        Official official = officer(claim);
        PauseCause why = Arrays.stream(PauseCause.values()).filter(one -> one.name().equals(cause)).findFirst()
                .orElseThrow(() -> ClaimForm.refused("cause", "PAUSE_CAUSE_UNKNOWN", "Sebutkan siapa yang ditunggu: keluarga, pengadilan, "
                        + "pengawas ketenagakerjaan, kepolisian, bank, atau pihak lain."));
        steps.requireNote(note, "Tuliskan apa yang ditunggu.");
        if (claim.payBy() == null || Holder.of(claim.state().name()) == Holder.NOBODY) {
            throw Refusal.conflict("CLOCK_NOT_RUNNING", "Batas waktu klaim ini tidak sedang berjalan.");
        }
        if (LocalDate.ofInstant(steps.instant(), WorkingDays.JAKARTA).isAfter(claim.payBy())) {
            throw Refusal.conflict("CLOCK_RUN_OUT", "Batas waktu klaim ini sudah lewat; penghentian tidak mengubah keterlambatan.");
        }
        progress.openPause(claimId).ifPresent(open -> {
            throw Refusal.conflict("CLOCK_PAUSED", "Hitungan waktu klaim ini sudah berhenti, menunggu %s.".formatted(open.cause().label()));
        });
        ClaimPause pause = new ClaimPause(UUID.randomUUID(), why, note.strip(), official.user(), steps.instant(), null);
        progress.begin(claimId, pause);
        steps.done(claim, Step.PAUSE, Outcome.PAUSED, "Menunggu %s: %s".formatted(why.label(), note.strip()), official);
        files.write(claim, "CLOCK_PAUSED", letters.paused(claim, enrolment.worker(claim.workerId()), pause), steps.instant());
        return claim;
    }

    /** @throws Refusal CLOCK_NOT_PAUSED */
    @Transactional
    public Claim resume(UUID claimId, String note) {
        Claim claim = claims.lock(claimId);
        Official official = officer(claim);
        ClaimPause pause = progress.openPause(claimId).orElseThrow(() -> Refusal.conflict("CLOCK_NOT_PAUSED",
                "Hitungan waktu klaim ini tidak sedang berhenti."));
        Instant now = steps.instant();
        progress.end(pause, official.user(), now);
        LocalDate payBy = clock.moved(claim.payBy(), day(pause.begunAt()), day(now));
        Claim resumed = claim.dueOn(payBy);
        steps.done(claim, resumed, Step.RESUME, Outcome.RESUMED, note, official);
        workflow.moveDueDate(ClaimProcess.KEY, claimId, workingDays.endOf(claim.payBy()), workingDays.endOf(payBy));
        files.write(resumed, "CLOCK_RESUMED", letters.resumed(resumed, enrolment.worker(claim.workerId())), steps.instant());
        return resumed;
    }

    /** Stops the clock for a dispute; where it does not run (not begun, standing already, run out) there is nothing to stop. */
    void pauseFor(Dispute dispute) {
        Claim claim = claims.lock(dispute.claimId());
        boolean runs = claim.payBy() != null && Holder.of(claim.state().name()) != Holder.NOBODY && !day(steps.instant()).isAfter(claim.payBy());
        if (runs && progress.openPause(claim.id()).isEmpty()) {
            pause(claim.id(), dispute.holder() == Dispute.Holder.COURT ? PauseCause.COURT.name() : PauseCause.FAMILY.name(), noteOf(dispute));
        }
    }

    /** Lets the clock run again that this dispute had stopped. */
    void resumeAfter(Dispute dispute) {
        progress.openPause(dispute.claimId()).filter(pause -> pause.note().equals(noteOf(dispute)))
                .ifPresent(pause -> resume(dispute.claimId(), "Sengketa selesai"));
    }

    private static String noteOf(Dispute dispute) {
        return "Sengketa ahli waris: " + dispute.reason();
    }

    private Official officer(Claim claim) {
        Official official = currentUser.acting(who -> who.holds(Role.BPJS_VERIFIKATOR, claim.branch()) || who.holds(Role.BPJS_KABID, claim.branch()));
        if (!official.holds(Role.BPJS_VERIFIKATOR, claim.branch()) && !official.holds(Role.BPJS_KABID, claim.branch())) {
            throw ClaimSteps.notYours();
        }
        return official;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkingDays.JAKARTA);
    }
}
