package id.lindungdesa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each kind of case is told when it is open and has no process, and in no state in which it has come to its end. The states are
 * those that the table knows: a new one makes this test ask whether it is an end.
 */
@LindungDesaTest
class OpenCasesTest {

    @Autowired CasesWithoutProcess check;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    private record Kind(String name, String table, Set<String> open, Set<String> over) {}

    @TestFactory
    Stream<DynamicTest> anOpenCaseWithoutItsProcessIsTold() {
        return Stream.of(
                new Kind("complaint", "complaint_complaint", Set.of("OPEN", "ESCALATED", "ANSWERED", "MEDIATION", "COURT", "UPHELD", "REFUSED"),
                        Set.of("DRAFT", "SETTLED", "CLOSED", "WITHDRAWN")),
                new Kind("death-report", "death_report", Set.of("OPEN"),
                        Set.of("CLAIMED", "ALREADY_CLAIMED", "NO_COVER", "WORKER_UNKNOWN", "DECLINED", "WRONG")),
                new Kind("rule-change", "rulebook_version", Set.of("COMPARING", "LEGAL_REVIEW", "APPROVAL", "RETURNED", "APPROVED"),
                        Set.of("DRAFT", "IN_FORCE", "REJECTED", "WITHDRAWN")),
                new Kind("school-year", "scholarship_year", Set.of("WAITING", "OPEN", "SUSPENDED", "PROVED", "CHECKED", "APPROVED", "PAYMENT_ORDERED"),
                        Set.of("DRAFT", "PAID", "REFUSED", "LAPSED")),
                new Kind("scholarship-change", "scholarship_change", Set.of("OPEN", "CONFIRMED", "EXCESS", "DEMANDED"),
                        Set.of("DRAFT", "DISMISSED", "NOTED", "ENDED", "KEPT", "REPAID", "WAIVED")),
                new Kind("supplement", "claim_supplement", Set.of("OPEN", "PROPOSED", "ENDORSED", "APPROVED", "ORDERED"), Set.of("PAID", "NO_DIFFERENCE")),
                new Kind("interim", "claim_interim", Set.of("OPEN", "PROPOSED", "ENDORSED", "APPROVED", "PAYMENT_ORDERED"), Set.of("PAID", "REFUSED")),
                new Kind("account-check", "claim_account_check", Set.of("DIFFERENT"), Set.of("MATCHED", "ACCEPTED", "REPLACED")),
                new Kind("correction", "claim_correction", Set.of("OPEN", "BOOKED", "CORRECTED", "APPROVED", "ORDERED", "DEMANDED"),
                        Set.of("PAID_AGAIN", "REPAID", "WAIVED", "DISMISSED")),
                new Kind("dispute", "claim_dispute", Set.of("OPEN"), Set.of("DRAFT", "SETTLED")),
                new Kind("premium-return", "claim_premium_return", Set.of("OPEN", "APPROVED"), Set.of("DRAFT", "REFUSED", "DONE")),
                new Kind("penalty", "claim_penalty", Set.of("OPEN", "OWED", "ORDERED"), Set.of("NOT_OWED", "PAID")),
                new Kind("escalation", "reminder_escalation", Set.of("OPEN"), Set.of("WATCHED", "SETTLED", "UNHEARD", "ENDED"))
        ).map(kind -> DynamicTest.dynamicTest(kind.name(), () -> told(kind)));
    }

    private void told(Kind kind) {
        assertThat(statesOf(kind.table())).as("every state is open or over").isEqualTo(
                Stream.concat(kind.open().stream(), kind.over().stream()).collect(Collectors.toSet()));
        for (String state : statesOf(kind.table())) {
            assertThat(isTold(kind, state)).as(state).isEqualTo(kind.open().contains(state));
        }
    }

    /** A row of nothing but what it must have, in a transaction that never was; its constraints are another test's. */
    private boolean isTold(Kind kind, String state) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("select conname from pg_constraint where contype = 'c' and conrelid = to_regclass(:table)").param("table", kind.table()).query(String.class).list()
                    .forEach(constraint -> jdbc.sql("alter table %s drop constraint %s".formatted(kind.table(), constraint)).update());
            record Column(String name, String type) {}
            List<Column> needed = jdbc.sql("""
                    select column_name as name, udt_name as type from information_schema.columns
                     where table_name = :table and table_schema = current_schema() and is_nullable = 'NO' and column_default is null
                       and is_identity = 'NO' and column_name not in ('id', 'state')""").param("table", kind.table()).query(Column.class).list();
            UUID id = UUID.randomUUID();
            jdbc.sql("insert into %s (id, state%s) values (:id, :state%s)".formatted(kind.table(),
                    needed.stream().map(one -> ", " + one.name()).collect(Collectors.joining()),
                    needed.stream().map(one -> ", " + anything(one.type())).collect(Collectors.joining()))).param("id", id).param("state", state).update();
            List<String> faults = check.faults();
            boolean open = jdbc.sql("select count(*) from (select * from report_open_case union all select * from report_open_rule) open where id = :id and kind = :kind").param("id", id).param("kind", kind.name())
                    .query(Long.class).single() == 1;
            assertThat(faults.contains(kind.name() + " " + id)).as("told, unless a hundred others are").isEqualTo(open && (faults.size() < 100 || faults.contains(kind.name() + " " + id)));
            return open;
        }));
    }

    private static String anything(String type) {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "date" -> "current_date";
            case "timestamptz" -> "now()";
            case "bool" -> "false";
            case "_text" -> "'{}'";
            case "bytea" -> "gen_random_uuid()::text::bytea";
            case "int2", "int4", "int8" -> "1";
            default -> "gen_random_uuid()::text";
        };
    }

    private Set<String> statesOf(String table) {
        return jdbc.sql("select pg_get_constraintdef(oid) from pg_constraint where conname = :name").param("name", table + "_state").query(String.class).list()
                .stream().flatMap(rule -> Pattern.compile("'([A-Z_]+)'").matcher(rule).results()).map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
