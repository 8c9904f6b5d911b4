package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.Assessment.Component;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.claim.Supplement.State;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Differences of paid claims, and all that was paid for an event by now. */
@Repository
class Supplements {

    private static final String COLUMNS = """
            select id, number, claim_id, state, reason, legal_basis, pay_by, facts, due_rupiah, paid_rupiah, rule_versions
              from claim_supplement""";

    private final JdbcClient jdbc;

    Supplements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The claim is locked by whoever asks. */
    String nextNumber(Claim claim) {
        return claim.number() + "/T-" + jdbc.sql("select count(*) + 1 from claim_supplement where claim_id = :claim")
                .param("claim", claim.id()).query(Integer.class).single();
    }

    void add(Supplement supplement, String by, Instant at) {
        jdbc.sql("""
                insert into claim_supplement (id, number, claim_id, state, reason, legal_basis, opened_by, opened_at, pay_by)
                values (:id, :number, :claim, :state, :reason, :basis, :by, :at, :payBy)""")
                .param("id", supplement.id()).param("number", supplement.number()).param("claim", supplement.claimId())
                .param("state", supplement.state().name()).param("reason", supplement.reason()).param("basis", supplement.legalBasis())
                .param("by", by).param("at", Claims.time(at)).param("payBy", supplement.payBy()).update();
    }

    Supplement get(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(Supplements::supplement).optional()
                .orElseThrow(() -> Refusal.notFound("SUPPLEMENT_UNKNOWN", "Pembayaran selisih tidak ditemukan."));
    }

    /** Of a claim, oldest first. */
    List<Supplement> of(UUID claimId) {
        return jdbc.sql(COLUMNS + " where claim_id = :claim order by opened_at, number").param("claim", claimId)
                .query(Supplements::supplement).list();
    }

    Optional<Supplement> open(UUID claimId) {
        return of(claimId).stream().filter(one -> !one.state().isOver()).findFirst();
    }

    void update(Supplement before, Supplement after) {
        int updated = jdbc.sql("""
                update claim_supplement
                   set state = :state, facts = :facts, due_rupiah = :due, paid_rupiah = :paid, rule_versions = :versions
                 where id = :id and state = :before""")
                .param("state", after.state().name()).param("facts", after.facts())
                .param("due", after.due() == null ? null : after.due().amount())
                .param("paid", after.paid() == null ? null : after.paid().amount()).param("versions", after.ruleVersions())
                .param("id", before.id()).param("before", before.state().name()).update();
        if (updated != 1) {
            throw Refusal.conflict("SUPPLEMENT_STATE", "Pembayaran selisih %s baru saja diubah. Muat ulang.".formatted(before.number()));
        }
    }

    /** The difference for each component and payee instead of what was calculated before. */
    void replaceLines(UUID id, Assessment difference) {
        Map<String, Component> components = difference.components().stream().collect(Collectors.toMap(Component::code, one -> one));
        jdbc.sql("delete from claim_supplement_line where supplement_id = :id").param("id", id).update();
        int place = 0;
        for (Assessment.Share share : difference.shares()) {
            jdbc.sql("""
                    insert into claim_supplement_line (supplement_id, code, payee, rupiah, legal_basis, rule_version, place)
                    values (:id, :code, :payee, :rupiah, :basis, :version, :place)""")
                    .param("id", id).param("code", share.code()).param("payee", share.payee()).param("rupiah", share.rupiah().amount())
                    .param("basis", components.get(share.code()).legalBasis())
                    .param("version", components.get(share.code()).ruleVersion()).param("place", place++).update();
        }
    }

    List<Line> lines(UUID id) {
        return jdbc.sql("""
                select code, payee, rupiah, legal_basis, rule_version, transfer_id, bank_reference, paid_at
                  from claim_supplement_line where supplement_id = :id order by place""").param("id", id)
                .query((row, number) -> new Line(row.getString("code"), row.getInt("payee"), Rupiah.of(row.getLong("rupiah")),
                        row.getString("legal_basis"), row.getString("rule_version"), row.getObject("transfer_id", UUID.class),
                        row.getString("bank_reference"), Claims.instant(row, "paid_at"))).list();
    }

    Rupiah difference(UUID id) {
        return lines(id).stream().map(Line::rupiah).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    void paid(UUID id, Line line, Transfer transfer, String bankReference) {
        jdbc.sql("""
                update claim_supplement_line set transfer_id = :transfer, bank_reference = :reference, paid_at = :at
                 where supplement_id = :id and code = :code and payee = :payee""")
                .param("transfer", transfer.id()).param("reference", bankReference).param("at", Claims.time(transfer.postedAt()))
                .param("id", id).param("code", line.code()).param("payee", line.payee()).update();
    }

    /**
     * All that was paid for the event of a claim, by component: the claim, its months, its supplements, and those of the claim
     * that it follows; less what was found to be too much and demanded back, taken off the largest component.
     */
    Map<String, Rupiah> paidForEvent(UUID claimId) {
        record Part(String code, long rupiah) {}
        TreeMap<String, Long> paid = new TreeMap<>();
        jdbc.sql("""
                with event as (select id from claim_claim where id = :claim
                               union select follows_id from claim_claim where id = :claim and follows_id is not null)
                select code, rupiah from claim_payment where claim_id in (select id from event)
                union all
                select 'INCOME_REPLACEMENT', rupiah from claim_interim where claim_id in (select id from event) and state = 'PAID'
                union all
                select line.code, line.rupiah from claim_supplement_line line join claim_supplement supplement on supplement.id = line.supplement_id
                 where supplement.claim_id in (select id from event) and line.transfer_id is not null""")
                .param("claim", claimId).query(Part.class).list().forEach(part -> paid.merge(part.code(), part.rupiah(), Long::sum));
        long demanded = jdbc.sql("""
                select coalesce(sum(case correction.state when 'WAIVED' then coalesce(
                           (select sum(repayment.rupiah) from claim_repayment repayment where repayment.correction_id = correction.id), 0)
                       else correction.rupiah end), 0)
                  from claim_correction correction
                 where correction.claim_id = :claim and correction.kind = 'OVERPAID' and correction.state in ('DEMANDED', 'REPAID', 'WAIVED')""")
                .param("claim", claimId).query(Long.class).single();
        while (demanded > 0 && !paid.isEmpty()) {
            Map.Entry<String, Long> largest = paid.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
            long taken = Math.min(demanded, largest.getValue());
            demanded -= taken;
            paid.computeIfPresent(largest.getKey(), (code, rupiah) -> rupiah > taken ? rupiah - taken : null);
        }
        return paid.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> Rupiah.of(one.getValue())));
    }

    private static Supplement supplement(ResultSet row, int number) throws SQLException {
        return new Supplement(row.getObject("id", UUID.class), row.getString("number"), row.getObject("claim_id", UUID.class),
                State.valueOf(row.getString("state")), row.getString("reason"), row.getString("legal_basis"),
                row.getObject("pay_by", LocalDate.class), row.getString("facts"), rupiah(row, "due_rupiah"), rupiah(row, "paid_rupiah"),
                row.getString("rule_versions"));
    }

    private static Rupiah rupiah(ResultSet row, String column) throws SQLException {
        Long amount = row.getObject(column, Long.class);
        return amount == null ? null : Rupiah.of(amount);
    }
}
