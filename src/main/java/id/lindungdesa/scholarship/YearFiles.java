package id.lindungdesa.scholarship;

import id.lindungdesa.letter.IssuedLetter;
import id.lindungdesa.letter.LetterBook;
import id.lindungdesa.letter.LetterOrder;
import id.lindungdesa.letter.Letterhead;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies in the file of a school year: papers and letters. */
@Repository
class YearFiles {

    private static final String SUBJECT = "Perihal:";

    private final JdbcClient jdbc;
    private final LetterBook letterBook;
    private final ScholarshipNotice notice;

    YearFiles(JdbcClient jdbc, LetterBook letterBook, ScholarshipNotice notice) {
        this.jdbc = jdbc;
        this.letterBook = letterBook;
        this.notice = notice;
    }

    /** A letter; its id in the letter book is null where it was written before there was one. */
    record Letter(UUID id, String number, String kind, String text, Instant createdAt) {

        /** What it is about, in its own words, which name nobody: the page that checks letters shows them to anybody. */
        String subject() {
            return text.lines().filter(line -> line.startsWith(SUBJECT)).findFirst()
                    .map(line -> line.substring(SUBJECT.length()).strip()).orElse(kind);
        }
    }

    /** Where the child whose year or report carries a document belongs. */
    record Home(String villageCode, String branch) {}

    void attach(UUID yearId, Collection<UUID> documents, String user, Instant at) {
        jdbc.sql("""
                insert into scholarship_document (year_id, document_id, added_by, added_at)
                select :year, id, :user, :at from unnest(cast(:documents as uuid[])) as id
                    on conflict (year_id, document_id) do nothing""")
                .param("year", yearId).param("user", user).param("at", Scholarships.time(at))
                .param("documents", documents.toArray(UUID[]::new)).update();
    }

    List<UUID> documents(UUID yearId) {
        return jdbc.sql("select document_id from scholarship_document where year_id = :year order by added_at, document_id")
                .param("year", yearId).query(UUID.class).list();
    }

    List<Home> homesOf(UUID documentId) {
        return jdbc.sql("""
                select child.village_code, child.branch from scholarship_document document
                  join scholarship_year year on year.id = document.year_id
                  join scholarship_scholarship child on child.id = year.scholarship_id where document.document_id = :document
                union
                select child.village_code, child.branch from scholarship_change_document document
                  join scholarship_change change on change.id = document.change_id
                  join scholarship_scholarship child on child.id = change.scholarship_id where document.document_id = :document""")
                .param("document", documentId).query(Home.class).list();
    }

    /** Writes a letter under the year's number: kept as text for whoever works on the year, and issued as PDF. */
    void write(Scholarship child, SchoolYear year, String kind, String text, Instant at) {
        IssuedLetter letter = letterBook.issue(new LetterOrder(year.id(), year.number(), kind,
                new Letter(null, null, kind, text, at).subject(), Letterhead.ofBranch(child.branch()), text));
        jdbc.sql("""
                insert into scholarship_letter (year_id, place, number, kind, text, created_at, letter_id)
                select :year, count(*) + 1, :number, :kind, :text, :at, :letter from scholarship_letter where year_id = :year""")
                .param("year", year.id()).param("number", letter.number()).param("kind", kind).param("text", letter.text())
                .param("at", Scholarships.time(at)).param("letter", letter.id()).update();
        notice.tell(child, letter, new Letter(null, null, kind, text, at).subject());
    }

    List<Letter> letters(UUID yearId) {
        return jdbc.sql("select letter_id, number, kind, text, created_at from scholarship_letter where year_id = :year order by place")
                .param("year", yearId)
                .query((row, number) -> new Letter(row.getObject("letter_id", UUID.class), row.getString("number"), row.getString("kind"), row.getString("text"),
                        Scholarships.instant(row, "created_at"))).list();
    }
}
