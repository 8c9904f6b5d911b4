package id.lindungdesa.claim;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.premium.CoverFixture;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims that were paid, for tests of what follows them: the rows that the process of a claim leaves behind. */
@Component
public class PaidClaimFixture {

    /** A claim that was paid, by its number, for the death or disability of a worker born in 1980. */
    public record Paid(UUID id, String number, Worker worker) {}

    private static final AtomicInteger SERIAL = new AtomicInteger(ThreadLocalRandom.current().nextInt(100_000, 800_000));

    private final JdbcClient jdbc;
    private final CoverFixture covers;
    private final Clock clock;

    PaidClaimFixture(JdbcClient jdbc, CoverFixture covers, Clock clock) {
        this.jdbc = jdbc;
        this.covers = covers;
        this.clock = clock;
    }

    /** A death by illness after so many months of contribution. */
    @Transactional
    public Paid jkm(String village, String branch, LocalDate died, int months) {
        return claim("JKM", village, branch, died, months, "LUMP_SUM", "PAID");
    }

    /** A work accident; the component says what it left behind: {@code DEATH}, {@code TOTAL_DISABILITY}, {@code PARTIAL_DISABILITY}. */
    @Transactional
    public Paid jkk(String village, String branch, LocalDate accident, String component) {
        return claim("JKK", village, branch, accident, 0, component, "PAID");
    }

    /** One that waits for its payment. */
    @Transactional
    public Paid unpaid(String village, String branch, LocalDate died, int months) {
        return claim("JKM", village, branch, died, months, "LUMP_SUM", "APPROVED");
    }

    private Paid claim(String programme, String village, String branch, LocalDate event, int months, String component, String state) {
        UUID id = UUID.randomUUID();
        String number = "%s-2019-%06d".formatted(programme, SERIAL.incrementAndGet());
        Worker worker = covers.worker(village, event.minusMonths(months + 1).atStartOfDay(WorkingDays.JAKARTA).toInstant());
        jdbc.sql("""
                insert into claim_claim (id, number, programme, worker_id, village_code, branch, event_date, cause, state, filed_by,
                                         filed_at, received_at, complete_at, pay_by, proposal, bank_reference, decision, legal_basis,
                                         rule_versions, cover_standing, member_since, member_months, unpaid_months, arrears)
                values (:id, :number, :programme, :worker, :village, :branch, :event, :cause, :state, 'uji', :at, :at, :at, :payBy,
                        'GRANT', 'UJI-1', 'GRANTED', 'Uji', 'uji:1', 'ACTIVE', :since, :months, 0, 0)""")
                .param("id", id).param("number", number).param("programme", programme).param("worker", worker.id())
                .param("village", village).param("branch", branch).param("event", event)
                .param("cause", programme.equals("JKM") ? "ILLNESS" : "WORK_ACCIDENT").param("state", state)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("payBy", event.plusDays(10))
                .param("since", event.minusMonths(months)).param("months", months).update();
        jdbc.sql("""
                insert into claim_component (claim_id, code, payee, rupiah, legal_basis, rule_version, place)
                values (:id, :code, 1, 20000000, 'Uji', 'uji:1', 0)""").param("id", id).param("code", component).update();
        return new Paid(id, number, worker);
    }
}
