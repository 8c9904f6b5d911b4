package id.lindungdesa.bulk;

import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Reading;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** How many lines of bulk decisions wait, and since when. */
@Component
class BulkGauges {

    BulkGauges(Gauges gauges, BulkBook book, Clock clock) {
        Reading<BulkBook.Backlog> backlog = gauges.reading("bulk decisions", () -> book.backlog(clock.instant()));
        gauges.gauge("lindungdesa.bulk.lines.waiting", "Lines of bulk decisions that wait", backlog, BulkBook.Backlog::waiting);
        gauges.gauge("lindungdesa.bulk.oldest.age.seconds", "How long the oldest bulk decision with a waiting line has run", backlog,
                BulkBook.Backlog::oldestAgeSeconds);
    }
}
