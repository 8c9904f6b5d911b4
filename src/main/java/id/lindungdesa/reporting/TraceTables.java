package id.lindungdesa.reporting;

import id.lindungdesa.reporting.Chain.Link;
import id.lindungdesa.reporting.Chain.Row;
import id.lindungdesa.reporting.Chain.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of each village's share of a decree, level by level: what the cases say beside what the books say. */
@Component
class TraceTables {

    static final List<String> LEVELS = List.of("Alokasi", "Cair ke kas kabupaten/kota (SP2D)", "Diterima desa", "Premi dibayar",
            "Premi dikembalikan", "Klaim dibayar");

    /** A level is a pair of columns: the cases, the books. Reversals count backwards. */
    private static final String VILLAGES = """
            select village.allocation_id, village.village_code, village.village_name, village.regency_code, village.regency_name,
                   array[village.rupiah, coalesce(allocated.booked, 0),
                         coalesce(money.credited, 0), coalesce(credit.booked, 0), coalesce(money.received, 0), coalesce(forwarded.booked, 0),
                         coalesce(premium.paid, 0), coalesce(paid.booked, 0), coalesce(uncovered.rupiah, 0), coalesce(refunded.booked, 0),
                         coalesce(claim.said, 0), coalesce(claim.booked, 0)]::bigint[] as levels
              from report_allocation village
              left join lateral (select sum(rupiah) filter (where state in ('AT_REGENCY', 'FORWARDED', 'RECEIVED')) as credited,
                           sum(rupiah) filter (where state = 'RECEIVED') as received, array_agg(id::text) as ids
                      from report_disbursement where allocation_id = village.allocation_id) money on true
              left join lateral (select sum(rupiah) as paid, array_agg(id::text) as ids, array_agg(id) as bills from report_bill
                     where allocation_id = village.allocation_id and state in ('PAID', 'COVERED')) premium on true
              left join lateral (select sum(case when credit_path like 'province/%/treasury/%' then rupiah else -rupiah end) as booked
                      from report_ledger_transfer where reference = village.allocation_id::text) allocated on true
              left join lateral (select sum(case when debit_path like 'province/%' then rupiah else -rupiah end) as booked
                      from report_ledger_transfer where reference = any(money.ids)
                       and (debit_path like 'province/%' or credit_path like 'province/%')) credit on true
              left join lateral (select sum(case when credit_path like 'village/%' then rupiah else -rupiah end) as booked
                      from report_ledger_transfer where reference = any(money.ids)
                       and (debit_path like 'village/%' or credit_path like 'village/%')) forwarded on true
              left join lateral (select sum(case when debit_path like 'village/%' then rupiah else -rupiah end) as booked
                      from report_ledger_transfer where reference = any(premium.ids)
                       and (debit_path like 'village/%' or credit_path like 'village/%')) paid on true
              left join lateral (select sum(rupiah) as rupiah from report_premium_uncovered
                     where bill_id = any(premium.bills)) uncovered on true
              left join lateral (select sum(case when code = 'PREMIUM_REFUNDED' then rupiah else -rupiah end) as booked
                      from report_ledger_transfer
                     where code = 'PREMIUM_REFUNDED' and credit_path = 'village/' || village.village_code || '/premium/' || village.decree_id
                        or code = 'REVERSAL' and debit_path = 'village/' || village.village_code || '/premium/' || village.decree_id
                           and credit_path like 'insurer/premium/%') refunded on true
              left join lateral (select sum(line.rupiah) as said, sum(transfer.rupiah) as booked
                      from report_claim claim join report_claim_paid_line line on line.claim_id = claim.id
                      left join report_ledger_transfer transfer on transfer.id = line.transfer_id
                     where claim.cover_bill_id = any(premium.bills) and claim.state = 'PAID') claim on true
             where village.decree_id = :decree and village.state <> 'PLANNED'
               and (:regency::text is null or village.regency_code = :regency)
               and (:run::uuid is null or exists (select from report_disbursement paid where paid.allocation_id = village.allocation_id and paid.run_id = :run))
             order by village.village_code
            """;

    private final JdbcClient jdbc;

    TraceTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Village(UUID id, String code, String name, String regencyCode, String regency, List<Long> levels) {}

    /** By regency for a whole decree, by village for a regency or a run; {@code levels} in pairs as {@link #sums} gives them. */
    record Found(Table table, List<Long> levels) {

        boolean agrees() {
            return pairsAgree(levels);
        }
    }

    Found of(UUID decree, String regency, UUID run) {
        List<Village> villages = jdbc.sql(VILLAGES).param("decree", decree).param("regency", regency).param("run", run)
                .query((row, n) -> new Village(row.getObject("allocation_id", UUID.class), row.getString("village_code"),
                        row.getString("village_name"), row.getString("regency_code"), row.getString("regency_name"),
                        List.of((Long[]) row.getArray("levels").getArray()))).list();
        List<Row> rows = new ArrayList<>();
        if (regency == null && run == null) {
            Map<String, List<Village>> byRegency = villages.stream().collect(Collectors.groupingBy(Village::regencyCode, LinkedHashMap::new, Collectors.toList()));
            byRegency.forEach((code, all) -> rows.add(row(all.get(0).regency() + " (" + code + ")", new Link("regency", decree, code),
                    sums(all.stream().map(Village::levels).toList()), all.stream().allMatch(one -> pairsAgree(one.levels())))));
        } else {
            villages.forEach(one -> rows.add(row(one.name() + " (" + one.code() + ")", Link.to("village", one.id()), one.levels(), pairsAgree(one.levels()))));
        }
        List<Long> levels = sums(villages.stream().map(Village::levels).toList());
        return new Found(new Table(regency == null && run == null ? "Menurut kabupaten/kota" : "Menurut desa", LEVELS, rows, said(levels)), levels);
    }

    private static Row row(String name, Link link, List<Long> levels, boolean agrees) {
        return new Row(name, link, said(levels), agrees);
    }

    private static List<Long> said(List<Long> levels) {
        return IntStream.range(0, LEVELS.size()).mapToObj(i -> levels.get(2 * i)).toList();
    }

    private static boolean pairsAgree(List<Long> levels) {
        return IntStream.range(0, LEVELS.size()).allMatch(i -> levels.get(2 * i).equals(levels.get(2 * i + 1)));
    }

    private static List<Long> sums(List<List<Long>> all) {
        return IntStream.range(0, 2 * LEVELS.size()).mapToObj(i -> all.stream().mapToLong(one -> one.get(i)).sum()).toList();
    }
}
