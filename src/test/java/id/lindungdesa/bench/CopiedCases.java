package id.lindungdesa.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All rows that an opened decree left in the database, engine and domain, written once more under other ids by plain
 * {@code insert … select}: the floor under any way to open villages, and a quick way to many open tasks. What is copied:
 * allocations, ledger transfers (their trigger adds them to two accounts), disbursements; executions, tasks, variables,
 * candidate groups and permissions; the history of all of these.
 */
final class CopiedCases {

    private static final String OF_A_CASE = "select proc_inst_id_ from act_hi_procinst where business_key_ in "
            + "(select id::text from grant_disbursement where decree_id = '%s')";
    private static final String OF_A_TASK = "select id_ from act_hi_taskinst where proc_inst_id_ in (" + OF_A_CASE + ")";

    /** Table to its rows; the order is that of the foreign keys. */
    private static final Map<String, String> ENGINE = new LinkedHashMap<>();

    static {
        for (String table : List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_hi_procinst", "act_hi_actinst",
                "act_hi_taskinst", "act_hi_varinst", "act_hi_detail")) {
            ENGINE.put(table, "proc_inst_id_ in (" + OF_A_CASE + ")");
        }
        ENGINE.put("act_ru_identitylink", "task_id_ in (" + OF_A_TASK + ")");
        ENGINE.put("act_hi_identitylink", "task_id_ in (" + OF_A_TASK + ")");
        ENGINE.put("act_ru_authorization", "resource_type_ = 7 and resource_id_ in (" + OF_A_TASK + ")");
    }

    private static final Map<String, String> DOMAIN = Map.of(
            "regulation_allocation", "decree_id = '%s'",
            "ledger_transfer", "reference in (select id::text from regulation_allocation where decree_id = '%s')",
            "grant_disbursement", "decree_id = '%s'");

    /** Columns of the engine that name another row of a case. */
    private static final String REFERENCE = "(id|(root_)?proc_inst_id|(parent_)?act_inst_id|execution_id|parent_id|task_id|var_inst_id|var_scope)_";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CopiedCases(BenchApplication application) {
        this.jdbc = application.jdbc();
        this.transaction = application.bean(TransactionTemplate.class);
    }

    /** Lays the rows of that decree aside, so that a copy reads nothing else. */
    void take(String decree) {
        ENGINE.forEach((table, rows) -> keep(table, rows.formatted(decree)));
        DOMAIN.forEach((table, rows) -> keep(table, rows.formatted(decree)));
    }

    private void keep(String table, String rows) {
        jdbc.sql("drop table if exists kept_" + table).update();
        jdbc.sql("create unlogged table kept_%1$s as select * from %1$s where %2$s".formatted(table, rows)).update();
        jdbc.sql("analyze kept_" + table).update();
    }

    /** Writes everything once more in one transaction. @return the rows written */
    int copy(String mark, String otherDecree) {
        return transaction.execute(status -> copyEngine(mark, ENGINE.keySet()) + copyDomain(mark, otherDecree));
    }

    /** What the engine needs of open tasks, without their history, for villages of other codes. */
    int copyTasks(String mark) {
        return copyEngine(mark, ENGINE.keySet().stream().filter(table -> table.startsWith("act_ru_")).toList());
    }

    private int copyEngine(String mark, Collection<String> tables) {
        int rows = 0;
        for (String table : tables) {
            Map<String, String> columns = columns(table);
            String values = columns.keySet().stream().map(column -> value(table, column, mark)).collect(Collectors.joining(", "));
            rows += jdbc.sql("insert into %s (%s) select %s from kept_%1$s".formatted(table, String.join(", ", columns.keySet()),
                    values)).update();
        }
        return rows;
    }

    private static String value(String table, String column, String mark) {
        if (column.matches(REFERENCE) || column.equals("resource_id_")) {
            return "%s || '%s'".formatted(column, mark);
        }
        if (column.equals("business_key_") || column.equals("text_")) {
            return "md5(%s || '%s')::uuid::text".formatted(column, mark);
        }
        if (column.equals("group_id_")) {
            return "replace(group_id_, '-', '-%s.')".formatted(mark);
        }
        return column;
    }

    private int copyDomain(String mark, String decree) {
        String id = "md5(%s::text || '" + mark + "')::uuid";
        int rows = insert("regulation_allocation", Map.of("id", id.formatted("id"), "decree_id", "'" + decree + "'::uuid"));
        jdbc.sql("insert into ledger_account (path, guarded) select distinct replace(path, old, :decree), guarded from ledger_account, "
                + "(select distinct decree_id::text as old from kept_grant_disbursement) one where path like '%' || old on conflict do nothing")
                .param("decree", decree).update();
        String path = "regexp_replace(%s, '[^/]*$', '" + decree + "')";
        rows += insert("ledger_transfer", Map.of("id", id.formatted("id"), "reference", id.formatted("reference") + "::text",
                "debit_path", path.formatted("debit_path"), "credit_path", path.formatted("credit_path")));
        return rows + insert("grant_disbursement", Map.of("id", id.formatted("id"), "decree_id", "'" + decree + "'::uuid",
                "allocation_id", id.formatted("allocation_id")));
    }

    private int insert(String table, Map<String, String> changed) {
        Map<String, String> columns = columns(table);
        columns.remove("entry_number");
        return jdbc.sql("insert into %s (%s) select %s from kept_%1$s".formatted(table, String.join(", ", columns.keySet()),
                columns.keySet().stream().map(column -> changed.getOrDefault(column, column)).collect(Collectors.joining(", "))))
                .update();
    }

    private Map<String, String> columns(String table) {
        Map<String, String> columns = new LinkedHashMap<>();
        jdbc.sql("select column_name, data_type from information_schema.columns where table_name = :table order by ordinal_position")
                .param("table", table).query(row -> {
                    columns.put(row.getString(1), row.getString(2));
                });
        return columns;
    }
}
