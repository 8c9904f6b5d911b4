package id.lindungdesa.identity;

import id.lindungdesa.identity.Official.Office;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which offices somebody holds today, and until when. */
@Component
public class HeldOffices {

    private final JdbcClient jdbc;

    HeldOffices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last day counts; a term without one goes on. */
    public record Held(Office office, LocalDate from, LocalDate until) {}

    /** Those who held more than one office in their time: nobody else can have played two parts in a case. */
    public Set<String> ofSeveral() {
        return new HashSet<>(jdbc.sql("select user_id from identity_office where not annulled group by user_id having count(distinct (role, area)) > 1")
                .query(String.class).list());
    }

    /** Who is in that office today, deputies too. */
    public List<String> peopleIn(Office office) {
        return jdbc.sql("select distinct user_id from identity_office where role = :role and area = :area and member order by user_id")
                .param("role", office.role().id()).param("area", office.area()).query(String.class).list();
    }

    public List<Held> of(String user) {
        return jdbc.sql("select role, area, valid_from, valid_until from identity_office where user_id = :user and member order by valid_from, role, area")
                .param("user", user).query((row, index) -> new Held(new Office(Role.of(row.getString("role")).orElseThrow(), row.getString("area")),
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class))).list();
    }
}
