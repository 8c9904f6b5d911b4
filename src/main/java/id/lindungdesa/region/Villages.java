package id.lindungdesa.region;

import id.lindungdesa.region.Village.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The villages of all editions in the database. */
@Repository
class Villages {

    private static final String COLUMNS = """
            edition, code, name, kind, district_code, district_name, regency_code, regency_name, province_code, province_name
            """;

    private final JdbcClient jdbc;

    Villages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts these villages in the place of those that their provinces had in the edition, except where mentioned. */
    void replace(int edition, List<Village> villages, Collection<String> mentioned) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('region_village'), :edition)").param("edition", edition)
                .query((row, i) -> 0).single();
        jdbc.sql("""
                        delete from region_village
                         where edition = :edition and province_code = any(:provinces)
                           and not exists (select from unnest(:mentioned) as m(code) where m.code = region_village.code)
                        """)
                .param("edition", edition)
                .param("provinces", villages.stream().map(Village::provinceCode).distinct().toArray(String[]::new))
                .param("mentioned", mentioned.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into region_village (edition, code, name, kind, district_code, district_name,
                                                    regency_code, regency_name, province_code, province_name)
                        select :edition, * from unnest(:code, :name, :kind, :districtCode, :districtName,
                                                       :regencyCode, :regencyName, :provinceCode, :provinceName)
                        on conflict (edition, code) do update
                           set (name, district_name, regency_name, province_name)
                             = (excluded.name, excluded.district_name, excluded.regency_name, excluded.province_name)
                         where (region_village.name, region_village.district_name, region_village.regency_name,
                                region_village.province_name)
                               is distinct from
                               (excluded.name, excluded.district_name, excluded.regency_name, excluded.province_name)
                        """)
                .param("edition", edition)
                .param("code", column(villages, Village::code))
                .param("name", column(villages, Village::name))
                .param("kind", column(villages, village -> village.kind().name()))
                .param("districtCode", column(villages, Village::districtCode))
                .param("districtName", column(villages, Village::districtName))
                .param("regencyCode", column(villages, Village::regencyCode))
                .param("regencyName", column(villages, Village::regencyName))
                .param("provinceCode", column(villages, Village::provinceCode))
                .param("provinceName", column(villages, Village::provinceName))
                .update();
    }

    Optional<Village> find(int edition, String code) {
        return jdbc.sql("select " + COLUMNS + " from region_village where edition = :edition and code = :code")
                .param("edition", edition).param("code", code).query(Villages::village).optional();
    }

    Optional<Village> latest(String code) {
        return jdbc.sql("select " + COLUMNS + " from region_village where code = :code order by edition desc limit 1")
                .param("code", code).query(Villages::village).optional();
    }

    /** What these places are called, whatever they are: of the newest edition that has them. */
    Map<String, String> names(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("""
                (select distinct on (code) code, initcap(kind) || ' ' || name as name from region_village
                  where code = any(:codes) order by code, edition desc)
                union all
                (select distinct on (district_code) district_code, 'Kecamatan ' || regexp_replace(district_name, '^Kecamatan ', '')
                   from region_village where district_code = any(:codes) order by district_code, edition desc)
                union all
                (select distinct on (regency_code) regency_code, regency_name from region_village
                  where regency_code = any(:codes) order by regency_code, edition desc)
                union all
                (select distinct on (province_code) province_code, 'Provinsi ' || regexp_replace(province_name, '^Provinsi ', '')
                   from region_village where province_code = any(:codes) order by province_code, edition desc)
                """).param("codes", codes.stream().distinct().toArray(String[]::new))
                .query((RowCallbackHandler) row -> names.put(row.getString("code"), row.getString("name")));
        return names;
    }

    Set<String> codes() {
        return new HashSet<>(jdbc.sql("select distinct code from region_village").query(String.class).list());
    }

    List<Village> ofProvince(int edition, String province) {
        return jdbc.sql("select " + COLUMNS + """
                         from region_village where edition = :edition and province_code = :province order by code
                        """)
                .param("edition", edition).param("province", province).query(Villages::village).list();
    }

    /** A page of the villages of an edition, of one regency where it is given. */
    List<Village> page(int edition, String regency, String orderBy, int limit, long offset) {
        return jdbc.sql("select " + COLUMNS + """
                         from region_village
                        where edition = :edition and (:regency::text is null or regency_code = :regency)
                        order by %s limit :limit offset :offset
                        """.formatted(orderBy))
                .param("edition", edition).param("regency", regency).param("limit", limit).param("offset", offset)
                .query(Villages::village).list();
    }

    long count(int edition, String regency) {
        return jdbc.sql("""
                        select count(*) from region_village
                         where edition = :edition and (:regency::text is null or regency_code = :regency)
                        """)
                .param("edition", edition).param("regency", regency).query(Long.class).single();
    }

    List<RegencyCount> counts(int edition) {
        return jdbc.sql("""
                        select regency_code, max(regency_name) as regency_name, max(province_code) as province_code,
                               max(province_name) as province_name, count(distinct district_code) as districts,
                               count(*) filter (where kind = 'DESA') as desa,
                               count(*) filter (where kind = 'KELURAHAN') as kelurahan
                          from region_village where edition = :edition group by regency_code order by regency_code
                        """)
                .param("edition", edition).query(RegencyCount.class).list();
    }

    /** How many districts and villages a regency has in an edition. */
    record RegencyCount(String regencyCode, String regencyName, String provinceCode, String provinceName,
                        int districts, int desa, int kelurahan) {}

    private static String[] column(List<Village> villages, Function<Village, String> value) {
        return villages.stream().map(value).toArray(String[]::new);
    }

    private static Village village(ResultSet row, int index) throws SQLException {
        return new Village(row.getInt("edition"), row.getString("code"), row.getString("name"),
                Kind.valueOf(row.getString("kind")), row.getString("district_code"), row.getString("district_name"),
                row.getString("regency_code"), row.getString("regency_name"), row.getString("province_code"),
                row.getString("province_name"));
    }
}
