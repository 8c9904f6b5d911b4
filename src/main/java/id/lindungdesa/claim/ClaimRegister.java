package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.Wording;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.refusal.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The claims as other modules may know them: in short, and by the letters that go into their files. */
@Service
public class ClaimRegister {

    private static final Set<Step> OF_THE_BRANCH = Set.of(Step.CHECK, Step.PROPOSE, Step.APPROVE, Step.APPROVE_ABOVE_LIMIT,
            Step.ORDER_PAYMENT, Step.PROPOSE_SUPPLEMENT, Step.APPROVE_SUPPLEMENT, Step.APPROVE_SUPPLEMENT_ABOVE_LIMIT, Step.ORDER_SUPPLEMENT);
    private static final Set<Step> DECIDING = Set.of(Step.APPROVE, Step.APPROVE_ABOVE_LIMIT);

    private final Claims claims;
    private final ClaimFiles files;
    private final Benefits benefits;
    private final ClaimSteps steps;
    private final JdbcClient jdbc;

    ClaimRegister(Claims claims, ClaimFiles files, Benefits benefits, ClaimSteps steps, JdbcClient jdbc) {
        this.claims = claims;
        this.files = files;
        this.benefits = benefits;
        this.steps = steps;
        this.jdbc = jdbc;
    }

    /** @throws Refusal CLAIM_UNKNOWN, for a draft too: it is no claim yet */
    public ClaimBrief byNumber(String number) {
        return get(jdbc.sql("""
                select id from claim_claim where state <> 'DRAFT' and (number = :number
                    or id = (select claim_id from claim_former_number former where former.number = :number))""")
                .param("number", number).query(UUID.class).optional()
                .orElseThrow(() -> Refusal.notFound("CLAIM_UNKNOWN", "Klaim tidak ditemukan. Periksa nomornya.")));
    }

    /** Empty where the case is no claim, or a draft. */
    public Optional<ClaimBrief> find(UUID caseId) {
        return claims.find(caseId).filter(claim -> claim.state() != ClaimState.DRAFT).map(claim -> get(caseId));
    }

    /** @throws Refusal CLAIM_UNKNOWN */
    public ClaimBrief get(UUID claimId) {
        Claim claim = claims.get(claimId);
        Benefits.Verdict verdict = benefits.verdict(claimId).orElse(null);
        return new ClaimBrief(claim.id(), claim.number(), claim.programme().name(), claim.state().label(),
                claim.state() == ClaimState.REJECTED, claim.state() == ClaimState.PAID,
                verdict != null && verdict.decision() == Assessment.Decision.REDUCED, claim.villageCode(), claim.branch(),
                claim.eventDate(), claim.payBy(), verdict == null ? "" : verdict.reasons().stream().map(Wording::reason)
                        .collect(Collectors.joining("; ")),
                decision(claim), claim.deeds().stream().filter(deed -> OF_THE_BRANCH.contains(deed.step())).map(Deed::user)
                        .collect(Collectors.toSet()),
                claim.last(Step.APPROVE_ABOVE_LIMIT).or(() -> claim.last(Step.APPROVE_SUPPLEMENT_ABOVE_LIMIT)).isPresent());
    }

    private static String decision(Claim claim) {
        return claim.deeds().stream().filter(deed -> DECIDING.contains(deed.step()) && deed.outcome() != Outcome.RETURNED)
                .reduce((first, second) -> second).map(deed -> "%s, %s%s".formatted(deed.outcome().label(),
                        DateWords.day(deed.at()),
                        deed.note() == null || deed.note().isBlank() ? "" : ": " + deed.note())).orElse("");
    }

    /**
     * Puts a letter to the family into the claim's file, under its running number.
     *
     * @param kind what the letter is, in capitals: {@code COMPLAINT_RECEIVED}
     * @param email who is told of it besides whoever reported the claim; null for nobody
     */
    @Transactional
    public String write(UUID claimId, String kind, String text, String email) {
        return files.write(claims.lock(claimId), kind, text, steps.instant(), email);
    }
}
