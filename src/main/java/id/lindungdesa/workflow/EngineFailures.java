package id.lindungdesa.workflow;

import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.rest.KnownFailures;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.stereotype.Component;

/** Failures of the engine that are an answer and no fault, for whoever called our own API. */
@Component
class EngineFailures implements KnownFailures {

    @Override
    public Optional<Refusal> refusalFor(Throwable failure) {
        if (failure instanceof FormFieldValidationException explained) {
            Refusal ours = DoorGuard.refusalIn(explained);
            return Optional.of(ours != null ? ours : Optional.ofNullable(explained.getCause()).flatMap(this::refusalFor)
                    .orElseGet(() -> Refusal.invalid(String.valueOf((Object) explained.getDetail()), explained.getMessage())));
        }
        if (failure instanceof OptimisticLockingException) {
            return Optional.of(Refusal.conflict("CONCURRENT_CHANGE",
                    "Data ini baru saja diubah pejabat lain. Muat ulang, lalu periksa kembali."));
        }
        if (failure instanceof NullValueException && String.valueOf(failure.getMessage()).contains("task is null")) {
            return Optional.of(DoorGuard.taskGone());
        }
        if (failure instanceof AuthorizationException) {
            return Optional.of(Refusal.forbidden("FORBIDDEN", "Anda tidak berwenang untuk ini."));
        }
        return Optional.empty();
    }
}
