package id.lindungdesa.claim;

import id.lindungdesa.benefit.ClaimClock;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.document.Documents;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where claims come in: filing, submitting, and whether the file is complete. From then on the clock runs. */
@Service
class ClaimDesk {

    private final Claims claims;
    private final ClaimFiles files;
    private final ClaimSteps steps;
    private final ClaimProcess process;
    private final FirstClaim firstClaim;
    private final Injuries injuries;
    private final ClaimPapers papers;
    private final Letters letters;
    private final Enrolment enrolment;
    private final Regions regions;
    private final Documents documents;
    private final ClaimClock clock;
    private final CurrentUser currentUser;

    ClaimDesk(Claims claims, ClaimFiles files, ClaimSteps steps, ClaimProcess process, FirstClaim firstClaim, Injuries injuries,
            ClaimPapers papers, Letters letters, Enrolment enrolment, Regions regions, Documents documents, ClaimClock clock,
            CurrentUser currentUser) {
        this.claims = claims;
        this.files = files;
        this.steps = steps;
        this.process = process;
        this.firstClaim = firstClaim;
        this.injuries = injuries;
        this.papers = papers;
        this.letters = letters;
        this.enrolment = enrolment;
        this.regions = regions;
        this.documents = documents;
        this.clock = clock;
        this.currentUser = currentUser;
    }

    /**
     * Files a claim for the current official; a draft waits for him to start its process, any other starts at once.
     *
     * @throws Refusal WORKER_UNKNOWN, EVENT_IN_FUTURE, REGISTERED_AFTER_EVENT, CAUSE_BELONGS_TO_JKK, NO_ENTITLED_HEIR,
     *     FOLLOWS_UNKNOWN, CLAIM_EXISTS with the number, or NOT_YOUR_OFFICE for another village
     */
    @Transactional
    public Claim file(ClaimForm form, boolean draft) {
        if (!ClaimAccess.files(currentUser.get())) {
            throw ClaimSteps.notYours();
        }
        ClaimForm.Read read = form.read();
        Worker worker = enrolment.byNik(read.workerNik()).orElseThrow(() -> ClaimForm.refused("workerNik", "WORKER_UNKNOWN",
                "NIK ini tidak terdaftar sebagai pekerja rentan di desa mana pun."));
        String branch = branchOf(worker);
        Official official = currentUser.acting(who -> ClaimAccess.mayFile(who, worker.villageCode(), branch));
        if (!ClaimAccess.mayFile(official, worker.villageCode(), branch)) {
            throw ClaimSteps.notYours();
        }
        firstClaim.requirePossible(read, worker, steps.instant());
        documents.requireForAttaching(read.documents());
        papers.requireInNoOtherClaim(null, read.documents());
        claims.lockDeathOf(worker.id());
        Claim followed = firstClaim.followed(read, worker);
        firstClaim.requireFirst(worker.id(), read.programme(), read.eventDate(), null, followed != null);
        return added(read, worker, followed, branch, official, draft);
    }

    private Claim added(ClaimForm.Read read, Worker worker, Claim followed, String branch, Official official, boolean draft) {
        UUID id = UUID.randomUUID();
        Claim claim = Claim.draft(id, claims.nextNumber(read.programme(), today().getYear()), read.programme(), worker.id(),
                worker.villageCode(), branch, read.eventDate(), read.cause(), official.user(), steps.instant());
        claims.add(claim);
        files.add(id, read.heirs(), read.reporter());
        if (read.accident() != null) {
            injuries.add(id, read.accident());
        }
        if (followed != null) {
            injuries.follow(id, followed.id());
        }
        files.attach(id, read.documents(), official.user(), steps.instant());
        steps.done(claim, Step.FILE, Outcome.FILED, null, official);
        if (!draft) {
            process.start(id);
        }
        return claims.get(id);
    }

