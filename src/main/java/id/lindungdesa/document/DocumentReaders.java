package id.lindungdesa.document;

import id.lindungdesa.identity.Official;
import java.util.UUID;

/**
 * Who may read the documents of a module's cases. Each module whose cases carry documents offers one bean; one yes is
 * enough. Whoever stored a document may always read it.
 */
public interface DocumentReaders {

    boolean mayRead(UUID documentId, Official who);
}
