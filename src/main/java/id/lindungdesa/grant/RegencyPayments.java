package id.lindungdesa.grant;

import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.document.Documents;
import id.lindungdesa.grant.CaseFile.Outcome;
import id.lindungdesa.grant.CaseFile.Step;
import id.lindungdesa.grant.CaseFiles.Case;
import id.lindungdesa.grant.PaymentRun.Papers;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import id.lindungdesa.regulation.DecreeRegister;
import id.lindungdesa.regulation.DecreeTerms;
import id.lindungdesa.workflow.Workflow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The payment of ready villages, regency by regency: the province's checks, its treasury's papers, the forwarding. */
@Service
class RegencyPayments {

    static final String PROCESS = "regency-disbursement";

    /** Handbook A13: the regency forwards within seven working days of the credit, or is reprimanded. */
    private static final int WORKING_DAYS_TO_FORWARD = 7;

    private final PaymentRuns runs;
    private final Disbursements disbursements;
    private final CaseFiles files;
    private final Officers officers;
    private final DecreeRegister decrees;
    private final Regions regions;
    private final Documents documents;
    private final Ledger ledger;
    private final WorkingDays workingDays;
    private final Workflow workflow;
    private final Clock clock;

    RegencyPayments(PaymentRuns runs, Disbursements disbursements, CaseFiles files, Officers officers,
            DecreeRegister decrees, Regions regions, Documents documents, Ledger ledger, WorkingDays workingDays,
            Workflow workflow, Clock clock) {
        this.runs = runs;
        this.disbursements = disbursements;
        this.files = files;
        this.officers = officers;
        this.decrees = decrees;
        this.regions = regions;
        this.documents = documents;
        this.ledger = ledger;
        this.workingDays = workingDays;
        this.workflow = workflow;
        this.clock = clock;
    }

    PaymentRun get(UUID runId) {
        return runs.get(runId);
    }

    /**
     * A village became ready: a run that still collects will take it, or one is opened. Whoever checks that run meanwhile
     * waits for this transaction, so that no ready village is left without a run.
     */
    @Transactional
    void collect(Disbursement ready) {
        if (runs.collects(ready.decreeId(), ready.regencyCode())) {
            return;
        }
        DecreeTerms terms = decrees.terms(ready.decreeId());
        runs.lockNumbers(ready.regencyCode(), terms.fiscalYear());
        if (runs.collects(ready.decreeId(), ready.regencyCode())) {
            return;
        }
        String regencyName = regions.village(terms.edition(), ready.villageCode()).map(Village::regencyName)
                .orElse("Kabupaten/Kota");
        PaymentRun run = new PaymentRun(UUID.randomUUID(), PaymentRun.referenceOf(ready.regencyCode(), terms.fiscalYear(),
                runs.nextNumber(ready.regencyCode(), terms.fiscalYear())), ready.decreeId(), ready.regencyCode(), regencyName,
                ready.provinceCode(), PaymentRun.State.COLLECTING, Papers.NONE, Optional.empty(), Optional.empty());
        runs.add(run, clock.instant());
        workflow.start(PROCESS, run.id(), Map.of("runId", run.id().toString()));
    }

    /** The province's verifier takes whoever is ready now, or sends all of them back to the regency. */
    @Transactional
    void checkBatch(UUID runId, boolean approved, String note) {
        PaymentRun before = runs.getLocked(runId);
        Official official = require(before, Role.DP3AP2_VERIFIKATOR, "", Step.CHECK_BATCH);
        PaymentRun after = before.checked(approved);
        Officers.requireNote(approved, note);
        if (before.collecting() && disbursements.takeReady(before) == 0) {
            throw Refusal.conflict("NOBODY_READY", "Belum ada desa yang siap dibayarkan di %s.".formatted(before.regencyLabel()));
        }
        move(before, after, Step.CHECK_BATCH, Outcome.of(approved), official, note);
    }

    @Transactional
    void approveBatch(UUID runId, boolean approved, String note) {
        PaymentRun before = runs.getLocked(runId);
        Official official = require(before, Role.DP3AP2_KEPALA, "", Step.APPROVE_BATCH);
        PaymentRun after = before.approved(approved);
        Officers.requireNote(approved, note);
        move(before, after, Step.APPROVE_BATCH, Outcome.of(approved), official, note);
    }

    @Transactional
    void createSpp(UUID runId, String number) {
        PaymentRun before = runs.getLocked(runId);
        Official official = require(before, Role.BPKPD_SPP, "", Step.SPP);
        move(before, before.sppCreated(Officers.requireNumber(number, "SPP")), Step.SPP, Outcome.DONE, official, null);
    }

    @Transactional
    void issueSpm(UUID runId, boolean approved, String number, String note) {
        PaymentRun before = runs.getLocked(runId);
        Official official = require(before, Role.BPKPD_SPM, "", Step.SPM);
        Officers.requireNote(approved, note);
        PaymentRun after = approved ? before.spmIssued(Officers.requireNumber(number, "SPM")) : before.sppReturned();
        move(before, after, Step.SPM, Outcome.of(approved), official, note);
    }

