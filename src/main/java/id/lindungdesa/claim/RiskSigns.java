package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.Membership.Standing;
import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.Ruling;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a claim looks like beside others: deaths that cluster in a village, heirs who recur, late registration. */
@Component
class RiskSigns {

    static final String EARLY_DEATH = "EARLY_DEATH";
    static final String DEATH_CLUSTER = "DEATH_CLUSTER";
    static final String RECURRING_HEIR = "RECURRING_HEIR";
    static final String LATE_REGISTRATION = "LATE_REGISTRATION";
    /** Signs for which somebody goes and looks. */
    private static final Set<String> TO_BE_CHECKED = Set.of(EARLY_DEATH, DEATH_CLUSTER, RECURRING_HEIR, LATE_REGISTRATION);

    private final RuleBook ruleBook;
    private final JdbcClient jdbc;

    RiskSigns(RuleBook ruleBook, JdbcClient jdbc) {
        this.ruleBook = ruleBook;
        this.jdbc = jdbc;
    }

    /** The signs of a claim that was assessed, those of the rules with them; kept with the claim. */
    Set<String> of(Claim claim, Assessment assessment) {
        Ruling window = ruleBook.decide("risk-window", claim.eventDate(), Map.of());
        Set<String> signs = new LinkedHashSet<>(assessment.flags());
        if (isCluster(claim, window)) {
            signs.add(DEATH_CLUSTER);
        }
        if (heirRecurs(claim, window)) {
            signs.add(RECURRING_HEIR);
        }
        if (assessment.membership() != null && assessment.membership().standing() == Standing.REGISTERED_AFTER_EVENT) {
            signs.add(LATE_REGISTRATION);
        }
        jdbc.sql("update claim_claim set flags = :flags where id = :claim").param("flags", signs.toArray(String[]::new))
                .param("claim", claim.id()).update();
        return signs;
    }

    static Set<String> toBeChecked(Set<String> signs) {
        Set<String> checked = new LinkedHashSet<>(signs);
        checked.retainAll(TO_BE_CHECKED);
        return checked;
    }

    /** Deaths soon after registration: members of long standing die too, and an old village has many of them. */
    private boolean isCluster(Claim claim, Ruling window) {
        return jdbc.sql("""
                select count(*) >= :deaths and bool_or(id = :claim) from claim_claim
                 where village_code = :village and consequence = 'DEATH' and member_months < :months
                   and state not in ('DRAFT', 'REJECTED')
                   and event_date between cast(:event as date) - cast(:days as integer) and cast(:event as date) + cast(:days as integer)""")
                .param("deaths", window.amount("deaths")).param("claim", claim.id()).param("village", claim.villageCode())
                .param("months", window.amount("months")).param("event", claim.eventDate()).param("days", window.amount("days"))
                .query(Boolean.class).optional().orElse(false);
    }

    private boolean heirRecurs(Claim claim, Ruling window) {
        return jdbc.sql("""
                select exists (
                    select 1 from claim_heir heir join claim_heir other on other.nik = heir.nik
                      join claim_claim claim on claim.id = other.claim_id and claim.state not in ('DRAFT', 'REJECTED')
                     where heir.claim_id = :claim
                       and claim.event_date between cast(:event as date) - cast(:days as integer) and cast(:event as date) + cast(:days as integer)
                     group by heir.nik having count(distinct claim.worker_id) >= :claims)""")
                .param("claim", claim.id()).param("event", claim.eventDate()).param("days", window.amount("days"))
                .param("claims", window.amount("heirClaims")).query(Boolean.class).single();
    }
}
