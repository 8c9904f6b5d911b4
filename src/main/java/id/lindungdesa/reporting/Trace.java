package id.lindungdesa.reporting;

import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows rupiah both ways: from a claim up through cover, premium, village and tranche to the article, and from a decree
 * down to what was paid. Every amount comes with the transfers that moved it; no person is named.
 */
@Service
class Trace {

    private final JdbcClient jdbc;
    private final DecreeProgress decrees;
    private final ClaimMoney money;

    Trace(JdbcClient jdbc, DecreeProgress decrees, ClaimMoney money) {
        this.jdbc = jdbc;
        this.decrees = decrees;
        this.money = money;
    }

    record Transfer(UUID id, String debitPath, String creditPath, long rupiah, String code, String reference,
                    String legalBasis, OffsetDateTime postedAt, UUID reverses) {}

    record Claim(UUID id, String number, String programme, String villageCode, UUID workerId, LocalDate eventDate,
                 String state, LocalDate payBy, long total, UUID coverBillId, UUID coverTransferId) {}

    /** {@code kind}: BENEFIT, MONTH (without work, paid before the end) or SUPPLEMENT. */
    record Payment(String kind, String code, int payee, long rupiah, String legalBasis, String ruleVersion, UUID transferId) {}

    record Cover(UUID workerId, UUID billId, LocalDate from, LocalDate through, LocalDate month, UUID transferId) {}

    record Premium(UUID billId, String billingCode, UUID disbursementId, String villageCode, int workers, int months,
                   long rupiah, UUID transferId) {}

    record Tranche(UUID id, UUID allocationId, int tranche, int percent, long rupiah, long premiumRupiah, String state,
                   String runReference, String sp2dNumber) {}

    record Allocation(UUID id, UUID decreeId, String villageCode, String villageName, String regencyCode, long rupiah) {}

    record Source(UUID id, String number, List<DecreeProgress.Article> articles) {}

    /**
     * From the claim up; a level that the claim never reached (no cover, no premium of a decree) is null. {@code parts} hold
     * what the cases say against the books; {@code transfers} are those of the way here and all of the claim since.
     */
    record ClaimTrace(Claim claim, List<Payment> payments, List<ClaimMoney.Part> parts, boolean agrees, Cover cover, Premium premium,
                      Tranche tranche, Allocation allocation, Source decree, List<Transfer> transfers) {}

    @Transactional(readOnly = true)
    ClaimTrace claim(UUID id) {
        Claim claim = jdbc.sql("""
                select id, number, programme, village_code, worker_id, event_date, state, pay_by, total, cover_bill_id,
                       cover_transfer_id
                from report_claim where id = :id""").param("id", id).query(Claim.class).optional()
                .orElseThrow(() -> Refusal.notFound("CLAIM_UNKNOWN", "Klaim ini tidak ditemukan."));
        List<Payment> payments = jdbc.sql("""
                select kind, code, payee, rupiah, legal_basis, rule_version, transfer_id from report_claim_paid_line
                 where claim_id = :id order by payee, code, paid_at""")
                .param("id", id).query(Payment.class).list();
        Optional<Cover> cover = cover(claim);
        Optional<Premium> premium = cover.flatMap(found -> premium(found.billId()));
        Optional<Tranche> tranche = premium.flatMap(found -> tranche(found.disbursementId()));
        Optional<Allocation> allocation = tranche.flatMap(found -> allocation(found.allocationId()));
        List<Transfer> own = money.transfers(id);
        List<ClaimMoney.Part> parts = money.parts(id, own);
        List<UUID> moved = new ArrayList<>();
        cover.map(Cover::transferId).ifPresent(moved::add);
        premium.map(Premium::transferId).ifPresent(moved::add);
        List<Transfer> transfers = new ArrayList<>(own);
        transfers.addAll(transfers(moved));
        tranche.ifPresent(found -> transfers.addAll(transfersOf(found.id())));
        allocation.ifPresent(found -> transfers.addAll(transfersOf(found.id())));
        return new ClaimTrace(claim, payments, parts, parts.stream().allMatch(ClaimMoney.Part::agrees), cover.orElse(null), premium.orElse(null), tranche.orElse(null),
                allocation.orElse(null), allocation.map(found -> source(found.decreeId())).orElse(null), transfers);
    }

    // ---- the way down

    /** One level of the chain: how many cases it has, what they say they moved, and what the books say. */
    record Level(String name, long cases, long rupiah, long booked, boolean agrees) {}

    record DecreeTrace(Source decree, Money money, boolean adds, List<Level> levels, boolean agrees, List<PaidClaim> claims) {}

    record PaidClaim(UUID id, String number, String villageCode, String state, long total, long paid) {}

