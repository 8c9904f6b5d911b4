package id.lindungdesa.regulation;

import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the villages of the decrees in force are opened. */
@Component
class OpeningGauges {

    private static final String VILLAGES = """
            select count(*) filter (where state = 'OPENED') as opened, count(*) filter (where state = 'OPENABLE') as waiting
              from regulation_allocation
            """;

    OpeningGauges(Gauges gauges, JdbcClient jdbc) {
        Reading<Villages> villages = gauges.reading("openings", () -> jdbc.sql(VILLAGES).query(Villages.class).single());
        gauges.gauge("lindungdesa.openings", "Villages of decrees in force, all decrees together", villages,
                Villages::opened, "state", "opened");
        gauges.gauge("lindungdesa.openings", "Villages of decrees in force, all decrees together", villages,
                Villages::waiting, "state", "waiting");
    }

    private record Villages(long opened, long waiting) {}
}
