package id.lindungdesa.claim;

import id.lindungdesa.benefit.BenefitRules;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.document.Documents;
import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.identity.CallerAddress;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.refusal.Refusal;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Papers that come in while the file is not complete: at the counter, or from the family through a link. What a link holds
 * is told once and kept as a hash; it opens one claim's list of missing papers and nothing else.
 */
@Service
class ClaimUploads {

    static final int FREE_GUESSES = 20;

    private static final Duration GUESSES_WITHIN = Duration.ofMinutes(15);
    private static final String BY_LINK = "tautan:";
    /** Whoever holds the link; no user is called so, since a name has no colon. */
    private static final Official FAMILY = new Official(BY_LINK + "unggah", "Keluarga, melalui tautan unggah", Set.of());
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Claims claims;
    private final ClaimFiles files;
    private final ClaimPapers papers;
    private final ClaimSteps steps;
    private final ClaimProcess process;
    private final BenefitRules rules;
    private final UploadLinks links;
    private final Documents documents;
    private final CurrentUser currentUser;
    private final TransactionTemplate transaction;

    ClaimUploads(Claims claims, ClaimFiles files, ClaimPapers papers, ClaimSteps steps, ClaimProcess process, BenefitRules rules,
            UploadLinks links, Documents documents, CurrentUser currentUser, TransactionTemplate transaction) {
        this.claims = claims;
        this.files = files;
        this.papers = papers;
        this.steps = steps;
        this.process = process;
        this.rules = rules;
        this.links = links;
        this.documents = documents;
        this.currentUser = currentUser;
        this.transaction = transaction;
    }

    /** A new link and its secret, which nobody can be told again. */
    record Made(UploadLink link, String token) {}

    /** What a link shows: the claim and what is still asked for. */
    record Asked(Claim claim, UploadLink link, List<ClaimPaper> open) {}

    /** Closes the claim's earlier links: one is enough, and whoever has lost his asks for another. */
    @Transactional
    public Made make(UUID claimId) {
        Claim claim = claims.lock(claimId);
        Official official = filer(claim);
        claim.requireOpenForPapers();
        Instant now = steps.instant();
        BenefitRules.LinkTerms terms = rules.uploadLink(LocalDate.ofInstant(now, WorkingDays.JAKARTA));
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        UploadLink link = new UploadLink(UUID.randomUUID(), claimId, official.user(), now, now.plus(Duration.ofHours(terms.hours())),
                terms.files(), (long) terms.megabytes() << 20, 0, 0, 0, null);
        links.revoke(claimId, null, official.user(), now);
        links.add(link, hash(token), terms.version());
        return new Made(link, token);
    }

    @Transactional
    public void revoke(UUID claimId, UUID linkId) {
        Official official = filer(claims.lock(claimId));
        if (links.revoke(claimId, linkId, official.user(), steps.instant()) == 0) {
            throw Refusal.notFound("LINK_UNKNOWN", "Tautan ini tidak ada atau sudah ditutup.");
        }
    }

    List<UploadLink> of(UUID claimId) {
        filer(claims.get(claimId));
        return links.of(claimId);
    }

    /** @throws Refusal LINK_UNKNOWN, LINK_REVOKED, LINK_EXPIRED, or PAPERS_NOT_WANTED when the claim needs none any more */
    Asked look(String token) {
        UploadLink link = linkOf(token);
        link.requireOpen(steps.instant());
        Claim claim = claims.get(link.claimId());
        return new Asked(claim, link, claim.isOpenForPapers() ? papers.open(claim) : List.of());
    }

