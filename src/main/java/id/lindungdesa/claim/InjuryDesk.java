package id.lindungdesa.claim;

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
import java.time.temporal.ChronoUnit;
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
    private static final long DAYS_PER_MONTH_AT_LEAST = 28;

    private final Claims claims;
    private final ClaimFiles files;
    private final Injuries injuries;
    private final ClaimSteps steps;
    private final Enrolment enrolment;
    private final Assessor assessor;
    private final CurrentUser currentUser;

    InjuryDesk(Claims claims, ClaimFiles files, Injuries injuries, ClaimSteps steps, Enrolment enrolment, Assessor assessor,
            CurrentUser currentUser) {
        this.claims = claims;
        this.files = files;
        this.injuries = injuries;
        this.steps = steps;
        this.enrolment = enrolment;
        this.assessor = assessor;
        this.currentUser = currentUser;
    }

    /**
     * Keeps the doctor's word; sent again before it is recorded, it replaces what was sent before.
     *
     * @throws Refusal ASSESSMENT_INVALID or STAGE_TWO_INVALID with every faulty field, CLAIM_STATE, CLAIM_EXISTS
     */
    @Transactional
    public void examine(UUID claimId, StageTwoForm form) {
        Official official = currentUser.get();
        Claim seen = claims.get(claimId);
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
        refuse(faults(claim, facts.eventDate(), facts.cause(), kept, heirs, faults));
        if (!heirs.isEmpty() && form.heirs() != null && !form.heirs().isEmpty()) {
            files.replaceHeirs(claimId, heirs);
        }
        injuries.save(claimId, kept);
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
        Faults contradictions = new Faults();
        new Contradictions(facts(claim, kept, List.of(), files.heirs(claimId)), contradictions).find();
        contradictions.refuseIfAny();
        refuse(faults(claim, claim.eventDate(), claim.cause(), kept, files.heirs(claimId), new ArrayList<>()));
        steps.done(claim, claim.examined(claim.eventDate(), steps.instant()), Step.EXAMINE, Outcome.EXAMINED, note, officer);
    }

    /** The facts of a claim as they are kept, for the rule book. */
    Facts facts(Claim claim, Kept kept, List<Membership.Period> cover, List<Heir> heirs) {
        return new Facts(Programme.JKK, claim.eventDate(), claim.cause(), kept.consequence(),
                enrolment.worker(claim.workerId()).birthDate(), cover, heirs.stream().map(Heir::relation).toList(), kept.injury(),
                Schooling.NONE, new Facts.Handling(day(claim), null, null));
    }

    private List<Finding> faults(Claim claim, LocalDate event, Cause cause, Kept kept, List<Heir> heirs, List<Finding> faults) {
        Injury injury = kept.injury();
        LocalDate today = LocalDate.ofInstant(steps.instant(), WorkingDays.JAKARTA);
        boolean died = kept.consequence() == Consequence.DEATH;
        require(kept.consequence() != null, faults, "outcome", "OUTCOME_REQUIRED", "Akibat bagi pekerja wajib dipilih.");
        require(injury.recoveredOn() != null, faults, "recoveredOn", "DOCTOR_DATE_REQUIRED", "Tanggal keterangan dokter wajib diisi.");
        require(injury.recoveredOn() == null || !injury.recoveredOn().isAfter(today), faults, "recoveredOn", "IN_FUTURE",
                "Tanggal keterangan dokter tidak boleh setelah hari ini.");
        require(cause == null || cause.isFromWork(), faults, "cause", "CAUSE_NOT_FROM_WORK",
                "Sebab pada program JKK: kecelakaan kerja atau penyakit akibat kerja.");
        require(kept.accident().at() != null || cause != Cause.WORK_ACCIDENT, faults, "accidentAt", "ACCIDENT_TIME_REQUIRED",
                "Tanggal dan jam kecelakaan wajib diisi.");
        require(kept.accident().at() == null || !kept.accident().at().isAfter(steps.instant()), faults, "accidentAt", "EVENT_IN_FUTURE",
                "Waktu kecelakaan tidak boleh setelah sekarang.");
        require(StageTwoForm.isFilled(kept.accident().place()), faults, "place", "PLACE_REQUIRED", "Tempat kejadian wajib diisi.");
        require(StageTwoForm.isFilled(kept.accident().chronology()), faults, "chronology", "CHRONOLOGY_REQUIRED", "Kronologi wajib diisi.");
        require(kept.accident().incomeBase() != null, faults, "incomeBase", "INCOME_BASE_REQUIRED",
                "Penghasilan yang dilaporkan wajib diisi; santunan dihitung darinya.");
        require(kept.consequence() != Consequence.PARTIAL_DISABILITY || !injury.disabilities().isEmpty(), faults, "disabilities",
                "DISABILITY_REQUIRED", "Cacat sebagian memerlukan sedikitnya satu bagian tubuh yang cacat.");
        for (int i = 0; i < injury.disabilities().size(); i++) {
            Injury.Disability lost = injury.disabilities().get(i);
            require(lost.part() != null && lost.loss() != null, faults, "disabilities/" + i + "/part", "DISABILITY_INCOMPLETE",
                    "Bagian tubuh dan jenis kehilangan wajib dipilih.");
        }
        for (int i = 0; i < injury.transport().size(); i++) {
            Injury.Fare fare = injury.transport().get(i);
            require(fare.mode() != null && fare.rupiah() != null, faults, "transport/" + i + "/rupiah", "FARE_INCOMPLETE",
                    "Jenis angkutan dan jumlah kuitansi wajib diisi.");
        }
        if (injury.unableToWork() != null && injury.recoveredOn() != null) {
            long days = injury.unableToWork().months() * DAYS_PER_MONTH_AT_LEAST + injury.unableToWork().days();
            require(days <= ChronoUnit.DAYS.between(event, injury.recoveredOn()) + 1, faults, "unableToWork/months", "INABILITY_TOO_LONG",
                    "Masa tidak mampu bekerja lebih panjang daripada waktu sejak kecelakaan sampai keterangan dokter.");
        }
        if (died) {
            require(kept.diedOn() != null, faults, "diedOn", "DIED_ON_REQUIRED", "Tanggal meninggal wajib diisi.");
            require(kept.diedOn() == null || !kept.diedOn().isBefore(event), faults, "diedOn", "DEATH_BEFORE_ACCIDENT",
                    "Tanggal meninggal lebih awal daripada kecelakaan.");
            require(kept.diedOn() == null || !kept.diedOn().isAfter(today), faults, "diedOn", "IN_FUTURE",
                    "Tanggal meninggal tidak boleh setelah hari ini.");
            require(!heirs.isEmpty(), faults, "heirs", "HEIRS_REQUIRED", "Sedikitnya satu ahli waris harus dicantumkan.");
            require(heirs.isEmpty() || assessor.anyEntitled(event, heirs.stream().map(Heir::relation).toList()), faults, "heirs",
                    "NO_ENTITLED_HEIR", "Tidak ada ahli waris yang berhak. Cantumkan pihak yang menyelenggarakan pemakaman.");
            claims.submittedForDeath(claim.workerId(), claim.id()).ifPresent(number -> {
                throw Refusal.conflict("CLAIM_EXISTS", "Kematian pekerja ini sudah diajukan dengan nomor klaim %s.".formatted(number));
            });
        } else {
            require(kept.diedOn() == null, faults, "diedOn", "DIED_BUT_ALIVE", "Tanggal meninggal diisi, tetapi akibatnya bukan meninggal.");
            require(ClaimForm.isAccount(kept.accident().account()), faults, "workerAccount", "ACCOUNT_SHAPE",
                    "Nomor rekening pekerja wajib diisi (5-60 huruf atau angka); manfaat dibayarkan kepadanya.");
            require(injuries.followedBy(claim.id()).isEmpty(), faults, "outcome", "FOLLOWS_ONLY_FOR_DEATH",
                    "Klaim lanjutan hanya untuk kematian akibat kecelakaan yang sudah dibayar.");
        }
        return faults;
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
            require(false, faults, "diedOn", "DATE_SHAPE", "Tanggal meninggal harus berbentuk TTTT-BB-HH, misalnya 2026-03-02.");
            return null;
        }
    }

    private static void require(boolean holds, List<Finding> faults, String path, String code, String message) {
        if (!holds) {
            faults.add(Finding.at("/" + path, path.substring(path.lastIndexOf('/') + 1), code, message));
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
