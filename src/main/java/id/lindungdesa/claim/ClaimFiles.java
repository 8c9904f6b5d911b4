package id.lindungdesa.claim;

import id.lindungdesa.benefit.Circumstance;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.letter.IssuedLetter;
import id.lindungdesa.letter.LetterBook;
import id.lindungdesa.letter.LetterOrder;
import id.lindungdesa.letter.Letterhead;
import id.lindungdesa.notice.Outbox;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies in a claim's file: the people, the papers and the letters. */
@Repository
class ClaimFiles {

    private static final String SUBJECT = "Perihal:";

    private final JdbcClient jdbc;
    private final LetterBook letterBook;
    private final Outbox outbox;

    ClaimFiles(JdbcClient jdbc, LetterBook letterBook, Outbox outbox) {
        this.jdbc = jdbc;
        this.letterBook = letterBook;
        this.outbox = outbox;
    }

    /** A letter; its id in the letter book is null where it was written before there was one. */
    record Letter(UUID id, String number, String kind, String text, Instant createdAt) {

        /** What it is about, in its own words. */
        String subject() {
            return text.lines().filter(line -> line.startsWith(SUBJECT)).findFirst()
                    .map(line -> line.substring(SUBJECT.length()).strip()).orElse(kind);
        }
    }

    /** Where the claim that carries a document belongs. */
    record Home(String villageCode, String branch) {}

    void add(UUID claimId, List<Heir> heirs, Reporter reporter) {
        for (Heir heir : heirs) {
            jdbc.sql("""
                    insert into claim_heir (claim_id, place, name, nik, relation, account)
                    values (:claim, :place, :name, :nik, :relation, :account)""")
                    .param("claim", claimId).param("place", heir.place()).param("name", heir.name())
                    .param("nik", heir.nik()).param("relation", heir.relation().name()).param("account", heir.account())
                    .update();
            if (!heir.circumstance().equals(Circumstance.NONE)) {
                Circumstances.add(jdbc, claimId, heir.place(), heir.circumstance());
            }
        }
        if (reporter != null) {
            jdbc.sql("insert into claim_reporter (claim_id, name, phone, relation, email) values (:claim, :name, :phone, :relation, :email)")
                    .param("claim", claimId).param("name", reporter.name()).param("phone", reporter.phone())
                    .param("relation", reporter.relation()).param("email", reporter.email()).update();
        }
    }

    /** The people left after the worker's death, instead of those named before. */
    void replaceHeirs(UUID claimId, List<Heir> heirs) {
        jdbc.sql("delete from claim_heir_circumstance where claim_id = :claim").param("claim", claimId).update();
        jdbc.sql("delete from claim_heir where claim_id = :claim").param("claim", claimId).update();
        add(claimId, heirs, null);
    }

    List<Heir> heirs(UUID claimId) {
        return jdbc.sql("""
                select place, name, nik, relation, account, %s
                  from claim_heir left join claim_heir_circumstance using (claim_id, place)
                 where claim_id = :claim order by place""".formatted(Circumstances.COLUMNS))
                .param("claim", claimId)
                .query((row, number) -> new Heir(row.getInt("place"), row.getString("name"), row.getString("nik"),
                        Relation.valueOf(row.getString("relation")), row.getString("account"), Circumstances.circumstance(row)))
                .list();
    }

    Optional<Reporter> reporter(UUID claimId) {
        return jdbc.sql("select name, phone, relation, email from claim_reporter where claim_id = :claim")
                .param("claim", claimId).query(Reporter.class).optional();
    }

    void attach(UUID claimId, Collection<UUID> documents, String user, Instant at) {
        jdbc.sql("""
                insert into claim_document (claim_id, document_id, added_by, added_at)
                select :claim, id, :user, :at from unnest(cast(:documents as uuid[])) as id
                    on conflict (claim_id, document_id) do nothing""")
                .param("claim", claimId).param("user", user).param("at", Claims.time(at))
                .param("documents", documents.toArray(UUID[]::new)).update();
    }

    List<UUID> documents(UUID claimId) {
        return jdbc.sql("select document_id from claim_document where claim_id = :claim order by added_at, document_id")
                .param("claim", claimId).query(UUID.class).list();
    }

    List<Home> homesOf(UUID documentId) {
        return jdbc.sql("""
                select claim.village_code, claim.branch from claim_document document
                  join claim_claim claim on claim.id = document.claim_id where document.document_id = :document""")
                .param("document", documentId).query(Home.class).list();
    }

    /**
     * Writes a letter under the claim's number and a running number of its own: kept as text for whoever works on the claim,
     * and issued as PDF. Its text begins with its fields, {@code Perihal: …} among them, which names nobody: the page that
     * checks letters shows it to anybody. Where the family gave an e-mail address, it is told that there is a letter.
     */
    String write(Claim claim, String kind, String text, Instant at) {
        return write(claim, kind, text, at, null);
    }

    /** @param also another address that is told, of whoever complains */
    String write(Claim claim, String kind, String text, Instant at, String also) {
        String subject = new Letter(null, null, kind, text, at).subject();
        IssuedLetter letter = letterBook.issue(new LetterOrder(claim.id(), claim.number(), kind, subject,
                Letterhead.ofBranch(claim.branch()), text));
        jdbc.sql("""
                insert into claim_letter (claim_id, place, number, kind, text, created_at, letter_id)
                select :claim, count(*) + 1, :number, :kind, :text, :at, :letter from claim_letter where claim_id = :claim""")
                .param("claim", claim.id()).param("number", letter.number()).param("kind", kind)
                .param("text", letter.text()).param("at", Claims.time(at)).param("letter", letter.id()).update();
        Stream.concat(reporter(claim.id()).map(Reporter::email).stream(), Stream.ofNullable(also)).distinct()
                .forEach(email -> outbox.send(LetterNotice.of(letter, subject, email)));
        return letter.number();
    }

    List<Letter> letters(UUID claimId) {
        return jdbc.sql("select letter_id, number, kind, text, created_at from claim_letter where claim_id = :claim order by place")
                .param("claim", claimId)
                .query((row, number) -> new Letter(row.getObject("letter_id", UUID.class), row.getString("number"),
                        row.getString("kind"), row.getString("text"), Claims.instant(row, "created_at")))
                .list();
    }
}
