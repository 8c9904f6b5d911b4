package id.lindungdesa.claim;

import id.lindungdesa.benefit.Contradictions;
import id.lindungdesa.benefit.Facts;
import id.lindungdesa.benefit.Faults;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Membership;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.benefit.Schooling;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.Injuries.Kept;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stage II of an accident: an officer types what the doctor found, then records it, which may be months after the
 * accident. What contradicts itself is refused both times, since days may lie between the two.
 */
@Service
class InjuryDesk {

    private static final String INVALID = "Hasil pemeriksaan belum benar. Periksa isian yang ditandai.";

    private final Claims claims;
    private final ClaimFiles files;
    private final Injuries injuries;
    private final Interims interims;
    private final ClaimSteps steps;
    private final Enrolment enrolment;
    private final StageTwoCheck check;
    private final CurrentUser currentUser;

    InjuryDesk(Claims claims, ClaimFiles files, Injuries injuries, Interims interims, ClaimSteps steps, Enrolment enrolment,
            StageTwoCheck check, CurrentUser currentUser) {
        this.claims = claims;
        this.files = files;
        this.injuries = injuries;
        this.interims = interims;
        this.steps = steps;
        this.enrolment = enrolment;
        this.check = check;
        this.currentUser = currentUser;
    }

    /**
     * Keeps the doctor's word; sent again before it is recorded, it replaces what was sent before.
     *
     * @throws Refusal ASSESSMENT_INVALID or STAGE_TWO_INVALID with every faulty field, CLAIM_STATE, CLAIM_EXISTS
     */
    @Transactional
    public void examine(UUID claimId, StageTwoForm form) {
        Claim seen = claims.get(claimId);
        Official official = currentUser.in(Role.BPJS_VERIFIKATOR, seen.branch());
        if (!official.holds(Role.BPJS_VERIFIKATOR, seen.branch())) {
            throw ClaimSteps.notYours();
        }
        claims.lockDeathOf(seen.workerId());
        Claim claim = claims.lock(claimId);
        steps.requireOtherPerson(claim, Step.EXAMINE, official);
        Kept known = injuries.find(claimId).orElseThrow(() -> notAnInjury(claim));
        claim.examined(claim.eventDate(), steps.instant());
        Worker worker = enrolment.worker(claim.workerId());
        Facts facts = form.facts(claim, known.accident(), worker.birthDate().toString(), day(claim).toString()).read();
        List<Finding> faults = new ArrayList<>();
        LocalDate died = diedOn(form.diedOn(), faults);
        List<Heir> heirs = form.heirs() == null || form.heirs().isEmpty() ? files.heirs(claimId)
                : ClaimForm.heirs(form.heirs(), worker.nik(), false, faults);
        Kept kept = new Kept(accident(form, known.accident(), facts), facts.outcome(), died, facts.injury());
        refuse(check.faults(claim, facts.eventDate(), facts.cause(), kept, heirs, faults));
        if (!heirs.isEmpty() && form.heirs() != null && !form.heirs().isEmpty()) {
            files.replaceHeirs(claimId, heirs);
        }
        injuries.save(claimId, kept);
        if (!facts.eventDate().equals(claim.eventDate())) {
            claims.submittedForAccident(claim.workerId(), facts.eventDate(), claimId).ifPresent(number -> {
                throw Refusal.conflict("CLAIM_EXISTS", "Peristiwa pada tanggal itu sudah diajukan dengan nomor klaim %s.".formatted(number));
            });
        }
        if (!facts.eventDate().equals(claim.eventDate()) || facts.cause() != claim.cause()) {
            claims.update(claim, claim.corrected(facts.eventDate(), facts.cause()));
        }
    }

    /** The step of the process: what was typed counts from now, and the papers are looked at next. */
    @Transactional
    public void record(UUID claimId, String note) {
        Claim seen = claims.get(claimId);
        claims.lockDeathOf(seen.workerId());
        Claim claim = claims.lock(claimId);
        Official officer = steps.officer(claim, Step.EXAMINE, Role.BPJS_VERIFIKATOR);
        Kept kept = injuries.find(claimId).orElseThrow(() -> notAnInjury(claim));
        if (kept.consequence() == null) {
            throw Refusal.invalid("STAGE_TWO_MISSING", "Isi lebih dahulu hasil pemeriksaan dokter (tahap II).");
        }
        interims.of(claimId).stream().filter(one -> !one.state().isOver()).findFirst().ifPresent(open -> {
            throw Refusal.conflict("INTERIM_OPEN", ("Pembayaran antara sampai bulan ke-%d masih berjalan. Selesaikan atau nyatakan tidak "
                    + "dibayar lebih dahulu, agar tidak ada yang dibayar dua kali.").formatted(open.throughMonth()));
        });
        Faults contradictions = new Faults();
        new Contradictions(facts(claim, kept, List.of(), files.heirs(claimId)), contradictions).find();
        contradictions.refuseIfAny();
        refuse(check.faults(claim, claim.eventDate(), claim.cause(), kept, files.heirs(claimId), new ArrayList<>()));
        steps.done(claim, claim.examined(claim.eventDate(), steps.instant()), Step.EXAMINE, Outcome.EXAMINED, note, officer);
    }

    /** The facts of a claim as they are kept, for the rule book. */
    Facts facts(Claim claim, Kept kept, List<Membership.Period> cover, List<Heir> heirs) {
        return new Facts(Programme.JKK, claim.eventDate(), claim.cause(), kept.consequence(),
                enrolment.worker(claim.workerId()).birthDate(), cover, heirs.stream().map(Heir::relation).toList(), kept.injury(),
                Schooling.NONE, new Facts.Handling(day(claim), null, null));
    }

    private static Accident accident(StageTwoForm form, Accident known, Facts facts) {
        return new Accident(facts.injury().accidentAt() == null ? null : facts.injury().accidentAt().toInstant(),
                StageTwoForm.isFilled(form.place()) ? form.place().strip() : known.place(),
                StageTwoForm.isFilled(form.chronology()) ? form.chronology().strip() : known.chronology(),
                StageTwoForm.isFilled(form.workerAccount()) ? form.workerAccount().strip() : known.account(),
                facts.injury().incomeBase());
    }

    private static LocalDate diedOn(String text, List<Finding> faults) {
        try {
            return StageTwoForm.isFilled(text) ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException e) {
            StageTwoCheck.require(false, faults, "diedOn", "DATE_SHAPE", "Tanggal meninggal harus berbentuk TTTT-BB-HH, misalnya 2026-03-02.");
            return null;
        }
    }

    private static void refuse(List<Finding> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid("STAGE_TWO_INVALID", INVALID, faults);
        }
    }

    private static LocalDate day(Claim claim) {
        return LocalDate.ofInstant(claim.filedAt(), WorkingDays.JAKARTA);
    }

    private static Refusal notAnInjury(Claim claim) {
        return Refusal.conflict("NOT_AN_INJURY", "Klaim %s bukan klaim kecelakaan kerja.".formatted(claim.number()));
    }
}
