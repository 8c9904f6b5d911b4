package id.lindungdesa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.refusal.Refusal.Kind;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.Test;

class EngineFailuresTest {

    private final EngineFailures failures = new EngineFailures();

    @Test
    void whatTwoDidAtOnceIsAConflict() {
        assertRefusal(new OptimisticLockingException("x"), Kind.CONFLICT, "CONCURRENT_CHANGE");
        assertRefusal(new FormFieldValidationException("CHANGED_MEANWHILE", "Berubah.", new OptimisticLockingException("x")),
                Kind.CONFLICT, "CONCURRENT_CHANGE");
    }

    @Test
    void aTaskThatSomebodyElseDidIsAConflict() {
        assertRefusal(new NullValueException("Cannot find task with id 1: task is null"), Kind.CONFLICT, "TASK_GONE");
        assertThat(failures.refusalFor(new NullValueException("userId is null"))).isEmpty();
    }

    @Test
    void aClosedDoorIsForbidden() {
        assertRefusal(new AuthorizationException("x"), Kind.FORBIDDEN, "FORBIDDEN");
    }

    @Test
    void ourOwnRefusalKeepsItsKind() {
        assertRefusal(new FormFieldValidationException("TWICE", "Sudah.", Refusal.conflict("TWICE", "Sudah.")),
                Kind.CONFLICT, "TWICE");
    }

    @Test
    void aFaultyFormIsInvalid() {
        assertRefusal(new FormFieldValidationException("UNDECLARED", "Tidak dikenal."), Kind.INVALID, "UNDECLARED");
    }

    @Test
    void anyOtherFailureIsNoAnswer() {
        assertThat(failures.refusalFor(new ProcessEngineException("x"))).isEmpty();
    }

    private void assertRefusal(Throwable failure, Kind kind, String code) {
        assertThat(failures.refusalFor(failure)).hasValueSatisfying(refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }
}
