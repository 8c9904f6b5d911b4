package id.lindungdesa.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends the start with a sentence instead of a stack trace. */
class NoAdministratorAnalyzer extends AbstractFailureAnalyzer<FirstAdmin.NoAdministrator> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FirstAdmin.NoAdministrator cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Set both variables in the environment (docker-compose.yml reads them from .env) and start again.", cause);
    }
}
