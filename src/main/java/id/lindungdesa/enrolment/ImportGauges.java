package id.lindungdesa.enrolment;

import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the large worker lists have got. */
@Component
class ImportGauges {

    private static final String IMPORTS = """
            select count(*) filter (where state in ('RECEIVED', 'READING', 'ENTERING')) as running,
                   count(*) filter (where state = 'FAILED') as failed,
                   coalesce(sum(done) filter (where state in ('READING', 'ENTERING')), 0)::bigint as done,
                   coalesce(sum(total) filter (where state in ('READING', 'ENTERING')), 0)::bigint as total
              from enrolment_import
            """;

    ImportGauges(Gauges gauges, JdbcClient jdbc) {
        Reading<Imports> imports = gauges.reading("imports", () -> jdbc.sql(IMPORTS).query(Imports.class).single());
        gauges.gauge("lindungdesa.imports", "Worker lists being taken in", imports, Imports::running, "state", "running");
        gauges.gauge("lindungdesa.imports", "Worker lists that could not be read", imports, Imports::failed, "state", "failed");
        gauges.gauge("lindungdesa.import.rows", "Rows of the lists being taken in", imports, Imports::done, "count", "done");
        gauges.gauge("lindungdesa.import.rows", "Rows of the lists being taken in", imports, Imports::total, "count", "total");
    }

    private record Imports(long running, long failed, long done, long total) {}
}
