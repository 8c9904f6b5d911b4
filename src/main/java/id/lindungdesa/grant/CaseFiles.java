package id.lindungdesa.grant;

import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.grant.CaseFile.Decision;
import id.lindungdesa.grant.CaseFile.Outcome;
import id.lindungdesa.grant.CaseFile.Step;
import id.lindungdesa.identity.Official;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions and documents of the cases of this module. */
@Repository
class CaseFiles {

    /** One of the two kinds of case; the other id is null. */
    record Case(UUID disbursement, UUID run) {

        static Case of(Disbursement disbursement) {
            return new Case(disbursement.id(), null);
        }

        static Case of(PaymentRun run) {
            return new Case(null, run.id());
        }
    }

    private static final String OF_CASE = " (disbursement_id = :disbursement or run_id = :run) ";

    private final JdbcClient jdbc;

    CaseFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CaseFile of(Case one) {
        return new CaseFile(jdbc.sql("""
                select step, outcome, decided_by, decided_by_name, note, decided_at from grant_decision
                 where""" + OF_CASE + "order by entry_number")
                .param("disbursement", one.disbursement()).param("run", one.run()).query(CaseFiles::decision).list());
    }

    void decided(Case one, Step step, Outcome outcome, Official who, String note, Instant at) {
        jdbc.sql("""
                insert into grant_decision (id, disbursement_id, run_id, step, outcome, decided_by, decided_by_name, note, decided_at)
                values (:id, :disbursement, :run, :step, :outcome, :by, :name, :note, :at)""")
                .param("id", UUID.randomUUID()).param("disbursement", one.disbursement()).param("run", one.run())
                .param("step", step.name()).param("outcome", outcome.name()).param("by", who.user())
                .param("name", who.name()).param("note", note == null ? "" : note.strip())
                .param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /** Tells each village of a returned batch who returned it and why: its run is gone from its case. */
    void copyReturn(PaymentRun run, List<Disbursement> lines) {
        jdbc.sql("""
                insert into grant_decision (id, disbursement_id, step, outcome, decided_by, decided_by_name, note, decided_at)
                select gen_random_uuid(), line, step, outcome, decided_by, decided_by_name, note, decided_at
                  from (select * from grant_decision where run_id = :run and step = 'CHECK_BATCH' and outcome = 'RETURNED'
                         order by entry_number desc limit 1) returned,
                       unnest(cast(:lines as uuid[])) as line""")
                .param("run", run.id()).param("lines", lines.stream().map(line -> line.id().toString()).toArray(String[]::new))
                .update();
    }

    void attach(Case one, List<StoredDocument> documents, Instant at) {
        documents.forEach(document -> jdbc.sql("""
                insert into grant_document (document_id, disbursement_id, run_id, attached_at)
                values (:document, :disbursement, :run, :at) on conflict do nothing""")
                .param("document", document.id()).param("disbursement", one.disbursement()).param("run", one.run())
                .param("at", at.atOffset(ZoneOffset.UTC)).update());
    }

    /** In the order in which they were attached. */
    List<UUID> documentsOf(Case one) {
        return jdbc.sql("select document_id from grant_document where" + OF_CASE + "order by attached_at, document_id")
                .param("disbursement", one.disbursement()).param("run", one.run()).query(UUID.class).list();
    }

    /** The villages whose case carries that document. */
    List<String> villagesWith(UUID documentId) {
        return jdbc.sql("""
                select village_code from grant_document join grant_disbursement on grant_disbursement.id = disbursement_id
                 where document_id = :document""").param("document", documentId).query(String.class).list();
    }

    /** The regencies whose run carries that document. */
    List<String> regenciesWith(UUID documentId) {
        return jdbc.sql("""
                select regency_code from grant_document join grant_run on grant_run.id = grant_document.run_id
                 where document_id = :document""").param("document", documentId).query(String.class).list();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(Step.valueOf(row.getString("step")), Outcome.valueOf(row.getString("outcome")),
                row.getString("decided_by"), row.getString("decided_by_name"), row.getString("note"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
