package id.lindungdesa.reporting;

import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.reporting.Chain.Link;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where an auditor takes hold of the chain: by any number that stands on a paper, or by a village. Never by a person. */
@Service
class TraceSearch {

    private static final int SHORTEST = 3;
    private static final int SHOWN = 30;
    private static final Pattern NIK = Pattern.compile("\\d{16}");

    private final JdbcClient jdbc;

    TraceSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Found(String kind, String number, String place, Link link) {}

    private record Row(String kind, UUID id, String number, String place) {}

    /** @throws Refusal SEARCH_TOO_SHORT, SEARCH_NAMES_A_PERSON */
    @Transactional(readOnly = true)
    List<Found> find(String asked) {
        if (NIK.matcher(asked.replaceAll("[ .-]", "")).matches()) {
            throw Refusal.invalid("SEARCH_NAMES_A_PERSON", "Ini terbaca sebagai NIK. Orang tidak dicari di sini; ketik nomor keputusan, klaim, SP2D, atau kode iuran.");
        }
        String number = VillageStates.literally(asked);
        if (number == null || number.length() < SHORTEST) {
            throw Refusal.invalid("SEARCH_TOO_SHORT", "Ketik sedikitnya %d huruf atau angka.".formatted(SHORTEST));
        }
        return jdbc.sql("""
                select kind, id, number, place from (
                    select 1 as rank, 'decree' as kind, decree_id as id, decree_number as number, title as place from report_decree
                     where decree_number ilike '%' || :q || '%' and state = 'IN_FORCE'
                    union all
                    select 2, 'village', allocation_id, village_code, village_name || ', ' || decree_number from report_allocation
                     where state <> 'PLANNED' and (village_code like :q || '%' or village_name ilike '%' || :q || '%')
                    union all
                    select 3, 'run', id, reference, regency_name || coalesce(', ' || sp2d_number, '') from report_run
                     where reference ilike :q || '%' or spp_number ilike :q || '%' or spm_number ilike :q || '%'
                        or sp2d_number ilike :q || '%' or transfer_number ilike :q || '%'
                    union all
                    select 4, 'tranche', id, forwarding_reference, village_label from report_disbursement where forwarding_reference ilike :q
                    union all
                    select 5, 'bill', id, billing_code, coalesce((select max(village_name) from report_allocation named where named.village_code = bill.village_code)
                            || ' (' || village_code || ')', village_code) from report_bill bill
                     where billing_code like :q || '%' or payment_reference ilike :q
                    union all
                    select 6, 'claim', claim.id, claim.number, coalesce((select max(village_name) from report_allocation named where named.village_code = claim.village_code)
                            || ' (' || claim.village_code || ')', claim.village_code) from report_claim claim
                     where claim.id in (select claim_id from report_claim_number where number ilike :q || '%')
                    union all
                    select 7, 'transfer', id, code, reference from report_ledger_transfer where id = :id::uuid
                ) found order by rank, number, place limit :shown""").param("q", number).param("id", uuid(asked.strip())).param("shown", SHOWN).query(Row.class).stream()
                .map(row -> new Found(row.kind(), row.kind().equals("transfer") ? TraceWords.word("transfer", row.number()) : row.number(), row.kind().equals("transfer") ? "" : row.place(),
                        Link.to(row.kind(), row.id()))).toList();
    }

    private static UUID uuid(String asked) {
        try {
            return UUID.fromString(asked);
        } catch (IllegalArgumentException other) {
            return null;
        }
    }
}