    @Transactional
    void issueSp2d(UUID runId, boolean approved, String number, String note) {
        PaymentRun before = runs.getLocked(runId);
        Official official = require(before, Role.BPKPD_BUD, "", Step.SP2D);
        Officers.requireNote(approved, note);
        PaymentRun after = approved ? before.sp2dIssued(Officers.requireNumber(number, "SP2D")) : before.spmReturned();
        move(before, after, Step.SP2D, Outcome.of(approved), official, note);
    }

    /** The bank saw the money on the regency's account; its process books it in a step that can be repeated. */
    @Transactional
    void credited(PaymentRun before, LocalDate valueDate) {
        LocalDate due = workingDays.due(valueDate, WORKING_DAYS_TO_FORWARD, OfficeCalendar.REGENCY).due();
        runs.move(before, before.credited(valueDate, due));
        workflow.correlate("CreditReported", PROCESS, before.id(), Map.of());
    }

    @Transactional
    void bookCredit(UUID runId) {
        PaymentRun before = runs.getLocked(runId);
        PaymentRun after = before.booked();
        String legalBasis = decrees.terms(before.decreeId()).legalBasis();
        Instant now = clock.instant();
        Account treasury = Account.treasury(before.provinceCode(), before.decreeId());
        Account transit = Account.regencyTransit(before.regencyCode(), before.decreeId());
        ledger.postAll(disbursements.of(before).stream().map(line -> Transfer.of("SP2D_CREDIT", treasury, transit,
                line.rupiah(), line.id().toString(), legalBasis, now, line.id())).toList());
        disbursements.moveAll(before, Disbursement.State.IN_RUN, Disbursement.State.AT_REGENCY);
        runs.move(before, after);
    }

    @Transactional
    void forward(UUID runId, String transferNumber, List<UUID> documentIds) {
        PaymentRun before = runs.getLocked(runId);
        Official official = require(before, Role.BKAD, before.regencyCode(), Step.FORWARD);
        PaymentRun after = before.forwarded(Officers.requireNumber(transferNumber, "SP2D kabupaten/kota atau bukti transfer"));
        files.attach(Case.of(before), documents.requireForAttaching(documentIds), clock.instant());
        move(before, after, Step.FORWARD, Outcome.DONE, official, null);
    }

    /** Tells the next villages that their money is on its way, one transaction's worth. Whether all know now. */
    @Transactional
    boolean tellNextVillages(UUID runId) {
        List<Disbursement> next = disbursements.nextOf(runId, Disbursement.State.AT_REGENCY, VillageFund.CHUNK);
        disbursements.moveEach(next, Disbursement.State.AT_REGENCY, Disbursement.State.FORWARDED);
        next.forEach(line -> workflow.correlate("FundsForwarded", VillageFund.PROCESS, line.id(), Map.of()));
        return next.size() < VillageFund.CHUNK;
    }

    /** Gives the next villages of a returned batch back to the regency's village office. Whether all are back now. */
    @Transactional
    boolean returnNextVillages(UUID runId) {
        List<Disbursement> next = disbursements.nextOf(runId, Disbursement.State.IN_RUN, VillageFund.CHUNK);
        disbursements.release(next);
        files.copyReturn(runs.get(runId), next);
        next.forEach(line -> workflow.correlate("RequestReturned", VillageFund.PROCESS, line.id(), Map.of()));
        return next.size() < VillageFund.CHUNK;
    }

    @Transactional
    void reprimand(UUID runId, String letterNumber, List<UUID> documentIds) {
        PaymentRun before = runs.getLocked(runId);
        Official official = require(before, Role.DP3AP2_KEPALA, "", Step.REPRIMAND);
        PaymentRun after = before.reprimanded(Officers.requireNumber(letterNumber, "surat teguran"));
        files.attach(Case.of(before), documents.requireForAttaching(documentIds), clock.instant());
        move(before, after, Step.REPRIMAND, Outcome.DONE, official, null);
    }

    /** The last second in which the regency forwards in time. */
    Date forwardDueAt(UUID runId) {
        return Date.from(lastSecond(runId));
    }

    /** The first second in which it is late. */
    Date reprimandAt(UUID runId) {
        return Date.from(lastSecond(runId).plusSeconds(1));
    }

    private Instant lastSecond(UUID runId) {
        return workingDays.endOf(runs.get(runId).forwardDueOn().orElseThrow());
    }

    private Official require(PaymentRun run, Role role, String area, Step step) {
        return officers.require(role, area, step, files.of(Case.of(run)));
    }

    private void move(PaymentRun before, PaymentRun after, Step step, Outcome outcome, Official official, String note) {
        runs.move(before, after);
        files.decided(Case.of(before), step, outcome, official, note, clock.instant());
    }
}
