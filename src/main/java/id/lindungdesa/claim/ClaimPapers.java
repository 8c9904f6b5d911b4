package id.lindungdesa.claim;

import id.lindungdesa.benefit.BenefitRules;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.claim.ClaimPaper.Standing;
import id.lindungdesa.document.Documents;
import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers of a claim, one by one: what its checklist asks for, what was brought, and what the officer said of it. The
 * file is complete when every required paper is accepted or waived; the officer confirms it, nobody can say it against a
 * paper that he refused.
 */
@Service
class ClaimPapers {

    private static final int LONGEST_NOTE = 500;
    private static final int SHORTEST_NOTE = 5;

    private final Claims claims;
    private final PaperDecisions decisions;
    private final ClaimCircumstances circumstances;
    private final BenefitRules rules;
    private final Documents documents;
    private final ClaimSteps steps;
    private final CurrentUser currentUser;

    ClaimPapers(Claims claims, PaperDecisions decisions, ClaimCircumstances circumstances, BenefitRules rules,
            Documents documents, ClaimSteps steps, CurrentUser currentUser) {
        this.claims = claims;
        this.decisions = decisions;
        this.circumstances = circumstances;
        this.rules = rules;
        this.documents = documents;
        this.steps = steps;
        this.currentUser = currentUser;
    }

    /** The officer's word on a paper, as he sends it. */
    record Word(String kind, String verdict, String fault, String note) {}

    /** The same for whoever asks, if he may read the claim with its people. */
    List<ClaimPaper> read(UUID claimId) {
        Claim claim = claims.get(claimId);
        if (!ClaimAccess.mayReadPeople(currentUser.get(), claim.villageCode(), claim.branch())) {
            throw ClaimSteps.notYours();
        }
        return of(claim);
    }

    /** The checklist of this claim with what stands behind each line. */
    List<ClaimPaper> of(Claim claim) {
        Map<UUID, Instant> arrivals = decisions.arrivals(claim.id());
        List<StoredDocument> brought = documents.requireAll(arrivals.keySet());
        Map<String, PaperDecision> said = decisions.last(claim.id());
        return rules.checklist(claim.eventDate(), claim.programme().name(), circumstances.of(claim), circumstances.total(claim))
                .stream().map(asked -> {
                    List<StoredDocument> these = brought.stream().filter(document -> document.kind().equals(asked.kind())).toList();
                    Instant newest = these.stream().map(document -> arrivals.get(document.id()))
                            .max(Comparator.naturalOrder()).orElse(null);
                    return new ClaimPaper(asked, these, newest, said.get(asked.kind()));
                }).toList();
    }

    /** What the family still has to bring. */
    List<ClaimPaper> open(Claim claim) {
        return of(claim).stream().filter(ClaimPaper::isOpen).toList();
    }

    /** Whether the police's report is asked for; null where the claim is about no accident. */
    Boolean inTraffic(UUID claimId) {
        return claims.get(claimId).programme() == Programme.JKK ? decisions.inTraffic(claimId) : null;
    }

    /** All that was brought, in the order of the checklist; what it does not ask for comes last. */
    List<StoredDocument> documents(Claim claim) {
        List<String> asked = rules.checklist(claim.eventDate(), claim.programme().name(), circumstances.of(claim), circumstances.total(claim))
                .stream().map(BenefitRules.Paper::kind).toList();
        return documents.requireAll(decisions.arrivals(claim.id()).keySet()).stream()
                .sorted(Comparator.comparingInt(document -> asked.contains(document.kind()) ? asked.indexOf(document.kind()) : asked.size())).toList();
    }

    /**
     * @param traffic whether the accident happened in traffic; null where nothing is said of it
     * @throws Refusal PAPERS_INVALID with every faulty row; CLAIM_STATE when the file is not being checked
     */
    @Transactional
    public List<ClaimPaper> decide(UUID claimId, List<Word> words, Boolean traffic) {
        Claim claim = claims.lock(claimId);
        Official officer = steps.officer(claim, Step.CHECK, Role.BPJS_VERIFIKATOR);
        claim.requireBeingChecked();
        if (traffic != null) {
            decisions.inTraffic(claimId, traffic, officer.user(), steps.instant());
        }
        Map<String, ClaimPaper> papers = new LinkedHashMap<>();
        of(claim).forEach(paper -> papers.put(paper.asked().kind(), paper));
        List<Finding> faults = new ArrayList<>();
        List<PaperDecision> read = new ArrayList<>();
        for (int i = 0; i < (words == null ? 0 : words.size()); i++) {
            read(words.get(i), i, papers, officer, faults).ifPresent(read::add);
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid("PAPERS_INVALID", "Penilaian dokumen belum benar. Periksa baris yang ditandai.", faults);
        }
        read.forEach(decision -> {
            if (decision.verdict() == PaperVerdict.ACCEPTED) {
                documents.requireWhole(papers.get(decision.kind()).documents());
            }
            decisions.add(claimId, decision);
        });
        return of(claim);
    }

