package id.lindungdesa.bench;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the model of the multi-instance rival calls; our own opening writes the same rows in its own way. */
public class BenchTasks {

    private final JdbcClient jdbc;

    BenchTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void addDisbursements(String decreeId) {
        jdbc.sql("""
                insert into grant_disbursement (id, allocation_id, decree_id, tranche, tranches, percent, rupiah, premium_rupiah,
                       village_code, village_label, district_code, regency_code, province_code, state, opened_at)
                select gen_random_uuid(), id, decree_id, 1, 1, 100, rupiah, rupiah / 10, village_code,
                       'Desa ' || village_name || ' (' || village_code || ')', district_code, regency_code, province_code,
                       'AWAITING_REQUEST', now()
                  from regulation_allocation where decree_id = :decree""").param("decree", UUID.fromString(decreeId)).update();
        jdbc.sql("update regulation_allocation set state = 'OPENED', opened_at = now() where decree_id = :decree")
                .param("decree", UUID.fromString(decreeId)).update();
    }

    public Collection<String> disbursements(String decreeId) {
        return jdbc.sql("select id::text from grant_disbursement where decree_id = :decree order by village_code")
                .param("decree", UUID.fromString(decreeId)).query(String.class).list();
    }
}
