package id.lindungdesa.death;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.ClaimForm;
import id.lindungdesa.claim.ClaimIntake;
import id.lindungdesa.death.DeathReport.Finding;
import id.lindungdesa.death.DeathReportTerms.Stage;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where deaths are reported, and where the village turns a report into a claim or ends it. */
@Service
class DeathDesk {

    private static final int SHORTEST_NOTE = 5;
    private static final int LONGEST_NOTE = 4000;

    private final DeathReports reports;
    private final DeathReportTerms terms;
    private final DeathReportProcess process;
    private final ClaimIntake claims;
    private final Enrolment enrolment;
    private final Regions regions;
    private final CurrentUser currentUser;
    private final Clock clock;

    DeathDesk(DeathReports reports, DeathReportTerms terms, DeathReportProcess process, ClaimIntake claims, Enrolment enrolment,
            Regions regions, CurrentUser currentUser, Clock clock) {
        this.reports = reports;
        this.terms = terms;
        this.process = process;
        this.claims = claims;
        this.enrolment = enrolment;
        this.regions = regions;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** @param fresh whether this report is the first of that death */
    record Answer(DeathReport report, boolean fresh) {}

    /**
     * Takes a report: for a covered worker the village gets a task, for anybody else it is written down why not. A death
     * that was reported before gets the same answer; where there was no cover, it is asked whether that is still so.
     *
     * @throws Refusal EVENT_IN_FUTURE, DEATH_BEFORE_BIRTH, or NOT_YOUR_OFFICE for another village's worker
     */
    @Transactional
    public Answer report(DeathReportForm form) {
        DeathReportForm.Read read = form.read();
        Optional<Worker> worker = enrolment.byNik(read.workerNik());
        Official official = currentUser.acting(who -> worker.filter(found -> DeathReportAccess.mayReport(who, found.villageCode(),
                branchOf(found.villageCode()))).isPresent());
        worker.ifPresent(found -> {
            if (!DeathReportAccess.mayReport(official, found.villageCode(), branchOf(found.villageCode()))) {
                throw notYours();
            }
        });
        requirePossible(read.diedOn(), worker);
        String digest = digest(read.workerNik());
        reports.lockPerson(digest);
        Optional<DeathReport> known = reports.of(digest);
        if (known.isPresent()) {
            return again(known.get(), read, worker, official);
        }
        UUID id = UUID.randomUUID();
        DeathReport report = new DeathReport(id, reports.nextNumber(today().getYear()), digest, masked(read.workerNik()), null, null,
                null, read.diedOn(), DeathReportAccess.sourceOf(official), clock.instant(), ReportState.WORKER_UNKNOWN, List.of(), "",
                null, null).found(read.diedOn(), find(worker, read.diedOn()));
        reports.add(report, worker.isPresent() ? read.informant() : new Informant(null, null, null, null));
        done(report, "Laporan kematian", report.state().label(), null, official);
        begin(report);
        return new Answer(report, true);
    }

    private Answer again(DeathReport known, DeathReportForm.Read read, Optional<Worker> worker, Official official) {
        boolean otherDay = !known.diedOn().equals(read.diedOn());
        done(known, "Laporan kematian", "Dilaporkan lagi", otherDay ? "Tanggal kematian menurut laporan ini: " + read.diedOn() : null,
                official);
        if (!known.state().isToBeAskedAgain()) {
            return new Answer(known, false);
        }
        DeathReport now = known.found(read.diedOn(), find(worker, read.diedOn()));
        reports.update(now);
        begin(now);
        return new Answer(now, false);
    }

    private void begin(DeathReport report) {
        if (report.state() == ReportState.OPEN) {
            process.start(report.id());
        }
    }

    private Finding find(Optional<Worker> worker, LocalDate died) {
        if (worker.isEmpty()) {
            return new Finding(null, null, null, ReportState.WORKER_UNKNOWN, List.of("WORKER_UNKNOWN"),
                    "NIK ini tidak terdaftar sebagai pekerja rentan di desa mana pun.", null, null);
        }
        Worker found = worker.get();
        String branch = branchOf(found.villageCode());
        Optional<String> claim = claims.claimOfDeath(found.id());
        if (claim.isPresent()) {
            return new Finding(found.id(), found.villageCode(), branch, ReportState.ALREADY_CLAIMED, List.of(),
                    "Kematian ini sudah diajukan dengan nomor klaim %s.".formatted(claim.get()), null, null);
        }
        ClaimIntake.Prospect prospect = claims.prospect(found.id(), died);
        return prospect.covered() ? new Finding(found.id(), found.villageCode(), branch, ReportState.OPEN, List.of(),
                "Pekerja ini dilindungi; desa melengkapi klaim bersama keluarga.", terms.of(Stage.COMPLETE, today()), null)
                : new Finding(found.id(), found.villageCode(), branch, ReportState.NO_COVER, prospect.reasons(), prospect.explanation(),
                        null, null);
    }

    private void requirePossible(LocalDate died, Optional<Worker> worker) {
        if (died.isAfter(today())) {
            throw DeathReportForm.refused("diedOn", "EVENT_IN_FUTURE", "Tanggal kematian tidak boleh setelah hari ini.");
        }
        if (worker.filter(found -> died.isBefore(found.birthDate())).isPresent()) {
            throw DeathReportForm.refused("diedOn", "DEATH_BEFORE_BIRTH", "Tanggal kematian mendahului tanggal lahir pekerja ini.");
        }
    }

    /**
     * Drafts the claim with what the family told; worker, day and informant come from the report.
     *
     * @return the draft's id; empty where the family wants no claim
     */
    @Transactional
    public Optional<UUID> draft(UUID id, boolean wanted, ClaimForm form) {
        DeathReport report = reports.lock(id);
        village(report);
        if (!wanted) {
            return Optional.empty();
        }
        Informant informant = reports.informant(id);
        UUID claim = claims.draft(form, enrolment.worker(report.workerId()).nik(), report.diedOn(), informant.name(),
                informant.phone(), informant.relation());
        reports.update(report.drafted(claim));
        return Optional.of(claim);
    }

    /** What the village found out: a claim, or why there is none. */
    @Transactional
    public void complete(UUID id, boolean claimWanted, boolean wrong, String note) {
        DeathReport report = reports.lock(id);
        Official official = village(report);
        if (!claimWanted) {
            requireNote(note, "Tuliskan mengapa tidak ada klaim.");
        }
        DeathReport after = claimWanted ? report.claimed() : report.ended(wrong);
        reports.update(after);
        done(after, "Tindak lanjut desa", after.state().label(), note, official);
    }

    /** The claim goes the way of every claim, filed by whoever completed the report. */
    @Transactional
    public void startClaim(UUID id) {
        claims.start(reports.get(id).claimId());
    }

    @Transactional
    public void remind(UUID id, String note) {
        DeathReport report = reports.lock(id);
        Official official = currentUser.acting(who -> DeathReportAccess.oversees(who, report.villageCode(), report.branch()));
        if (!DeathReportAccess.oversees(official, report.villageCode(), report.branch())) {
            throw notYours();
        }
        requireNote(note, "Tuliskan apa yang disampaikan kepada desa.");
        done(report, "Peringatan kepada desa", "Diingatkan", note, official);
    }

    @Transactional(readOnly = true)
    public DeathReport read(UUID id) {
        DeathReport report = reports.get(id);
        Official official = currentUser.get();
        if (report.villageCode() == null || !DeathReportAccess.mayRead(official, report.villageCode(), report.branch())) {
            throw notYours();
        }
        return report;
    }

    private Official village(DeathReport report) {
        Official official = currentUser.acting(who -> report.villageCode() != null && DeathReportAccess.ofTheVillage(who, report.villageCode()));
        if (report.villageCode() == null || !DeathReportAccess.ofTheVillage(official, report.villageCode())) {
            throw notYours();
        }
        return official;
    }

    private void done(DeathReport report, String step, String outcome, String note, Official official) {
        reports.add(report.id(), new Entry(step, outcome, note == null || note.isBlank() ? null : note.strip(), official.user(),
                official.name(), clock.instant()));
    }

    private static void requireNote(String note, String sentence) {
        if (note == null || note.strip().length() < SHORTEST_NOTE) {
            throw Refusal.invalid("NOTE_REQUIRED", sentence);
        }
        if (note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("NOTE_TOO_LONG", "Catatan paling banyak %d tanda.".formatted(LONGEST_NOTE));
        }
    }

    private String branchOf(String villageCode) {
        return regions.branchOf(regions.latest(villageCode).map(Village::regencyCode).orElse(villageCode.substring(0, 5)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
    }

    private static String masked(String nik) {
        return nik.substring(0, 4) + "*".repeat(10) + nik.substring(14);
    }

    private static String digest(String nik) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(nik.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refusal notYours() {
        return Refusal.forbidden("NOT_YOUR_OFFICE", "Laporan ini bukan wewenang jabatan atau wilayah Anda.");
    }
}
