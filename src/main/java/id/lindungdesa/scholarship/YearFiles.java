package id.lindungdesa.scholarship;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies in the file of a school year: papers and letters. */
@Repository
class YearFiles {

    private final JdbcClient jdbc;

    YearFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Letter(String number, String kind, String text, Instant createdAt) {}

    /** Where the child whose year carries a document belongs. */
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
                  join scholarship_scholarship child on child.id = year.scholarship_id where document.document_id = :document""")
                .param("document", documentId).query(Home.class).list();
    }

    /** Writes a letter under the year's number and a running number of its own. */
    void write(SchoolYear year, String kind, String text, Instant at) {
        int place = jdbc.sql("select count(*) + 1 from scholarship_letter where year_id = :year")
                .param("year", year.id()).query(Integer.class).single();
        String number = year.number() + "/S-" + place;
        jdbc.sql("""
                insert into scholarship_letter (year_id, place, number, kind, text, created_at)
                values (:year, :place, :number, :kind, :text, :at)""")
                .param("year", year.id()).param("place", place).param("number", number).param("kind", kind)
                .param("text", "Nomor: " + number + "\n" + text).param("at", Scholarships.time(at)).update();
    }

    List<Letter> letters(UUID yearId) {
        return jdbc.sql("select number, kind, text, created_at from scholarship_letter where year_id = :year order by place")
                .param("year", yearId)
                .query((row, number) -> new Letter(row.getString("number"), row.getString("kind"), row.getString("text"),
                        Scholarships.instant(row, "created_at"))).list();
    }
}
