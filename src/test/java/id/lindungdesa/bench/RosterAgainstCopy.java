package id.lindungdesa.bench;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workers of a province: our import, from the upload until its last row is decided, against COPY of the same file. */
final class RosterAgainstCopy {

    private final BenchApplication application;
    private final People people;

    RosterAgainstCopy(BenchApplication application) {
        this.application = application;
        this.people = application.people();
    }

    Report run(int villages, int rounds) throws Exception {
        Province province = new Province("36", villages);
        province.load(application, people, false);
        Path file = RosterFile.of(province, "roster");
        byte[] csv = Files.readAllBytes(file);
        JdbcClient jdbc = application.jdbc();
        equalTable(jdbc);
        Times ours = new Times();
        Times copy = new Times();
        Times counted = new Times();
        for (int round = -1; round < rounds; round++) {        // the first of each is for the machine to warm up
            jdbc.sql("truncate enrolment_worker, enrolment_list cascade").update();
            jdbc.sql("truncate copied_worker").update();
            long start = System.nanoTime();
            int rows = imported(csv);
            counted.add(rows);
            if (round >= 0) {
                ours.addSince(start);
            }
            start = System.nanoTime();
            copied(file);
            if (round >= 0) {
                copy.addSince(start);
            }
            requireSame(jdbc, rows);
        }
        Report report = new Report("Import of %,.0f workers (%d rounds; milliseconds: median, least–most)".formatted(counted.median(), rounds));
        report.table("way", "ms", "against COPY");
        report.row("ours: each row checked, entered into the list of its village, told when refused", ours.spread(1), ours.median() / copy.median());
        report.row("COPY of the file into an equal table with the same indexes", copy.spread(1), 1.0);
        return report;
    }

    private int imported(byte[] csv) {
        String job = people.send("upload the workers", "bpjs-ar-cabang-36", "PUT", "/api/workers", csv, "text/csv").get("id").asText();
        record State(String state, int accepted, int rejected) {}
        State[] now = new State[1];
        People.await("import", 10, () -> {
            now[0] = application.jdbc().sql("select state, accepted, rejected from enrolment_import where id = :id::uuid").param("id", job)
                    .query(State.class).single();
            return now[0].state().equals("DONE") || now[0].state().equals("FAILED");
        });
        if (now[0].rejected() > 0 || !now[0].state().equals("DONE")) {
            throw new IllegalStateException(now[0].toString());
        }
        return now[0].accepted();
    }

    /** As the workers' table: its columns, constraints and indexes; what is not in the file comes from a default. */
    private static void equalTable(JdbcClient jdbc) {
        for (String sql : List.of("drop table if exists copied_worker",
                "create table copied_worker (like enrolment_worker including all)",
                "alter table copied_worker alter id set default gen_random_uuid(), alter listed_at set default now()")) {
            jdbc.sql(sql).update();
        }
    }

    private void copied(Path file) throws Exception {
        try (var connection = application.database().getConnection(); InputStream in = Files.newInputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                    copy copied_worker (nik, name, gender, birth_date, occupation, monthly_income, village_code, phone)
                    from stdin with (format csv, header true)""", in);
        }
    }

    private static void requireSame(JdbcClient jdbc, int rows) {
        long same = jdbc.sql("select count(*) from enrolment_worker ours join copied_worker theirs using (nik, name, village_code)")
                .query(Long.class).single();
        if (same != rows) {
            throw new IllegalStateException("%d of %d rows are the same".formatted(same, rows));
        }
    }
}
