package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.Assessment.Component;
import id.lindungdesa.benefit.Assessment.Decision;
import id.lindungdesa.benefit.Membership;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.premium.Cover;
import java.sql.Array;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the rules gave for a claim, kept as they said it, and what was paid of it. */
@Repository
class Benefits {

    private final JdbcClient jdbc;

    Benefits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The decision of the rules on a claim; no standing where the right had lapsed before anybody asked. Bill and transfer are those that covered the day, null where none did. */
    record Verdict(Decision decision, List<String> reasons, String legalBasis, String ruleVersions,
                   Membership.Standing standing, LocalDate since, int months, int unpaidMonths, Rupiah arrears, UUID billId,
                   UUID transferId) {}

    /** One line of the benefit: a component's part for one payee, and the transfer that paid it, null until it did. */
    record Line(String code, int payee, Rupiah rupiah, String legalBasis, String ruleVersion, UUID transferId,
                String bankReference, Instant paidAt) {}

    void save(UUID claimId, Assessment assessment, Optional<Cover> cover) {
        Membership membership = assessment.membership();
        jdbc.sql("delete from claim_component where claim_id = :id").param("id", claimId).update();
        jdbc.sql("""
                update claim_claim
                   set decision = :decision, reasons = :reasons, legal_basis = :legalBasis, rule_versions = :versions,
                       cover_standing = :standing, member_since = :since, member_months = :months, unpaid_months = :unpaid, arrears = :arrears,
                       cover_bill_id = :bill, cover_transfer_id = :transfer,
                       flags = :flags
                 where id = :id""")
                .param("decision", assessment.decision().name())
                .param("reasons", assessment.reasons().toArray(String[]::new))
                .param("flags", assessment.flags().toArray(String[]::new))
                .param("legalBasis", assessment.legalBasis()).param("versions", text(assessment.ruleVersions()))
                .param("standing", membership == null ? null : membership.standing().name())
                .param("since", membership == null ? null : membership.since())
                .param("months", membership == null ? null : membership.fullMonths())
                .param("unpaid", membership == null ? null : membership.unpaidMonths())
                .param("arrears", assessment.arrears().amount())
                .param("bill", cover.map(Cover::billId).orElse(null))
                .param("transfer", cover.map(Cover::transferId).orElse(null)).param("id", claimId).update();
        Map<String, Component> components = assessment.components().stream()
                .collect(Collectors.toMap(Component::code, component -> component));
        jdbc.sql("delete from claim_component where claim_id = :id").param("id", claimId).update();
        int place = 0;
        for (Assessment.Share share : assessment.shares()) {
            Component component = components.get(share.code());
            jdbc.sql("""
                    insert into claim_component (claim_id, code, payee, rupiah, legal_basis, rule_version, place)
                    values (:claim, :code, :payee, :rupiah, :legalBasis, :version, :place)""")
                    .param("claim", claimId).param("code", share.code()).param("payee", share.payee())
                    .param("rupiah", share.rupiah().amount()).param("legalBasis", component.legalBasis())
                    .param("version", component.ruleVersion()).param("place", place++).update();
        }
    }

    /** What the rules said no longer counts: the claim is about something else. */
    void withdraw(UUID claimId) {
        jdbc.sql("delete from claim_component where claim_id = :id").param("id", claimId).update();
        jdbc.sql("update claim_claim set decision = null, reasons = '{}' where id = :id").param("id", claimId).update();
    }

    Optional<Verdict> verdict(UUID claimId) {
        return jdbc.sql("""
                select decision, reasons, legal_basis, rule_versions, cover_standing, member_since, member_months,
                       unpaid_months, arrears, cover_bill_id, cover_transfer_id
                  from claim_claim where id = :id and decision is not null""")
                .param("id", claimId)
                .query((row, number) -> {
                    Array reasons = row.getArray("reasons");
                    return new Verdict(Decision.valueOf(row.getString("decision")), List.of((String[]) reasons.getArray()),
                            row.getString("legal_basis"), row.getString("rule_versions"),
                            row.getString("cover_standing") == null ? null : Membership.Standing.valueOf(row.getString("cover_standing")),
                            row.getObject("member_since", LocalDate.class), row.getInt("member_months"),
                            row.getInt("unpaid_months"), Rupiah.of(row.getLong("arrears")),
                            row.getObject("cover_bill_id", UUID.class),
                            row.getObject("cover_transfer_id", UUID.class));
                }).optional();
    }

    List<Line> lines(UUID claimId) {
        return jdbc.sql("""
                select component.code, component.payee, component.rupiah, component.legal_basis, component.rule_version,
                       payment.transfer_id, payment.bank_reference, payment.paid_at
                  from claim_component component left join claim_payment payment using (claim_id, code, payee)
                 where component.claim_id = :claim order by component.place""")
                .param("claim", claimId)
                .query((row, number) -> new Line(row.getString("code"), row.getInt("payee"),
                        Rupiah.of(row.getLong("rupiah")), row.getString("legal_basis"), row.getString("rule_version"),
                        row.getObject("transfer_id", UUID.class), row.getString("bank_reference"),
                        Claims.instant(row, "paid_at")))
                .list();
    }

    /** What was paid for the same accident before, by earlier claims and month by month, by component: that is paid once. */
    Map<String, Rupiah> paidBefore(UUID claimId) {
        return jdbc.sql("""
                select paid.code, sum(paid.rupiah)::bigint as rupiah from (
                    select payment.code, payment.rupiah from claim_claim claim join claim_payment payment on payment.claim_id = claim.follows_id
                     where claim.id = :claim
                    union all
                    select 'INCOME_REPLACEMENT', interim.rupiah from claim_claim claim
                      join claim_interim interim on interim.claim_id in (claim.id, claim.follows_id) and interim.state = 'PAID'
                     where claim.id = :claim
                    union all
                    select line.code, line.rupiah from claim_claim claim
                      join claim_supplement supplement on supplement.claim_id = claim.follows_id
                      join claim_supplement_line line on line.supplement_id = supplement.id and line.transfer_id is not null
                     where claim.id = :claim) paid
                 group by paid.code order by paid.code""")
                .param("claim", claimId)
                .query((row, number) -> Map.entry(row.getString("code"), Rupiah.of(row.getLong("rupiah")))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<String> flags(UUID claimId) {
        return jdbc.sql("select unnest(flags) from claim_claim where id = :id").param("id", claimId).query(String.class).list();
    }

    Rupiah total(UUID claimId) {
        return Rupiah.of(jdbc.sql("select coalesce(sum(rupiah), 0) from claim_component where claim_id = :claim")
                .param("claim", claimId).query(Long.class).single());
    }

    void paid(UUID claimId, Line line, Transfer transfer, String bankReference) {
        jdbc.sql("""
                insert into claim_payment (claim_id, code, payee, rupiah, transfer_id, bank_reference, paid_at)
                values (:claim, :code, :payee, :rupiah, :transfer, :reference, :at)""")
                .param("claim", claimId).param("code", line.code()).param("payee", line.payee())
                .param("rupiah", line.rupiah().amount()).param("transfer", transfer.id())
                .param("reference", bankReference).param("at", Claims.time(transfer.postedAt())).update();
    }

    private static String text(Map<String, String> versions) {
        return versions.values().stream().sorted().collect(Collectors.joining("; "));
    }
}
