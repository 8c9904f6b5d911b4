package id.lindungdesa.workflow;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * The expressions that a query may carry: the two that name the current user, and today's moment as the date before which
 * something was due; at whatever depth, in whatever kind of query, stored or not (CVE-2026-109432). The engine's own switch
 * looks at the top of an unstored query only.
 */
final class QueryExpressions {

    private static final Set<String> ALLOWED = Set.of("${currentUser()}", "${currentUserGroups()}");
    private static final String DUE_BEFORE = "dueBefore";
    private static final String NOW = "${now()}";

    /** The "or" parts of a query: each kind that has any keeps them for itself, under one name. */
    private static final ClassValue<Optional<Field>> PARTS = new ClassValue<>() {
        @Override
        protected Optional<Field> computeValue(Class<?> type) {
            return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                    .flatMap(declaring -> Arrays.stream(declaring.getDeclaredFields()))
                    .filter(field -> field.getName().equals("queries") && field.getType() == List.class)
                    .findFirst().map(field -> {
                        field.setAccessible(true);
                        return field;
                    });
        }
    };

    private QueryExpressions() {}

    static void check(Command<?> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            checkQuery(query);
        } else if (command instanceof AbstractExecuteFilterCmd) {
            checkQuery(DoorGuard.read(command, AbstractExecuteFilterCmd.class, "extendingQuery"));
        } else if (command instanceof SaveFilterCmd) {
            checkQuery(((Filter) DoorGuard.read(command, SaveFilterCmd.class, "filter")).<AbstractQuery<?, ?>>getQuery());
        }
    }

    static void checkQuery(Object query) {
        if (!(query instanceof AbstractQuery<?, ?> asked)) {
            return;
        }
        asked.getExpressions().forEach((field, expression) -> {
            String bare = expression == null ? null : expression.replace(" ", "");
            if (bare != null && !ALLOWED.contains(bare) && !(field.equals(DUE_BEFORE) && bare.equals(NOW))) {
                throw new BadUserRequestException("Ekspresi dalam permintaan tidak diizinkan.");
            }
        });
        for (Object part : partsOf(asked)) {
            if (part != asked) {
                checkQuery(part);
            }
        }
    }

    private static List<?> partsOf(AbstractQuery<?, ?> query) {
        try {
            Field parts = PARTS.get(query.getClass()).orElse(null);
            return parts == null ? List.of() : (List<?>) parts.get(query);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Engine changed: " + query.getClass() + ".queries", e);
        }
    }
}
