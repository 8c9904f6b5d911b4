package id.lindungdesa.reporting;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All money of a claim as the books have it, whichever way it went: benefits, months, differences, transfers that came back and
 * were made again, overpayments, penalties, scholarships, premiums for the time after a death. Each kind is held against what
 * the cases say.
 */
@Component
class ClaimMoney {

    private final JdbcClient jdbc;

    ClaimMoney(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One kind of money: what the cases say lies there, and what the books say. */
    record Part(String name, long rupiah, long booked, boolean agrees) {

        static Part of(String name, long rupiah, long booked) {
            return new Part(name, rupiah, booked, rupiah == booked);
        }
    }

    /** Every transfer of the claim in the order of the books. */
    List<Trace.Transfer> transfers(UUID claim) {
        return jdbc.sql("""
                select id, debit_path, credit_path, rupiah, code, reference, legal_basis, posted_at, reverses from report_ledger_transfer
                 where reference in (select reference from report_claim_reference where claim_id = :claim) order by entry_number""")
                .param("claim", claim).query(Trace.Transfer.class).list();
    }

    /** The claim that a transfer belongs to by its reference; null where it belongs to none. */
    UUID claimOf(Trace.Transfer transfer) {
        return jdbc.sql("select claim_id from report_claim_reference where reference = :reference limit 1")
                .param("reference", transfer.reference()).query(UUID.class).optional().orElse(null);
    }

    List<Part> parts(UUID claim, List<Trace.Transfer> transfers) {
        String own = "claim/%s/".formatted(claim);
        Corrected corrected = jdbc.sql("""
                select coalesce(sum(rupiah) filter (where kind = 'RETURNED' and state in ('BOOKED', 'CORRECTED', 'APPROVED', 'ORDERED')), 0)::bigint as away,
                       coalesce(sum(case when state = 'WAIVED' then repaid else rupiah end)
                                filter (where kind = 'OVERPAID' and state in ('DEMANDED', 'REPAID', 'WAIVED')), 0)::bigint as taken,
                       coalesce(sum(rupiah - repaid) filter (where kind = 'OVERPAID' and state = 'DEMANDED'), 0)::bigint as demanded
                  from report_claim_correction where claim_id = :claim""").param("claim", claim).query(Corrected.class).single();
        long paid = sum("select coalesce(sum(rupiah), 0)::bigint from report_claim_paid_line where claim_id = :claim and transfer_id is not null", claim);
        return List.of(
                Part.of("WITH_PAYEES", paid - corrected.away() - corrected.taken(), lies(transfers, path -> path.startsWith(own + "payee/"))),
                Part.of("RETURNED_BY_BANK", corrected.away(), lies(transfers, path -> path.startsWith("insurer/returned/"))),
                Part.of("OVERPAID", corrected.demanded(), lies(transfers, path -> path.startsWith(own + "overpaid/"))),
                Part.of("PENALTY", sum("select coalesce(sum(rupiah), 0)::bigint from report_claim_penalty where claim_id = :claim and state = 'PAID'", claim),
                        lies(transfers, path -> path.startsWith(own + "penalty/"))),
                Part.of("SCHOLARSHIP", sum("select coalesce(sum(rupiah), 0)::bigint from report_scholarship_year where claim_id = :claim and state = 'PAID'", claim),
                        lies(transfers, path -> path.startsWith("scholarship/"))),
                returned(claim, transfers));
    }

    /** How much it is stands in the books alone; that somebody decided it stands in the case. */
    private Part returned(UUID claim, List<Trace.Transfer> transfers) {
        long booked = lies(transfers, path -> path.startsWith("village/"));
        boolean decided = sum("select count(*) from report_premium_return where claim_id = :claim and state = 'DONE'", claim) > 0;
        return Part.of("PREMIUM_RETURNED", decided ? booked : 0, booked);
    }

    private record Corrected(long away, long taken, long demanded) {}

    private long sum(String sql, UUID claim) {
        return jdbc.sql(sql).param("claim", claim).query(Long.class).single();
    }

    private static long lies(List<Trace.Transfer> transfers, Predicate<String> there) {
        return transfers.stream().mapToLong(one -> (there.test(one.creditPath()) ? one.rupiah() : 0) - (there.test(one.debitPath()) ? one.rupiah() : 0)).sum();
    }
}
