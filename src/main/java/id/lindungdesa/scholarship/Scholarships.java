package id.lindungdesa.scholarship;

import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.scholarship.Scholarship.End;
import id.lindungdesa.scholarship.Scholarship.Guardian;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The children with a scholarship. */
@Repository
class Scholarships {

    private static final String COLUMNS = """
            select id, number, claim_id, place, programme, village_code, branch, child_name, child_nik, birth_date, guardian_name,
                   guardian_nik, guardian_account, guardian_email, state, end_reason, end_basis, ended_on, registered_by, registered_at
              from scholarship_scholarship
            """;

    private final JdbcClient jdbc;

    Scholarships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever else registers a child of this claim waits until this transaction is over. */
    void lockChildrenOf(UUID claimId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('scholarship/' || :claim, 0))")
                .param("claim", claimId.toString()).query((row, number) -> true).single();
    }

    void add(Scholarship child) {
        jdbc.sql("""
                insert into scholarship_scholarship (id, number, claim_id, place, programme, village_code, branch, child_name,
                                                     child_nik, birth_date, guardian_name, guardian_nik, guardian_account, guardian_email, state,
                                                     registered_by, registered_at)
                values (:id, :number, :claim, :place, :programme, :village, :branch, :name, :nik, :born, :guardian, :guardianNik,
                        :account, :email, :state, :by, :at)""")
                .param("id", child.id()).param("number", child.number()).param("claim", child.claimId())
                .param("place", child.place()).param("programme", child.programme()).param("village", child.villageCode())
                .param("branch", child.branch()).param("name", child.childName()).param("nik", child.childNik())
                .param("born", child.birthDate()).param("guardian", child.guardian().name())
                .param("guardianNik", child.guardian().nik()).param("account", child.guardian().account()).param("email", child.guardian().email())
                .param("state", child.state().name()).param("by", child.registeredBy()).param("at", time(child.registeredAt()))
                .update();
    }

    List<Scholarship> of(UUID claimId) {
        return jdbc.sql(COLUMNS + " where claim_id = :claim order by place").param("claim", claimId).query(this::scholarship).list();
    }

    /** How many places of a claim are taken: one that ended before anything was paid is free again. */
    int placesTaken(UUID claimId) {
        return jdbc.sql("""
                select count(*) from scholarship_scholarship child
                 where claim_id = :claim and (state <> 'ENDED'
                    or exists (select from scholarship_year where scholarship_id = child.id and state = 'PAID'))""")
                .param("claim", claimId).query(Integer.class).single();
    }

    /** The number under which this child is registered already. */
    Optional<String> numberOf(String childNik) {
        return jdbc.sql("select number from scholarship_scholarship where child_nik = :nik").param("nik", childNik)
                .query(String.class).optional();
    }

    Scholarship get(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(this::scholarship).optional()
                .orElseThrow(Scholarships::unknown);
    }

    /** The child for a step on any of its years: two steps at once come one after the other. */
    Scholarship lock(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id for no key update").param("id", id).query(this::scholarship).optional()
                .orElseThrow(Scholarships::unknown);
    }

    void update(Scholarship after) {
        jdbc.sql("""
                update scholarship_scholarship set state = :state, end_reason = :reason, end_basis = :basis, ended_on = :on
                 where id = :id""")
                .param("state", after.state().name()).param("reason", after.end() == null ? null : after.end().reason())
                .param("basis", after.end() == null ? null : after.end().legalBasis())
                .param("on", after.end() == null ? null : after.end().on()).param("id", after.id()).update();
    }

    /** On a paper of the family, which lies in the file of the claim. */
    void changeAccount(UUID id, String account) {
        jdbc.sql("update scholarship_scholarship set guardian_account = :account where id = :id").param("account", account)
                .param("id", id).update();
    }

    private Scholarship scholarship(ResultSet row, int number) throws SQLException {
        String reason = row.getString("end_reason");
        return new Scholarship(row.getObject("id", UUID.class), row.getString("number"), row.getObject("claim_id", UUID.class),
                row.getInt("place"), row.getString("programme"), row.getString("village_code"), row.getString("branch"),
                row.getString("child_name"), row.getString("child_nik"), row.getObject("birth_date", LocalDate.class),
                new Guardian(row.getString("guardian_name"), row.getString("guardian_nik"), row.getString("guardian_account"),
                        row.getString("guardian_email")),
                ScholarshipState.valueOf(row.getString("state")), reason == null ? null
                        : new End(reason, row.getString("end_basis"), row.getObject("ended_on", LocalDate.class)),
                row.getString("registered_by"), instant(row, "registered_at"));
    }

    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Refusal unknown() {
        return Refusal.notFound("SCHOLARSHIP_UNKNOWN", "Beasiswa tidak ditemukan.");
    }
}