    /**
     * The process of a filed claim has begun: it counts, and whoever starts it must be entitled to file it.
     *
     * @return whether it waits for what the doctor says
     */
    @Transactional
    public boolean submit(UUID claimId) {
        Claim draft = claims.get(claimId);
        Official official = currentUser.acting(who -> ClaimAccess.mayFile(who, draft.villageCode(), draft.branch()));
        if (!ClaimAccess.mayFile(official, draft.villageCode(), draft.branch())) {
            throw ClaimSteps.notYours();
        }
        claims.lockDeathOf(draft.workerId());
        Claim claim = claims.lock(claimId);
        Claim submitted = claim.submitted(steps.instant());
        firstClaim.requireFirst(claim.workerId(), claim.programme(), claim.eventDate(), claimId,
                injuries.followedBy(claimId).isPresent());
        steps.done(claim, submitted, Step.SUBMIT, Outcome.SUBMITTED, null, official);
        return submitted.state() == ClaimState.IN_TREATMENT;
    }

    /** The officer has looked at the papers. What is missing goes to the family as a letter; complete starts the clock. */
    @Transactional
    public void check(UUID claimId, boolean complete, String note) {
        Claim claim = claims.lock(claimId);
        Official officer = steps.officer(claim, Step.CHECK, Role.BPJS_VERIFIKATOR);
        if (complete) {
            LocalDate received = LocalDate.ofInstant(claim.receivedAt(), WorkingDays.JAKARTA);
            LocalDate payBy = clock.payBy(received, claim.programme());
            steps.done(claim, claim.foundComplete(payBy), Step.CHECK, Outcome.COMPLETE,
                    withUnseen(papers.confirm(claim, officer), note), officer);
        } else {
            steps.requireNote(note, "Sebutkan dokumen apa yang belum lengkap.");
            steps.done(claim, claim.foundIncomplete(), Step.CHECK, Outcome.INCOMPLETE, note, officer);
            files.write(claim, "MISSING_DOCUMENTS", letters.missing(claim, note, papers.open(claim)), steps.instant());
        }
    }

    /** The village brings further papers; the file is checked again as of now. */
    @Transactional
    public void supply(UUID claimId, String documentIds) {
        Claim claim = claims.lock(claimId);
        Official official = currentUser.acting(who -> ClaimAccess.maySupply(who, claim.villageCode()));
        if (!ClaimAccess.maySupply(official, claim.villageCode())) {
            throw ClaimSteps.notYours();
        }
        steps.requireOtherPerson(claim, Step.SUPPLY, official);
        List<UUID> ids = Documents.ids(documentIds);
        if (ids.isEmpty()) {
            throw Refusal.invalid("DOCUMENT_REQUIRED", "Unggah sedikitnya satu dokumen yang diminta.");
        }
        documents.requireForAttaching(ids);
        papers.requireInNoOtherClaim(claimId, ids);
        Claim supplied = claim.supplied(steps.instant());
        files.attach(claimId, ids, official.user(), steps.instant());
        steps.done(claim, supplied, Step.SUPPLY, Outcome.SUPPLIED, "%d dokumen".formatted(ids.size()), official);
    }

    /** An officer may have papers in hand that nobody uploaded; those who approve are told which. */
    private static String withUnseen(List<ClaimPaper> unseen, String note) {
        if (unseen.isEmpty()) {
            return note;
        }
        String vouched = "Dinyatakan lengkap tanpa unggahan: " + unseen.stream().map(paper -> paper.asked().label())
                .collect(Collectors.joining(", ")) + ".";
        return note == null || note.isBlank() ? vouched : note.strip() + " " + vouched;
    }

    private String branchOf(Worker worker) {
        Optional<Village> village = regions.latest(worker.villageCode());
        return regions.branchOf(village.map(Village::regencyCode).orElse(worker.villageCode().substring(0, 5)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(steps.instant(), WorkingDays.JAKARTA);
    }
}
