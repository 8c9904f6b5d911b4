package id.lindungdesa.document;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether a file could be stored now. Contents are read through by {@link Documents#verify}, which takes its time. */
@Component("documentsHealthIndicator")
class DocumentHealth extends AbstractHealthIndicator {

    private final Documents documents;

    DocumentHealth(Documents documents) {
        super("the folder of documents cannot be read");
        this.documents = documents;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(documents.canStore() ? "UP" : "DOWN");
    }
}
