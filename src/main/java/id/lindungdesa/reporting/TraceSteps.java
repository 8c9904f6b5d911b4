package id.lindungdesa.reporting;

import id.lindungdesa.identity.Role;
import id.lindungdesa.region.Regions;
import id.lindungdesa.reporting.Chain.Kind;
import id.lindungdesa.reporting.Chain.Line;
import id.lindungdesa.reporting.Chain.Paper;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who took which step of a case, in which office he was on that day, and what was attached and sent. */
@Component
class TraceSteps {

    private final JdbcClient jdbc;
    private final Regions regions;

    TraceSteps(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    private record Taken(String step, String outcome, String userName, OffsetDateTime at, String offices) {}

    List<Line> of(UUID caseId) {
        List<Taken> taken = jdbc.sql("""
                select taken.step, taken.outcome, taken.user_name, taken.at,
                       (select string_agg(distinct term.role || '|' || term.area, ';') from report_office_term term
                         where term.user_id = taken.user_id and (taken.at at time zone 'Asia/Jakarta')::date
                               between term.valid_from and coalesce(term.valid_until, 'infinity')) as offices
                  from report_case_step taken where taken.case_id = :id order by taken.at, taken.place""")
                .param("id", caseId).query(Taken.class).list();
        Map<String, String> places = regions.names(taken.stream().filter(one -> one.offices() != null)
                .flatMap(one -> Arrays.stream(one.offices().split(";"))).map(office -> office.substring(office.indexOf('|') + 1))
                .filter(area -> !area.isEmpty()).distinct().toList());
        return taken.stream().map(one -> new Line(Kind.STEP, TraceWords.step(one.step(), one.outcome()), null, null, one.at(), null,
                one.userName() + (one.offices() == null ? "" : ", " + offices(one.offices(), places)), null, List.of(), null)).toList();
    }

    private static String offices(String held, Map<String, String> places) {
        return Arrays.stream(held.split(";")).map(one -> one.split("\\|", -1)).map(one -> office(one[0], one[1], places))
                .collect(Collectors.joining(" / "));
    }

    private static String office(String id, String area, Map<String, String> places) {
        return Arrays.stream(Role.values()).filter(one -> one.id().equals(id)).findFirst().map(role -> switch (role.area()) {
            case NONE -> role.title();
            case BRANCH -> role.title() + " cabang " + TraceWords.branch(area);
            case REGENCY -> role.title() + " " + places.getOrDefault(area, area);
            case DISTRICT, VILLAGE -> role.title() + " " + places.getOrDefault(area, area).replaceFirst("^(Kecamatan|Desa|Kelurahan) ", "");
        }).orElse(id);
    }

    /** What was attached; the auditor may open it. */
    List<Paper> papers(UUID caseId) {
        return jdbc.sql("select kind, document_id from report_case_paper where case_id = :id order by kind, document_id").param("id", caseId)
                .query((row, n) -> new Paper(TraceWords.plain(row.getString("kind")), row.getObject("document_id", UUID.class))).list();
    }

    /** Letters name families: by number and title only. */
    List<Line> letters(UUID caseId) {
        return new ArrayList<>(jdbc.sql("select number, title, issued_at from report_case_letter where case_id = :id order by issued_at, number")
                .param("id", caseId).query((row, n) -> new Line(Kind.LETTER, row.getString("title"), row.getString("number"), null,
                        row.getObject("issued_at", OffsetDateTime.class), null, null, null, List.of(), null)).list());
    }
}
