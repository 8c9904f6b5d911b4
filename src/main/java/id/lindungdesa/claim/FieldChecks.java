package id.lindungdesa.claim;

import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.sql.Array;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A look on the spot at a claim that shows signs of risk, in a small process of its own beside the claim's. It goes on
 * while the officer works; nobody grants the claim before its outcome is known, and no outcome decides by itself.
 */
@Service
class FieldChecks {

    static final String KEY = "field-check";

    private final JdbcClient jdbc;
    private final Claims claims;
    private final ClaimFiles files;
    private final ClaimSteps steps;
    private final Documents documents;
    private final Workflow workflow;

    FieldChecks(JdbcClient jdbc, Claims claims, ClaimFiles files, ClaimSteps steps, Documents documents, Workflow workflow) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.files = files;
        this.steps = steps;
        this.documents = documents;
        this.workflow = workflow;
    }

    /** @param confirmed whether what the claim says was found true; null until somebody looked */
    record FieldCheck(UUID id, UUID claimId, List<String> signs, Boolean confirmed) {}

    /** One look for a claim, however often it is assessed. */
    void open(UUID claimId, Set<String> signs) {
        if (signs.isEmpty() || ofClaim(claimId).isPresent()) {
            return;
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into claim_field_check (id, claim_id, signs, opened_at) values (:id, :claim, :signs, :at)")
                .param("id", id).param("claim", claimId).param("signs", signs.toArray(String[]::new))
                .param("at", Claims.time(steps.instant())).update();
        workflow.start(KEY, id, Map.of("fieldCheckId", id.toString()));
    }

    /** What was seen there; the report is a paper of the claim. */
    @Transactional
    public void record(UUID id, boolean confirmed, String note, String documentIds) {
        FieldCheck check = get(id);
        Claim claim = claims.lock(check.claimId());
        Official officer = steps.officer(claim, Step.CHECK_FIELD, Role.BPJS_VERIFIKATOR);
        steps.requireNote(note, "Tuliskan apa yang ditemukan di lapangan dan siapa saksinya.");
        List<UUID> report = Documents.ids(documentIds);
        if (report.isEmpty()) {
            throw Refusal.invalid("DOCUMENT_REQUIRED", "Unggah berita acara pemeriksaan lapangan.");
        }
        documents.requireForAttaching(report);
        files.attach(claim.id(), report, officer.user(), steps.instant());
        jdbc.sql("update claim_field_check set confirmed = :confirmed, done_at = :at where id = :id")
                .param("confirmed", confirmed).param("at", Claims.time(steps.instant())).param("id", id).update();
        steps.done(claim, Step.CHECK_FIELD, confirmed ? Outcome.CONFIRMED : Outcome.DOUBTFUL, note, officer);
    }

    /** @throws Refusal FIELD_CHECK_OPEN while somebody has yet to look */
    void requireDone(Claim claim) {
        ofClaim(claim.id()).filter(check -> check.confirmed() == null).ifPresent(check -> {
            throw Refusal.conflict("FIELD_CHECK_OPEN", ("Pemeriksaan lapangan untuk klaim %s belum selesai. Klaim dapat disetujui "
                    + "setelah petugas mencatat hasilnya.").formatted(claim.number()));
        });
    }

    boolean isDoubtful(UUID claimId) {
        return ofClaim(claimId).filter(check -> Boolean.FALSE.equals(check.confirmed())).isPresent();
    }

    FieldCheck get(UUID id) {
        return query("id = :key", id).orElseThrow(() -> Refusal.notFound("FIELD_CHECK_UNKNOWN", "Pemeriksaan lapangan tidak ditemukan."));
    }

    Optional<FieldCheck> ofClaim(UUID claimId) {
        return query("claim_id = :key", claimId);
    }

    private Optional<FieldCheck> query(String condition, UUID key) {
        return jdbc.sql("select id, claim_id, signs, confirmed from claim_field_check where " + condition).param("key", key)
                .query((row, number) -> {
                    Array signs = row.getArray("signs");
                    return new FieldCheck(row.getObject("id", UUID.class), row.getObject("claim_id", UUID.class),
                            List.of((String[]) signs.getArray()), row.getObject("confirmed", Boolean.class));
                }).optional();
    }
}
