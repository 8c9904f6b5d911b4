package id.lindungdesa.workflow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.Test;

/** The hour may be asked for as the date before which a task was due, and nowhere else. */
class QueryExpressionsTest {

    @Test
    void whatIsLateIsAskedForByTheHour() {
        assertThatCode(() -> QueryExpressions.checkQuery(new TaskQueryImpl().dueBeforeExpression("${ now() }"))).doesNotThrowAnyException();
    }

    @Test
    void nothingElseIsEvaluated() {
        for (var query : List.of(new TaskQueryImpl().taskCreatedBeforeExpression("${now()}"), new TaskQueryImpl().taskAssigneeExpression("${now()}"),
                new TaskQueryImpl().dueAfterExpression("${now()}"), new TaskQueryImpl().dueBeforeExpression("${now().minusDays(1)}"),
                new TaskQueryImpl().dueBeforeExpression("${now()}${now()}"),
                new TaskQueryImpl().or().dueBeforeExpression("${dateTime()}").endOr())) {
            assertThatThrownBy(() -> QueryExpressions.checkQuery(query)).as(query.toString()).isInstanceOf(BadUserRequestException.class);
        }
    }
}
