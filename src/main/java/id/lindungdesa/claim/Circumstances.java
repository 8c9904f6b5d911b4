package id.lindungdesa.claim;

import id.lindungdesa.benefit.Circumstance;
import id.lindungdesa.benefit.Circumstance.Guardian;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The heirs' circumstances by their places, and the parts that a court or an agreement gave them. */
@Repository
class Circumstances {

    static final String COLUMNS =
            "birth_date, guardian_name, guardian_relation, guardian_account, received_by, deed_number, died_on, succeeds";

    private final JdbcClient jdbc;

    Circumstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static void add(JdbcClient jdbc, UUID claimId, int place, Circumstance one) {
        given(jdbc.sql("""
                insert into claim_heir_circumstance (claim_id, place, %s)
                values (:claim, :place, :born, :guardian, :guardianRelation, :guardianAccount, :receivedBy, :deed, :died, :succeeds)"""
                .formatted(COLUMNS)).param("claim", claimId).param("place", place), one).update();
    }

    static JdbcClient.StatementSpec given(JdbcClient.StatementSpec sql, Circumstance one) {
        Guardian guardian = one.guardian();
        return sql.param("born", one.birthDate()).param("guardian", guardian == null ? null : guardian.name())
                .param("guardianRelation", guardian == null ? null : guardian.relation())
                .param("guardianAccount", guardian == null ? null : guardian.account()).param("receivedBy", one.receivedBy())
                .param("deed", one.deedNumber()).param("died", one.diedOn()).param("succeeds", one.succeeds());
    }

    static Circumstance circumstance(ResultSet row) throws SQLException {
        String guardian = row.getString("guardian_name");
        return new Circumstance(row.getObject("birth_date", LocalDate.class), guardian == null ? null
                : new Guardian(guardian, row.getString("guardian_relation"), row.getString("guardian_account")),
                row.getObject("received_by", Integer.class), row.getString("deed_number"),
                row.getObject("died_on", LocalDate.class), row.getObject("succeeds", Integer.class));
    }

    /** Parts of their sum, by place; empty where nobody but the law has divided. */
    Map<Integer, Integer> parts(UUID claimId) {
        Map<Integer, Integer> parts = new LinkedHashMap<>();
        jdbc.sql("select place, parts from claim_heir_part where claim_id = :claim order by place").param("claim", claimId)
                .query((row, number) -> parts.put(row.getInt("place"), row.getInt("parts"))).list();
        return parts;
    }

    void replaceParts(UUID claimId, Map<Integer, Integer> parts, String basis) {
        jdbc.sql("delete from claim_heir_part where claim_id = :claim").param("claim", claimId).update();
        parts.forEach((place, part) -> jdbc.sql("insert into claim_heir_part (claim_id, place, parts, basis) values (:claim, :place, :parts, :basis)")
                .param("claim", claimId).param("place", place).param("parts", part).param("basis", basis).update());
    }
}