    @Transactional(readOnly = true)
    DecreeTrace decree(UUID id) {
        Source source = source(id);
        Money money = decrees.money(id);
        List<Level> levels = List.of(
                level("ALLOCATED", id, "select count(*), coalesce(sum(rupiah), 0) from report_allocation where decree_id = :id and state <> 'PLANNED'",
                        "debit_path like 'province/%/budget/' || :decree", "credit_path like 'province/%/budget/' || :decree"),
                level("CREDITED_TO_REGENCIES", id, "select count(*), coalesce(sum(rupiah), 0) from report_disbursement where decree_id = :id and state in ('AT_REGENCY', 'FORWARDED', 'RECEIVED')",
                        "debit_path like 'province/%/treasury/' || :decree", "credit_path like 'province/%/treasury/' || :decree and debit_path like 'regency/%'"),
                level("RECEIVED_BY_VILLAGES", id, "select count(*), coalesce(sum(rupiah), 0) from report_disbursement where decree_id = :id and state = 'RECEIVED'",
                        "debit_path like 'regency/%/transit/' || :decree and credit_path like 'village/%'", "credit_path like 'regency/%/transit/' || :decree and debit_path like 'village/%'"),
                level("PREMIUMS_PAID", id, "select count(*), coalesce(sum(rupiah), 0) from report_bill where decree_id = :id and state in ('PAID', 'COVERED')",
                        "debit_path like 'village/%/premium/' || :decree and credit_path like 'insurer/%'", "credit_path like 'village/%/premium/' || :decree and debit_path like 'insurer/%' and code = 'REVERSAL'"),
                level("PREMIUMS_RETURNED", id, "select count(*) filter (where rupiah > 0), coalesce(sum(rupiah), 0)::bigint from report_premium_uncovered where decree_id = :id",
                        "code = 'PREMIUM_REFUNDED' and credit_path like 'village/%/premium/' || :decree", "code = 'REVERSAL' and debit_path like 'village/%/premium/' || :decree and credit_path like 'insurer/premium/%'"),
                claimLevel(id));
        return new DecreeTrace(source, money, money.adds(), levels, levels.stream().allMatch(Level::agrees), claims(id));
    }

    private Level level(String name, UUID decree, String cases, String moved, String movedBack) {
        record Said(long count, long rupiah) {}
        Said said = jdbc.sql(cases).param("id", decree)
                .query((row, n) -> new Said(row.getLong(1), row.getLong(2))).single();
        long booked = jdbc.sql("""
                select coalesce(sum(case when %1$s then rupiah when %2$s then -rupiah else 0 end), 0)::bigint
                from report_ledger_transfer where (%1$s) or (%2$s)""".formatted(moved, movedBack))
                .param("decree", decree.toString()).query(Long.class).single();
        return new Level(name, said.count(), said.rupiah(), booked, said.rupiah() == booked);
    }

    private Level claimLevel(UUID decree) {
        List<PaidClaim> paid = claims(decree).stream().filter(claim -> claim.state().equals("PAID")).toList();
        long said = paid.stream().mapToLong(PaidClaim::total).sum();
        long booked = paid.stream().mapToLong(PaidClaim::paid).sum();
        return new Level("CLAIMS_PAID", paid.size(), said, booked, said == booked);
    }

    /** Claims whose cover on the day of the event was bought with this decree's money. */
    private List<PaidClaim> claims(UUID decree) {
        return jdbc.sql("""
                select claim.id, claim.number, claim.village_code, claim.state,
                       coalesce((select sum(line.rupiah) from report_claim_paid_line line where line.claim_id = claim.id), 0)::bigint as total,
                       coalesce((select sum(transfer.rupiah) from report_claim_payment payment
                                 join report_ledger_transfer transfer on transfer.id = payment.transfer_id
                                 where payment.claim_id = claim.id), 0)::bigint as paid
                from report_claim claim join report_bill bill on bill.id = claim.cover_bill_id
                where bill.decree_id = :id order by claim.number""").param("id", decree).query(PaidClaim.class).list();
    }

    // ---- one transfer

    /** A transfer, what it belongs to, what stands above it and what it led to. */
    record TransferTrace(Transfer transfer, Source decree, Allocation allocation, Tranche tranche, Premium premium,
                         List<PaidClaim> claims, List<Transfer> related) {}

