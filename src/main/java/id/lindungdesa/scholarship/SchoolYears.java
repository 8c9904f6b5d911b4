package id.lindungdesa.scholarship;

import id.lindungdesa.benefit.Schooling.Level;
import id.lindungdesa.benefit.Schooling.Working;
import id.lindungdesa.claim.ScholarshipRight.Answer;
import id.lindungdesa.claim.ScholarshipRight.YearRuling;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.scholarship.SchoolYear.Dates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** School years and what was done on them. */
@Repository
class SchoolYears {

    private static final String COLUMNS = """
            select id, scholarship_id, school_year, number, state, opened_by, opened_at, begins_on, remind_on, due_on, ends_on, level, grade,
                   married, working, wage_months, claimed_on, answer, rupiah, reasons, legal_basis, rule_versions, past_year,
                   bank_reference
              from scholarship_year
            """;

    private final JdbcClient jdbc;

    SchoolYears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SchoolYear year) {
        jdbc.sql("""
                insert into scholarship_year (id, scholarship_id, school_year, number, state, opened_by, opened_at, begins_on,
                                              remind_on, due_on, ends_on)
                values (:id, :scholarship, :year, :number, :state, :by, :at, :begins, :remind, :due, :ends)""")
                .param("id", year.id()).param("scholarship", year.scholarshipId()).param("year", year.year())
                .param("number", year.number()).param("state", year.state().name()).param("by", year.openedBy()).param("at", Scholarships.time(year.openedAt()))
                .param("begins", year.dates().beginsOn()).param("remind", year.dates().remindOn())
                .param("due", year.dates().dueOn()).param("ends", year.dates().endsOn()).update();
    }

    Optional<SchoolYear> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(this::year).optional();
    }

    SchoolYear get(UUID id) {
        return find(id).orElseThrow(() ->
                Refusal.notFound("SCHOLARSHIP_YEAR_UNKNOWN", "Tahun ajaran beasiswa ini tidak ditemukan."));
    }

    /** All years of a child that count, the first one first. */
    List<SchoolYear> of(UUID scholarshipId) {
        return jdbc.sql(COLUMNS + " where scholarship_id = :id and state <> 'DRAFT' order by school_year").param("id", scholarshipId)
                .query(this::year).list();
    }

    Optional<SchoolYear> of(UUID scholarshipId, int schoolYear) {
        return of(scholarshipId).stream().filter(year -> year.year() == schoolYear).findFirst();
    }

    void update(SchoolYear before, SchoolYear after) {
        Proof proof = after.proof();
        YearRuling ruling = after.ruling();
        int updated = jdbc.sql("""
                update scholarship_year
                   set state = :state, level = :level, grade = :grade, married = :married, working = :working,
                       wage_months = :months, claimed_on = :claimed, answer = :answer, rupiah = :rupiah, reasons = :reasons,
                       legal_basis = :basis, rule_versions = :versions, past_year = :past, bank_reference = :reference
                 where id = :id and state = :before""")
                .param("state", after.state().name()).param("level", proof == null ? null : proof.level().name())
                .param("grade", proof == null ? null : proof.grade()).param("married", proof == null ? null : proof.married())
                .param("working", proof == null ? null : proof.working().name())
                .param("months", proof == null ? null : proof.wageMonths()).param("claimed", proof == null ? null : proof.claimedOn())
                .param("answer", ruling == null ? null : ruling.answer().name())
                .param("rupiah", ruling == null ? 0L : ruling.rupiah().amount())
                .param("reasons", ruling == null ? new String[0] : ruling.reasons().toArray(String[]::new))
                .param("basis", ruling == null ? null : ruling.legalBasis())
                .param("versions", ruling == null ? null : ruling.ruleVersions()).param("past", ruling != null && ruling.pastYear())
                .param("reference", after.bankReference()).param("id", before.id()).param("before", before.state().name()).update();
        requireChanged(before, updated);
    }

    void paid(SchoolYear before, SchoolYear after, Transfer transfer) {
        requireChanged(before, jdbc.sql("""
                update scholarship_year set state = :state, transfer_id = :transfer, paid_at = :at
                 where id = :id and state = :before""")
                .param("state", after.state().name()).param("transfer", transfer.id())
                .param("at", Scholarships.time(transfer.postedAt())).param("id", before.id())
                .param("before", before.state().name()).update());
    }

    /** Those whose payment is being decided on: the bank is asked about their accounts meanwhile. */
    List<SchoolYear> awaitingPayment() {
        return jdbc.sql(COLUMNS + " where state in ('PROVED', 'CHECKED', 'APPROVED') and rupiah > 0 order by number").query(this::year).list();
    }

    private static void requireChanged(SchoolYear before, int updated) {
        if (updated != 1) {
            throw Refusal.conflict("SCHOLARSHIP_YEAR_STATE", "Beasiswa %s baru saja diubah. Muat ulang.".formatted(before.number()));
        }
    }

    void add(UUID yearId, Deed deed) {
        jdbc.sql("""
                insert into scholarship_decision (year_id, step, outcome, note, user_id, user_name, at)
                values (:year, :step, :outcome, :note, :user, :name, :at)""")
                .param("year", yearId).param("step", deed.step().name()).param("outcome", deed.outcome().name())
                .param("note", deed.note()).param("user", deed.user()).param("name", deed.name())
                .param("at", Scholarships.time(deed.at())).update();
    }

    private List<Deed> deedsOf(UUID yearId) {
        return jdbc.sql("""
                select step, outcome, note, user_id, user_name, at from scholarship_decision
                 where year_id = :year order by entry_number""").param("year", yearId)
                .query((row, number) -> new Deed(Step.valueOf(row.getString("step")), Outcome.valueOf(row.getString("outcome")),
                        row.getString("note"), row.getString("user_id"), row.getString("user_name"), Scholarships.instant(row, "at")))
                .list();
    }

    private SchoolYear year(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Dates dates = new Dates(day(row, "begins_on"), day(row, "remind_on"), day(row, "due_on"), day(row, "ends_on"));
        return new SchoolYear(id, row.getObject("scholarship_id", UUID.class), row.getInt("school_year"), row.getString("number"),
                YearState.valueOf(row.getString("state")), row.getString("opened_by"), Scholarships.instant(row, "opened_at"), dates, proof(row), ruling(row),
                row.getString("bank_reference"), deedsOf(id));
    }

    private static Proof proof(ResultSet row) throws SQLException {
        String level = row.getString("level");
        return level == null ? null : new Proof(Level.valueOf(level), row.getInt("grade"), row.getBoolean("married"),
                Working.valueOf(row.getString("working")), row.getObject("wage_months", Integer.class), day(row, "claimed_on"));
    }

    private static YearRuling ruling(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return answer == null ? null : new YearRuling(Answer.valueOf(answer), Rupiah.of(row.getLong("rupiah")),
                List.of((String[]) row.getArray("reasons").getArray()), row.getString("legal_basis"),
                row.getString("rule_versions"), row.getBoolean("past_year"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
