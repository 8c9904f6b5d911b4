package id.lindungdesa.grant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checklist of each tranche as the office keeps it in {@code grant_checklist}. */
@Repository
class Checklists {

    private final JdbcClient jdbc;

    Checklists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Checklist of(int tranche) {
        return new Checklist(tranche, jdbc.sql("""
                select kind, name, required from grant_checklist
                 where first_tranche <= :tranche and (last_tranche is null or last_tranche >= :tranche) order by place""")
                .param("tranche", tranche).query(Checklist.Item.class).list());
    }
}
