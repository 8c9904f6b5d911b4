package id.lindungdesa.claim;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Penalties for late payment, one for a claim. */
@Repository
class Penalties {

    private static final String COLUMNS = """
            select id, claim_id, pay_by, paid_on, days_late, percent_per_day, benefit_rupiah, rupiah, legal_basis, rule_version,
                   state, delayed_by, bank_reference
              from claim_penalty
            """;

    private final JdbcClient jdbc;

    Penalties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new: a claim is paid late once */
    boolean add(Penalty penalty) {
        return jdbc.sql("""
                insert into claim_penalty (id, claim_id, pay_by, paid_on, days_late, percent_per_day, benefit_rupiah, rupiah,
                                           legal_basis, rule_version, state)
                values (:id, :claim, :payBy, :paidOn, :days, :percent, :benefit, :rupiah, :legalBasis, :version, :state)
                    on conflict (claim_id) do nothing""")
                .param("id", penalty.id()).param("claim", penalty.claimId()).param("payBy", penalty.payBy())
                .param("paidOn", penalty.paidOn()).param("days", penalty.daysLate()).param("percent", penalty.percentPerDay())
                .param("benefit", penalty.benefit().amount()).param("rupiah", penalty.rupiah().amount())
                .param("legalBasis", penalty.legalBasis()).param("version", penalty.ruleVersion())
                .param("state", penalty.state().name()).update() == 1;
    }

    Penalty get(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(Penalties::penalty).optional().orElseThrow(Penalties::unknown);
    }

    Penalty lock(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id for update").param("id", id).query(Penalties::penalty).optional()
                .orElseThrow(Penalties::unknown);
    }

    Optional<Penalty> of(UUID claimId) {
        return jdbc.sql(COLUMNS + " where claim_id = :claim").param("claim", claimId).query(Penalties::penalty).optional();
    }

    void update(Penalty penalty) {
        jdbc.sql("update claim_penalty set state = :state, delayed_by = :who, bank_reference = :reference where id = :id")
                .param("state", penalty.state().name()).param("who", penalty.delayedBy() == null ? null : penalty.delayedBy().name())
                .param("reference", penalty.bankReference()).param("id", penalty.id()).update();
    }

    private static Penalty penalty(ResultSet row, int number) throws SQLException {
        String who = row.getString("delayed_by");
        return new Penalty(row.getObject("id", UUID.class), row.getObject("claim_id", UUID.class),
                row.getObject("pay_by", LocalDate.class), row.getObject("paid_on", LocalDate.class), row.getInt("days_late"),
                row.getInt("percent_per_day"), Rupiah.of(row.getLong("benefit_rupiah")), Rupiah.of(row.getLong("rupiah")),
                row.getString("legal_basis"), row.getString("rule_version"), PenaltyState.valueOf(row.getString("state")),
                who == null ? null : DelayedBy.valueOf(who), row.getString("bank_reference"));
    }

    private static Refusal unknown() {
        return Refusal.notFound("PENALTY_UNKNOWN", "Denda ini tidak ditemukan.");
    }
}