    @Transactional(readOnly = true)
    TransferTrace transfer(UUID id) {
        Transfer transfer = transfers(List.of(id)).stream().findFirst()
                .orElseThrow(() -> Refusal.notFound("TRANSFER_UNKNOWN", "Pemindahbukuan ini tidak ditemukan."));
        UUID claimId = money.claimOf(transfer);
        if (claimId != null) {
            ClaimTrace up = claim(claimId);
            return new TransferTrace(transfer, up.decree(), up.allocation(), up.tranche(), up.premium(),
                    List.of(new PaidClaim(up.claim().id(), up.claim().number(), up.claim().villageCode(), up.claim().state(),
                            up.claim().total(), up.payments().stream().filter(one -> one.transferId() != null)
                                    .mapToLong(Payment::rupiah).sum())), up.transfers());
        }
        Optional<Premium> premium = jdbc.sql("""
                select id from report_bill where transfer_id = :id
                union select bill_id from report_cover_month where transfer_id = :id""").param("id", id)
                .query(UUID.class).optional().flatMap(this::premium);
        Optional<UUID> reference = uuid(transfer.reference());
        Optional<Tranche> tranche = premium.map(Premium::disbursementId).or(() -> reference).flatMap(this::tranche);
        Optional<Allocation> allocation = tranche.map(Tranche::allocationId).or(() -> reference).flatMap(this::allocation);
        List<Transfer> related = new ArrayList<>();
        tranche.ifPresent(found -> related.addAll(transfersOf(found.id())));
        allocation.ifPresent(found -> related.addAll(transfersOf(found.id())));
        List<PaidClaim> claims = premium.map(found -> jdbc.sql("""
                select id, number, village_code, state, total, 0::bigint as paid from report_claim
                where cover_bill_id = :bill order by number""").param("bill", found.billId()).query(PaidClaim.class).list())
                .orElse(List.of());
        return new TransferTrace(transfer, allocation.map(found -> source(found.decreeId())).orElse(null),
                allocation.orElse(null), tranche.orElse(null), premium.orElse(null), claims,
                related.stream().filter(other -> !other.id().equals(id)).toList());
    }

    private static Optional<UUID> uuid(String reference) {
        try {
            return Optional.of(UUID.fromString(reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    // ---- the levels

    private Optional<Cover> cover(Claim claim) {
        return claim.coverBillId() == null ? Optional.empty() : jdbc.sql("""
                select cover.worker_id, cover.bill_id, cover.from_day as "from", cover.through_day as through,
                       month.month, month.transfer_id
                from report_cover cover
                left join report_cover_month month on month.bill_id = cover.bill_id
                     and month.month = date_trunc('month', :day::date)::date
                where cover.bill_id = :bill and cover.worker_id = :worker""")
                .param("day", claim.eventDate()).param("bill", claim.coverBillId()).param("worker", claim.workerId())
                .query(Cover.class).optional();
    }

    private Optional<Premium> premium(UUID bill) {
        return jdbc.sql("""
                select id as bill_id, billing_code, disbursement_id, village_code, workers, months, rupiah, transfer_id
                from report_bill where id = :id""").param("id", bill).query(Premium.class).optional();
    }

    private Optional<Tranche> tranche(UUID disbursement) {
        return jdbc.sql("""
                select disbursement.id, disbursement.allocation_id, disbursement.tranche, disbursement.percent,
                       disbursement.rupiah, disbursement.premium_rupiah, disbursement.state,
                       run.reference as run_reference, run.sp2d_number
                from report_disbursement disbursement left join report_run run on run.id = disbursement.run_id
                where disbursement.id = :id""").param("id", disbursement).query(Tranche.class).optional();
    }

    private Optional<Allocation> allocation(UUID id) {
        return jdbc.sql("""
                select allocation_id as id, decree_id, village_code, village_name, regency_code, rupiah
                from report_allocation where allocation_id = :id""").param("id", id).query(Allocation.class).optional();
    }

    Source source(UUID decree) {
        String number = jdbc.sql("select decree_number from report_decree where decree_id = :id").param("id", decree)
                .query(String.class).optional()
                .orElseThrow(() -> Refusal.notFound("DECREE_UNKNOWN", "Keputusan ini tidak ditemukan."));
        return new Source(decree, number, decrees.articles(decree));
    }

    List<Transfer> transfersOf(UUID reference) {
        return jdbc.sql(TRANSFER + " where reference = :reference order by entry_number")
                .param("reference", reference.toString()).query(Transfer.class).list();
    }

    /** What the insurer gave back to a village of a decree's money; what took that back again too. */
    List<Transfer> premiumsReturned(String village, UUID decree) {
        return jdbc.sql(TRANSFER + " where code = 'PREMIUM_REFUNDED' and credit_path = :path"
                + " or code = 'REVERSAL' and debit_path = :path and credit_path like 'insurer/premium/%' order by entry_number")
                .param("path", "village/%s/premium/%s".formatted(village, decree)).query(Transfer.class).list();
    }

    private List<Transfer> transfers(List<UUID> ids) {
        return jdbc.sql(TRANSFER + " where id = any(:ids) order by entry_number")
                .param("ids", ids.toArray(UUID[]::new)).query(Transfer.class).list();
    }

    private static final String TRANSFER = """
            select id, debit_path, credit_path, rupiah, code, reference, legal_basis, posted_at, reverses
            from report_ledger_transfer""";
}