    /**
     * Takes one file from the family. Everything is asked before its first byte is read, and asked again when it lies whole
     * on disk; in between somebody may have closed the link.
     */
    StoredDocument receive(String token, String kind, String fileName, long announced, InputStream content) {
        UploadLink link = linkOf(token);
        link.requireRoomFor(Math.max(announced, 0), steps.instant());
        Claim claim = claims.get(link.claimId());
        claim.requireOpenForPapers();
        if (papers.of(claim).stream().noneMatch(paper -> paper.asked().kind().equals(kind))) {
            throw Refusal.invalid("PAPER_UNKNOWN", "Dokumen ini tidak diminta dalam klaim ini.");
        }
        links.begun(link.id());
        StoredDocument stored = documents.store(content, fileName, kind, BY_LINK + link.id());
        transaction.executeWithoutResult(status -> {
            claims.lock(link.claimId());        // before the link: making and closing links takes them in this order
            UploadLink now = links.lock(link.id());
            now.requireRoomFor(stored.bytes(), steps.instant());
            links.received(link.id(), stored.bytes());
            attach(link.claimId(), List.of(stored.id()), List.of(kind), BY_LINK + link.id());
        });
        return stored;
    }

    /** The family has brought what it has: the officer looks again. */
    Claim handIn(String token) {
        UploadLink link = linkOf(token);
        link.requireOpen(steps.instant());
        if (link.files() == 0) {
            throw Refusal.invalid("DOCUMENT_REQUIRED", "Unggah sedikitnya satu dokumen yang diminta.");
        }
        transaction.executeWithoutResult(status -> {
            if (claims.lock(link.claimId()).state() == ClaimState.INCOMPLETE) {
                process.documentsUploaded(link.claimId());
            }
        });
        return claims.get(link.claimId());
    }

    /** Papers at the counter: the branch's officers, and the village, bring them as their own uploads. */
    @Transactional
    public Claim bring(UUID claimId, List<UUID> ids) {
        Claim claim = claims.lock(claimId);
        Official official = filer(claim);
        steps.requireOtherPerson(claim, Step.SUPPLY, official);
        if (ids == null || ids.isEmpty()) {
            throw Refusal.invalid("DOCUMENT_REQUIRED", "Unggah sedikitnya satu dokumen yang diminta.");
        }
        List<StoredDocument> brought = documents.requireForAttaching(ids);
        papers.requireInNoOtherClaim(claimId, ids);
        attach(claimId, ids, brought.stream().map(StoredDocument::kind).toList(), official.user());
        if (claim.state() == ClaimState.INCOMPLETE) {
            process.documentsUploaded(claimId);
        }
        return claims.get(claimId);
    }

    /** The process says that papers came which nobody supplied through the village's task. */
    @Transactional
    public void recordUpload(UUID claimId) {
        Claim claim = claims.lock(claimId);
        Official official = currentUser.find().orElse(FAMILY);
        steps.done(claim, claim.supplied(steps.instant()), Step.SUPPLY, Outcome.SUPPLIED, null, official);
    }

    /** The clock of a complete file runs from the last paper that made it so, not from one more copy of what was there. */
    private void attach(UUID claimId, List<UUID> ids, List<String> kinds, String by) {
        Claim claim = claims.lock(claimId);
        claim.requireOpenForPapers();
        boolean wanted = papers.open(claim).stream().anyMatch(paper -> kinds.contains(paper.asked().kind()));
        files.attach(claimId, ids, by, steps.instant());
        if (wanted && claim.state() == ClaimState.SUBMITTED) {
            claims.update(claim, claim.received(steps.instant()));
        }
    }

    private Official filer(Claim claim) {
        Official official = currentUser.acting(who -> ClaimAccess.mayFile(who, claim.villageCode(), claim.branch()));
        if (!ClaimAccess.mayFile(official, claim.villageCode(), claim.branch())) {
            throw ClaimSteps.notYours();
        }
        return official;
    }

    private UploadLink linkOf(String token) {
        return links.byHash(hash(token)).orElseThrow(() -> {
            boolean many = links.guessed(CallerAddress.current(), steps.instant(), GUESSES_WITHIN) > FREE_GUESSES;
            return many ? Refusal.forbidden("TOO_MANY_GUESSES", "Terlalu banyak percobaan dari alamat ini. Coba lagi seperempat jam lagi.")
                    : Refusal.notFound("LINK_UNKNOWN", "Tautan ini tidak dikenal. Periksa alamatnya, atau minta tautan baru.");
        });
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
