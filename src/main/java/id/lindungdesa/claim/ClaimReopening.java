package id.lindungdesa.claim;

import id.lindungdesa.identity.Official;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a claim back to the desk because a complaint, a mediation or a court said so. What was decided before stays in the
 * record; a rejected claim is checked, assessed and decided anew, by others than those who rejected it, of a paid one the
 * difference is calculated and paid.
 */
@Service
public class ClaimReopening {

    private final Claims claims;
    private final Benefits benefits;
    private final ClaimSteps steps;
    private final ClaimProcess process;
    private final SupplementDesk supplements;
    private final JdbcClient jdbc;

    ClaimReopening(Claims claims, Benefits benefits, ClaimSteps steps, ClaimProcess process, SupplementDesk supplements,
            JdbcClient jdbc) {
        this.claims = claims;
        this.benefits = benefits;
        this.steps = steps;
        this.process = process;
        this.supplements = supplements;
        this.jdbc = jdbc;
    }

    /**
     * @param by the user who decided that the claim is reopened, and his name for the record
     * @throws Refusal CLAIM_STATE unless the claim is rejected: what was paid is no longer the desk's
     */
    @Transactional
    public void reopen(UUID claimId, String reason, String legalBasis, String by, String byName) {
        Claim claim = claims.lock(claimId);
        Instant at = steps.instant();
        Claim reopened = claim.reopened(at);
        keepFormerDecision(claimId, reason, legalBasis, by, at);
        steps.done(claim, reopened, Step.REOPEN, Outcome.REOPENED, "%s (%s)".formatted(reason, legalBasis),
                new Official(by, byName, Set.of()));
        process.reopened(claimId);
    }

    /**
     * @param by the user who decided that the amount was wrong, and his name for the record
     * @throws Refusal CLAIM_STATE unless the claim is paid
     */
    @Transactional
    public void recalculate(UUID claimId, String reason, String legalBasis, String by, String byName) {
        supplements.open(claimId, reason, legalBasis, new Official(by, byName, Set.of()));
    }

    /** Amounts that were rejected were not paid; they make room for those of the new assessment. */
    private void keepFormerDecision(UUID claimId, String reason, String legalBasis, String by, Instant at) {
        jdbc.sql("""
                insert into claim_reopening (claim_id, place, reopened_at, reopened_by, reason, legal_basis, former_decision,
                                             former_reasons, former_legal_basis, former_rule_versions, former_components)
                select claim.id, (select count(*) + 1 from claim_reopening where claim_id = :claim), :at, :by, :reason, :basis,
                       claim.decision, claim.reasons, claim.legal_basis, claim.rule_versions,
                       coalesce((select string_agg(format('%s %s %s', code, payee, rupiah), '; ' order by place)
                                   from claim_component where claim_id = :claim), '')
                  from claim_claim claim where claim.id = :claim""")
                .param("claim", claimId).param("at", Claims.time(at)).param("by", by).param("reason", reason)
                .param("basis", legalBasis).update();
        benefits.withdraw(claimId);
    }
}