    private Optional<PaperDecision> read(Word word, int row, Map<String, ClaimPaper> papers, Official officer, List<Finding> faults) {
        int before = faults.size();
        ClaimPaper paper = word == null ? null : papers.get(word.kind());
        PaperVerdict verdict = word == null ? null : named(PaperVerdict.values(), word.verdict());
        PaperFault fault = word == null ? null : named(PaperFault.values(), word.fault());
        String note = word == null || word.note() == null || word.note().isBlank() ? null : word.note().strip();
        require(paper != null, faults, row, "kind", "PAPER_UNKNOWN", "Dokumen ini tidak diminta dalam klaim ini.");
        require(verdict != null, faults, row, "verdict", "VERDICT_UNKNOWN", "Pilih: diterima, ditolak, dibebaskan, atau belum ada.");
        require(note == null || note.length() <= LONGEST_NOTE, faults, row, "note", "NOTE_TOO_LONG",
                "Keterangan paling banyak %d tanda.".formatted(LONGEST_NOTE));
        if (faults.size() > before) {
            return Optional.empty();
        }
        boolean there = !paper.documents().isEmpty();
        String label = paper.asked().label();
        switch (verdict) {
            case ACCEPTED -> require(there, faults, row, "verdict", "PAPER_ABSENT",
                    label + " belum diunggah. Unggah lebih dahulu, atau bebaskan dengan alasan.");
            case MISSING -> require(!there, faults, row, "verdict", "PAPER_PRESENT", label + " sudah diunggah; terima atau tolak dengan alasan.");
            case REFUSED -> {
                require(there, faults, row, "verdict", "PAPER_ABSENT", label + " belum diunggah; pilih \"Belum ada\".");
                require(fault != null, faults, row, "fault", "FAULT_REQUIRED", "Sebutkan mengapa %s ditolak.".formatted(label));
                require(fault != PaperFault.OTHER || isReason(note), faults, row, "note", "NOTE_REQUIRED",
                        "Jelaskan mengapa %s ditolak.".formatted(label));
            }
            case WAIVED -> require(isReason(note), faults, row, "note", "NOTE_REQUIRED",
                    "Jelaskan mengapa %s dibebaskan, misalnya aslinya diperlihatkan.".formatted(label));
        }
        return faults.size() > before ? Optional.empty() : Optional.of(new PaperDecision(paper.asked().kind(), verdict,
                verdict == PaperVerdict.REFUSED ? fault : null, note, officer.user(), officer.name(), steps.instant()));
    }

    /**
     * The officer confirms that the file is complete: what he has not judged yet he accepts by that, and what nobody
     * uploaded he vouches for; both are written down as his.
     *
     * @return the required papers that he confirms without an upload
     * @throws Refusal PAPERS_MISSING naming each paper that he himself called missing or refused
     */
    List<ClaimPaper> confirm(Claim claim, Official officer) {
        List<ClaimPaper> all = of(claim);
        List<Finding> held = all.stream().filter(ClaimPaper::isHeldBack).map(paper -> Finding.at(null, paper.asked().kind(),
                paper.standing() == Standing.REFUSED ? "PAPER_REFUSED" : "PAPER_ABSENT",
                "%s: %s.".formatted(paper.asked().label(), paper.why()))).toList();
        if (!held.isEmpty()) {
            throw Refusal.invalid("PAPERS_MISSING", "Berkas belum lengkap: "
                    + String.join(" ", held.stream().map(Finding::message).toList()), held);
        }
        List<ClaimPaper> unseen = new ArrayList<>();
        for (ClaimPaper paper : all) {
            if (paper.standing() == Standing.TO_CHECK) {
                documents.requireWhole(paper.documents());
                say(claim, paper, PaperVerdict.ACCEPTED, null, officer);
            } else if (paper.isOpen()) {
                say(claim, paper, PaperVerdict.WAIVED, "Dinyatakan lengkap tanpa unggahan", officer);
                unseen.add(paper);
            }
        }
        return unseen;
    }

    private void say(Claim claim, ClaimPaper paper, PaperVerdict verdict, String note, Official officer) {
        decisions.add(claim.id(), new PaperDecision(paper.asked().kind(), verdict, null, note, officer.user(), officer.name(),
                steps.instant()));
    }

    /** A paper belongs to one family: whoever brings it to another claim brings somebody else's. */
    void requireInNoOtherClaim(UUID claimId, List<UUID> ids) {
        List<String> others = decisions.otherClaimsWith(claimId, ids);
        if (!others.isEmpty()) {
            throw Refusal.conflict("DOCUMENT_IN_OTHER_CLAIM", "Dokumen ini sudah menjadi berkas klaim %s. Unggah dokumen milik klaim ini."
                    .formatted(String.join(", ", others)));
        }
    }

    private static boolean isReason(String note) {
        return note != null && note.length() >= SHORTEST_NOTE;
    }

    private static <T extends Enum<T>> T named(T[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst().orElse(null);
    }

    private static void require(boolean holds, List<Finding> faults, int row, String field, String code, String message) {
        if (!holds) {
            faults.add(Finding.at("/papers/%d/%s".formatted(row, field), field, code, message));
        }
    }
}
