package id.lindungdesa.enrolment;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Takes in files of many villages; each is worked off by {@link RosterImporter}, and shown to whoever brought it. */
@Service
class RosterJobs {

    private final RosterImports imports;
    private final RosterImporter importer;
    private final RosterSpool spool;
    private final CurrentUser currentUser;
    private final Clock clock;

    RosterJobs(RosterImports imports, RosterImporter importer, RosterSpool spool, CurrentUser currentUser, Clock clock) {
        this.imports = imports;
        this.importer = importer;
        this.spool = spool;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Writes the file down and puts it in the queue.
     *
     * @return the job's id
     * @throws Refusal NOT_YOUR_OFFICE, TABLE_EMPTY, TABLE_TOO_LARGE
     */
    UUID receive(InputStream file) {
        Official who = currentUser.require(Role.BPJS_AR);
        UUID id = UUID.randomUUID();
        RosterSpool.Spooled spooled = spool.write(id, file);
        imports.add(id, spooled.sha256(), spooled.bytes(), who.user(), clock.instant());
        importer.soon(id);
        return id;
    }

    /** @throws Refusal JOB_UNKNOWN, also for somebody else's */
    RosterImport own(UUID id) {
        Official who = currentUser.get();
        return imports.find(id).filter(job -> job.startedBy().equals(who.user()) || who.is(Role.ADMIN))
                .orElseThrow(() -> Refusal.notFound("JOB_UNKNOWN", "Pekerjaan itu tidak ada."));
    }

    void eachRejection(UUID id, Consumer<Finding> each) {
        imports.eachRejection(id, each);
    }
}
