package id.lindungdesa.regulation;

import id.lindungdesa.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what decrees grant to villages, whole decrees in one statement. */
@Repository
class Allocations {

    /** A regency's part of an annex. */
    record RegencyShare(String code, String name, int desa, int kelurahan, long rupiah) {}

    private static final String ALLOCATION = """
            select id, decree_id, edition, village_code, village_name, kelurahan, district_code, regency_code, province_code, rupiah
              from regulation_allocation
            """;

    private final JdbcClient jdbc;

    Allocations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lays down the annex of a decree that is still open, in place of the one it had. */
    void replace(UUID decreeId, List<Annex.Line> lines) {
        jdbc.sql("delete from regulation_allocation where decree_id = :decree and state = 'PLANNED'")
                .param("decree", decreeId).update();
        jdbc.sql("""
                insert into regulation_allocation (id, decree_id, edition, village_code, village_name, kelurahan, district_code,
                       district_name, regency_code, regency_name, province_code, rupiah, state)
                select id, :decree, edition, code, name, kelurahan, left(code, 8), district, left(code, 5), regency, left(code, 2),
                       rupiah, 'PLANNED'
                  from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:editions as integer[]), cast(:codes as text[]),
                              cast(:names as text[]), cast(:kelurahan as boolean[]), cast(:districts as text[]),
                              cast(:regencies as text[]), cast(:rupiah as bigint[]))
                    as line(id, edition, code, name, kelurahan, district, regency, rupiah)""")
                .param("decree", decreeId)
                .param("ids", texts(lines, line -> UUID.randomUUID().toString()))
                .param("editions", lines.stream().map(line -> line.village().edition()).toArray(Integer[]::new))
                .param("codes", texts(lines, line -> line.village().code()))
                .param("names", texts(lines, line -> line.village().name()))
                .param("kelurahan", lines.stream().map(line -> line.village().kelurahan()).toArray(Boolean[]::new))
                .param("districts", texts(lines, line -> line.village().districtName()))
                .param("regencies", texts(lines, line -> line.village().regencyName()))
                .param("rupiah", lines.stream().map(line -> line.rupiah().amount()).toArray(Long[]::new))
                .update();
    }

    /** The amounts are granted: desa can be opened, kelurahan wait for their route. */
    List<Allocation> grant(UUID decreeId) {
        jdbc.sql("""
                update regulation_allocation
                   set state = case when kelurahan then 'AWAITING_KELURAHAN_ROUTE' else 'OPENABLE' end
                 where decree_id = :decree and state = 'PLANNED'""").param("decree", decreeId).update();
        return of(decreeId);
    }

    List<Allocation> of(UUID decreeId) {
        return jdbc.sql(ALLOCATION + " where decree_id = :decree order by village_code").param("decree", decreeId)
                .query(Allocation.class).list();
    }

    /** The annex as it was brought, to be read again under other terms. */
    InputStream asTable(UUID decreeId) {
        StringBuilder table = new StringBuilder("village_code,rupiah\n");
        of(decreeId).forEach(allocation -> table.append(allocation.villageCode()).append(',').append(allocation.rupiah()).append('\n'));
        return new ByteArrayInputStream(table.toString().getBytes(StandardCharsets.UTF_8));
    }

    List<RegencyShare> byRegency(UUID decreeId) {
        return jdbc.sql("""
                select regency_code as code, max(regency_name) as name, count(*) filter (where not kelurahan) as desa,
                       count(*) filter (where kelurahan) as kelurahan, sum(rupiah)::bigint as rupiah
                  from regulation_allocation where decree_id = :decree group by regency_code order by regency_code""")
                .param("decree", decreeId).query(RegencyShare.class).list();
    }

    /** The first village of an annex, by code. */
    Optional<String> first(UUID decreeId) {
        return jdbc.sql("select min(village_code) from regulation_allocation where decree_id = :decree").param("decree", decreeId)
                .query((row, number) -> Optional.ofNullable(row.getString(1))).single();
    }

    Optional<Allocation> find(UUID id) {
        return jdbc.sql(ALLOCATION + " where id = :id").param("id", id).query(Allocation.class).optional();
    }

    List<Allocation> openable(UUID decreeId, int limit) {
        return jdbc.sql(ALLOCATION + """
                 where decree_id = :decree and state = 'OPENABLE' order by village_code limit :limit for update""")
                .param("decree", decreeId).param("limit", limit).query(Allocation.class).list();
    }

    void opened(Collection<UUID> ids, Instant at) {
        int opened = jdbc.sql("""
                update regulation_allocation set state = 'OPENED', opened_at = :at where id = any(:ids) and state = 'OPENABLE'""")
                .param("ids", ids.toArray(UUID[]::new)).param("at", at.atOffset(ZoneOffset.UTC)).update();
        if (opened != ids.size()) {
            throw Refusal.conflict("ALLOCATION_NOT_OPENABLE", "Salah satu alokasi desa sudah dibuka atau belum dapat dibuka.");
        }
    }

    Optional<Allocation> latest(String villageCode) {
        return jdbc.sql("""
                select a.id, a.decree_id, a.edition, a.village_code, a.village_name, a.kelurahan, a.district_code, a.regency_code,
                       a.province_code, a.rupiah
                  from regulation_allocation a join regulation_decree d on d.id = a.decree_id
                 where a.village_code = :village and d.state = 'IN_FORCE'
                 order by d.in_force_on desc, d.fiscal_year desc, d.drafted_at desc limit 1""")
                .param("village", villageCode).query(Allocation.class).optional();
    }

    private static String[] texts(List<Annex.Line> lines, Function<Annex.Line, String> text) {
        return lines.stream().map(text).toArray(String[]::new);
    }
}
