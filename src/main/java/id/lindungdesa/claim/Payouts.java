package id.lindungdesa.claim;

import id.lindungdesa.claim.Payout.State;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The transfers to payees as the bank knows them: who, how much, under which reference. */
@Repository
class Payouts {

    private static final String COLUMNS =
            "select id, claim_id, payee, attempt, rupiah, receiver, account, reference, state, supplement_id from claim_payout";

    private final JdbcClient jdbc;

    Payouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What finance typed for single payees before ordering. */
    void plan(UUID claimId, int payee, String reference) {
        jdbc.sql("""
                insert into claim_planned_reference (claim_id, payee, reference) values (:claim, :payee, :reference)
                    on conflict (claim_id, payee) do update set reference = excluded.reference""")
                .param("claim", claimId).param("payee", payee).param("reference", reference).update();
    }

    Map<Integer, String> planned(UUID claimId) {
        record Planned(int payee, String reference) {}
        return jdbc.sql("select payee, reference from claim_planned_reference where claim_id = :claim").param("claim", claimId)
                .query(Planned.class).stream().collect(Collectors.toMap(Planned::payee, Planned::reference));
    }

    /** What was typed for one order is not meant for the next. */
    void forgetPlans(UUID claimId) {
        jdbc.sql("delete from claim_planned_reference where claim_id = :claim").param("claim", claimId).update();
    }

    /**
     * @param supplement the difference that is paid; null for the claim itself
     * @throws Refusal BANK_REFERENCE_USED where another transfer has that reference
     */
    Payout order(UUID claimId, Payee payee, String reference, Instant at, UUID supplement) {
        int attempt = jdbc.sql("select count(*) + 1 from claim_payout where claim_id = :claim and payee = :payee")
                .param("claim", claimId).param("payee", payee.place()).query(Integer.class).single();
        Payout payout = new Payout(UUID.randomUUID(), claimId, payee.place(), attempt, payee.rupiah(), payee.receiver(),
                payee.account(), reference, State.ORDERED, supplement);
        requireUnused(reference);
        try {
            jdbc.sql("""
                    insert into claim_payout (id, claim_id, payee, attempt, rupiah, receiver, account, reference, state, ordered_at,
                                              supplement_id)
                    values (:id, :claim, :payee, :attempt, :rupiah, :receiver, :account, :reference, 'ORDERED', :at, :supplement)""")
                    .param("id", payout.id()).param("claim", claimId).param("payee", payout.payee()).param("attempt", attempt)
                    .param("rupiah", payout.rupiah().amount()).param("receiver", payout.receiver())
                    .param("account", payout.account()).param("reference", reference).param("at", Claims.time(at))
                    .param("supplement", supplement).update();
        } catch (DuplicateKeyException e) {
            throw used(reference);
        }
        return payout;
    }

    /** Asked first, because the transaction of whoever runs into the constraint is lost. */
    private void requireUnused(String reference) {
        if (jdbc.sql("select count(*) from claim_payout where reference = :reference").param("reference", reference)
                .query(Long.class).single() > 0) {
            throw used(reference);
        }
    }

    List<Payout> of(UUID claimId) {
        return jdbc.sql(COLUMNS + " where claim_id = :claim order by payee, attempt").param("claim", claimId)
                .query(Payouts::payout).list();
    }

    Payout get(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(Payouts::payout).single();
    }

    Optional<Payout> byReference(String reference) {
        return jdbc.sql(COLUMNS + " where reference = :reference").param("reference", reference)
                .query(Payouts::payout).optional();
    }

    void paid(UUID id, Instant at) {
        jdbc.sql("update claim_payout set state = 'PAID', paid_at = :at where id = :id and state = 'ORDERED'")
                .param("at", Claims.time(at)).param("id", id).update();
    }

    void returned(UUID id) {
        jdbc.sql("update claim_payout set state = 'RETURNED' where id = :id").param("id", id).update();
    }

    private static Refusal used(String reference) {
        return Refusal.conflict("BANK_REFERENCE_USED", ("Nomor referensi bank %s sudah dipakai untuk pembayaran lain. "
                + "Setiap transfer mempunyai nomor sendiri.").formatted(reference));
    }

    private static Payout payout(ResultSet row, int number) throws SQLException {
        return new Payout(row.getObject("id", UUID.class), row.getObject("claim_id", UUID.class), row.getInt("payee"),
                row.getInt("attempt"), Rupiah.of(row.getLong("rupiah")), row.getString("receiver"), row.getString("account"),
                row.getString("reference"), State.valueOf(row.getString("state")),
                row.getObject("supplement_id", UUID.class));
    }
}
