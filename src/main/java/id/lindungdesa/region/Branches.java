package id.lindungdesa.region;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which branch of the insurer serves which regency, in the database. */
@Repository
class Branches {

    private final JdbcClient jdbc;

    Branches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void assign(Map<String, String> branchByRegency) {
        jdbc.sql("""
                        insert into region_branch (regency_code, branch) select * from unnest(:regencies, :branches)
                        on conflict (regency_code) do update set branch = excluded.branch
                        """)
                .param("regencies", branchByRegency.keySet().toArray(String[]::new))
                .param("branches", branchByRegency.values().toArray(String[]::new))
                .update();
    }

    Optional<String> of(String regency) {
        return jdbc.sql("select branch from region_branch where regency_code = :regency").param("regency", regency)
                .query(String.class).optional();
    }

    Optional<String> first() {
        return jdbc.sql("select branch from region_branch order by branch limit 1").query(String.class).optional();
    }

    Set<String> knownRegencies() {
        return new TreeSet<>(jdbc.sql("select distinct regency_code from region_village").query(String.class).list());
    }
}
