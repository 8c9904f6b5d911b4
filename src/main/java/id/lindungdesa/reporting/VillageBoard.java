package id.lindungdesa.reporting;

import id.lindungdesa.identity.Official;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money and cover of one village, for those who oversee it. */
@Service
class VillageBoard {

    private final JdbcClient jdbc;
    private final Regions regions;

    VillageBoard(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    record Disbursement(UUID id, String decree, int tranche, int percent, long rupiah, long premiumRupiah, String state) {}

    record Purse(long grant, long premium) {}

    record Cover(long workers, LocalDate through) {}

    record Village(String code, String name, String kind, String districtName, String regencyName,
                   List<Disbursement> disbursements, Purse money, Cover cover) {}

    @Transactional(readOnly = true)
    Village of(String code, Official who) {
        var village = regions.latest(code).filter(found -> regions.oversees(who, code))
                .orElseThrow(() -> Refusal.notFound("VILLAGE_UNKNOWN", "Desa atau kelurahan ini tidak ditemukan di wilayah Anda."));
        return new Village(code, village.name(), village.kind().name(), village.districtName(), village.regencyName(),
                disbursements(code), money(code), cover(code));
    }

    private List<Disbursement> disbursements(String code) {
        return jdbc.sql("""
                select disbursement.id, decree.decree_number as decree, disbursement.tranche, disbursement.percent,
                       disbursement.rupiah, disbursement.premium_rupiah, disbursement.state
                from report_disbursement disbursement join report_decree decree on decree.decree_id = disbursement.decree_id
                where disbursement.village_code = :code order by decree.decree_number, disbursement.tranche""")
                .param("code", code).query(Disbursement.class).list();
    }

    /** What is left in its accounts, over all decrees. */
    private Purse money(String code) {
        return jdbc.sql("""
                select coalesce(sum(balance) filter (where path like 'village/' || :code || '/grant/%'), 0)::bigint as grant,
                       coalesce(sum(balance) filter (where path like 'village/' || :code || '/premium/%'), 0)::bigint as premium
                from report_ledger_account where path like 'village/' || :code || '/%'""")
                .param("code", code).query(Purse.class).single();
    }

    private Cover cover(String code) {
        return jdbc.sql("""
                select count(distinct cover.worker_id) as workers, max(cover.through_day) as through
                from report_cover cover join report_bill bill on bill.id = cover.bill_id
                where bill.village_code = :code""").param("code", code).query(Cover.class).single();
    }
}
