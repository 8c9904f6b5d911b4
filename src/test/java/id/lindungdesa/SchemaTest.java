package id.lindungdesa;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

/** Our tables as the migrations leave them, held against the house rules and against the enums in Java. */
class SchemaTest {

    /** Flyway's own. */
    private static final String OURS = "name not like 'flyway_%'";
    private static final Pattern MONEY = Pattern.compile("(^|_)(rupiah|amount|ceiling|debits|credits|balance)$");
    /** States that several parts of a module add to: the enum in Java is their one home. */
    private static final Set<String> LISTED_IN_JAVA = Set.of("claim_claim.state");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'::(?:text|character varying|bpchar)");

    private static JdbcClient database;

    record Column(String table, boolean view, String name, String type) {

        @Override
        public String toString() {
            return "%s.%s (%s)".formatted(table, name, type);
        }
    }

    @BeforeAll
    static void migrate() {
        database = JdbcClient.create(TestSchema.fresh("schema"));
    }

    @Test
    void a_table_begins_with_the_name_of_its_module() {
        Set<String> modules = modules();

        assertThat(database.sql("select relname from (select relname, relname as name from pg_class where relkind in ('r', 'p') "
                + "and relnamespace = 'public'::regnamespace) t where " + OURS).query(String.class).list())
                .as("tables of no module; modules are " + modules)
                .allMatch(table -> modules.stream().anyMatch(module -> table.startsWith(module + "_")));
    }

    @Test
    void a_view_for_others_is_called_so() {
        assertThat(database.sql("select viewname from pg_views where schemaname = 'public'").query(String.class).list())
                .allMatch(view -> view.startsWith("report_"));
    }

    @Test
    void a_state_is_checked_against_the_enum_in_java() {
        List<String> faults = new ArrayList<>();
        for (Column column : columns().stream().filter(column -> !column.view()).toList()) {
            Set<String> listed = listed(column);
            List<Class<?>> enums = enumsFor(column);
            boolean state = column.name().equals("state") || column.name().endsWith("_state");
            if (state && listed.isEmpty() && !LISTED_IN_JAVA.contains(column.table() + "." + column.name())) {
                faults.add(column + " has no check that lists its states");
            } else if (state && enums.isEmpty() && hasController(module(column.table()))) {
                faults.add(column + " has no enum " + enumName(column) + " in id.lindungdesa." + module(column.table()));
            }
            if (!listed.isEmpty() && !enums.isEmpty() && enums.stream().noneMatch(type -> constants(type).equals(listed))) {
                faults.add("%s lists %s, Java has %s".formatted(column, listed,
                        enums.stream().map(type -> type.getName() + constants(type)).collect(Collectors.joining(" or "))));
            }
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void money_is_bigint() {
        assertThat(columns().stream().filter(column -> MONEY.matcher(column.name()).find() && !column.type().equals("bigint")))
                .as("a sum in a view needs ::bigint").isEmpty();
    }

    @Test
    void numbers_are_whole() {
        assertThat(columns().stream().filter(column -> Set.of("numeric", "real", "double precision", "money").contains(column.type())))
                .isEmpty();
    }

    @Test
    void time_has_a_zone() {
        assertThat(columns().stream().filter(column -> column.type().equals("timestamp without time zone")
                || column.type().startsWith("time ") || column.name().endsWith("_at") && !column.type().equals("timestamp with time zone")))
                .as("times, and whatever is called *_at, are timestamptz").isEmpty();
    }

    @Test
    void a_day_is_a_date() {
        assertThat(columns().stream().filter(column -> column.name().endsWith("_on") && !column.type().equals("date")))
                .as("whatever is called *_on is a date").isEmpty();
    }

    @Test
    void checks_and_unique_keys_have_names_of_their_own() {
        assertThat(database.sql("""
                select c.conname from pg_constraint c join pg_class t on t.oid = c.conrelid
                 where t.relnamespace = 'public'::regnamespace and t.relname not like 'flyway_%' and c.contype in ('c', 'u')
                   and (c.conname ~ ('^' || t.relname || '_(.*_)?check\\d*$') or c.conname ~ ('^' || t.relname || '_.*_key\\d*$'))
                """).query(String.class).list()).as("constraints that PostgreSQL had to name; say what they keep true").isEmpty();
    }

    @Test
    void an_id_is_a_uuid() {
        assertThat(columns().stream().filter(column -> !column.view() && column.name().equals("id") && !column.type().equals("uuid"))).isEmpty();
    }

    private static List<Column> columns() {
        return database.sql("""
                select t.relname as table, t.relkind in ('v', 'm') as view, a.attname as name, format_type(a.atttypid, null) as type
                  from pg_attribute a join pg_class t on t.oid = a.attrelid
                 where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0
                   and not a.attisdropped and t.relname not like 'flyway_%'
                 order by 1, a.attnum
                """).query(Column.class).list();
    }

    /** The texts that a check on this column alone allows; empty where there is no such list. */
    private static Set<String> listed(Column column) {
        return database.sql("""
                select pg_get_constraintdef(c.oid) from pg_constraint c
                  join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
                 where c.contype = 'c' and c.conrelid = cast(? as regclass) and a.attname = ?
                """).params(column.table(), column.name()).query(String.class).list().stream()
                .filter(check -> check.contains("= ANY (") || check.matches("CHECK \\(\\(\\w+ = '[^']*'::text\\)\\)"))
                .flatMap(check -> LITERAL.matcher(check).results().map(match -> match.group(1)))
                .collect(toCollection(TreeSet::new));
    }

    /** Enums of the table's module that carry the column's name: {@code State} or {@code DisbursementState} for state. */
    private static List<Class<?>> enumsFor(Column column) {
        String noun = pascal(column.table().substring(module(column.table()).length() + 1));
        return ENUMS.stream().filter(type -> type.getPackageName().equals("id.lindungdesa." + module(column.table())))
                .filter(type -> type.getSimpleName().equals(enumName(column)) || type.getSimpleName().equals(noun + enumName(column)))
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    List<Class<?>> own = found.stream().filter(type -> type.getSimpleName().startsWith(noun)
                            || type.getEnclosingClass() != null && type.getEnclosingClass().getSimpleName().equals(noun)).toList();
                    return own.isEmpty() ? found : own;
                }));
    }

    /** A module's tables may stand before its Java does; with its edge it is whole. */
    private static boolean hasController(String module) {
        return ModelFiles.read("src/main/java/id/lindungdesa/" + module, "Controller.java").size() > 0;
    }

    private static String enumName(Column column) {
        return pascal(column.name());
    }

    /** Looked for once: a walk over all classes takes longer than all the rest. */
    private static final List<Class<?>> ENUMS = enums();

    private static List<Class<?>> enums() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Enum.class));
        return scanner.findCandidateComponents("id.lindungdesa").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null)).filter(Class::isEnum).toList();
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).collect(toCollection(TreeSet::new));
    }

    private static String module(String table) {
        return table.substring(0, table.indexOf('_'));
    }

    private static String pascal(String snake) {
        return Stream.of(snake.split("_")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }

    private static Set<String> modules() {
        return ModelFiles.read("src/main/java/id/lindungdesa", "package-info.java").keySet().stream()
                .map(file -> file.substring(0, file.indexOf('/'))).collect(toCollection(TreeSet::new));
    }
}
