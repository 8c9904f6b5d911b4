package id.lindungdesa.operation;

import java.util.List;
import org.slf4j.MDC;

/**
 * What every line of the log says of its occasion, under the names it has there: which request, whose account, which case.
 * Account names and ids only, never a person's name.
 */
public final class LogContext {

    /** The request's id, which the caller has too: header {@code X-Request-Id} and field of a problem. */
    public static final String REQUEST = "requestId";
    /** The account that acts. */
    public static final String USER = "userId";
    /** The case, which is the business key of its process. */
    public static final String CASE = "caseId";
    /** The step of the process that runs. */
    public static final String ELEMENT = "elementId";
    /** The process that runs. */
    public static final String PROCESS = "processKey";

    private LogContext() {}

    public static String requestId() {
        return MDC.get(REQUEST);
    }

    public static void user(String account) {
        MDC.put(USER, account);
    }

    public static void caseId(String id) {
        MDC.put(CASE, id);
    }

    /** A thread serves many requests. */
    static void clear() {
        List.of(REQUEST, USER, CASE, ELEMENT, PROCESS).forEach(MDC::remove);
    }

    static void request(String id) {
        MDC.put(REQUEST, id);
    }
}
