package id.lindungdesa.bulk;

import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.Official;
import id.lindungdesa.operation.LogContext;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.TaskBatch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off the lines of all orders, some at once on each node. A line and its task are one transaction: it is decided once,
 * whoever is killed, and what was in hand waits again. It is decided as the person who ordered it, with the offices that he
 * holds at that moment.
 */
@Component
class BulkWorker implements DisposableBean {

    /** Somebody else at the same case is gone after some tries; what fails otherwise is no better for being repeated. */
    static final int TRIES = 8;
    private static final int TRIES_AFTER_FAULT = 3;

    private static final Logger log = LoggerFactory.getLogger(BulkWorker.class);
    private static final Duration REMEMBERED = Duration.ofDays(366);

    private final BulkBook book;
    private final TaskBatch tasks;
    private final LineFacts facts;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int atOnce;
    private final ThreadPoolExecutor pool;
    private volatile boolean stopping;

    BulkWorker(BulkBook book, TaskBatch tasks, LineFacts facts, Accounts accounts, TransactionTemplate transaction, Clock clock,
            @Value("${lindungdesa.bulk.at-once:4}") int atOnce) {
        this.book = book;
        this.tasks = tasks;
        this.facts = facts;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
        this.atOnce = atOnce;
        int threads = Math.max(atOnce, 1);
        // who is asked again while all are at work has one more look after that
        this.pool = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(threads), work -> {
            Thread thread = new Thread(work, "bulk-decisions");
            thread.setDaemon(true);
            return thread;
        }, new ThreadPoolExecutor.DiscardPolicy());
        this.pool.allowCoreThreadTimeOut(true);
    }

    /** Something was ordered, in a transaction that is over by now. */
    record Ordered() {}

    @TransactionalEventListener(fallbackExecution = true)
    void begin(Ordered order) {
        begin();
    }

    /** Also takes up what was left by whoever died. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT10S")
    void lookForWork() {
        if (atOnce > 0) {
            book.finish(null, clock.instant());
            if (book.backlog(clock.instant()).waiting() > 0) {
                begin();
            }
        }
    }

    @Scheduled(cron = "0 10 3 * * *", zone = "Asia/Jakarta")
    void forget() {
        int forgotten = book.forgetDoneBefore(clock.instant().minus(REMEMBERED));
        if (forgotten > 0) {
            log.info("{} bulk decisions of long ago forgotten", forgotten);
        }
    }

    private void begin() {
        for (int i = 0; i < atOnce; i++) {
            pool.execute(this::workOff);
        }
    }

    /** Decides line after line until none waits. */
    void workOff() {
        try {
            while (!stopping && decideNext()) {
                log.debug("A line was decided");
            }
        } catch (RuntimeException e) {
            log.error("Bulk decisions stopped and will be taken up again", e);
        }
    }

    /** Whether there was a line to decide. */
    boolean decideNext() {
        BulkLine[] taken = new BulkLine[1];
        try {
            transaction.executeWithoutResult(status -> book.take().ifPresent(line -> {
                taken[0] = line;
                decide(line);
                book.decided(line, clock.instant());
            }));
        } catch (Refusal refusal) {
            refused(taken[0], refusal.code(), refusal.getMessage());
        } catch (ConcurrencyFailureException e) {
            again(taken[0], TRIES, e);
        } catch (RuntimeException e) {
            again(taken[0], TRIES_AFTER_FAULT, e);
        }
        if (taken[0] != null) {
            book.finish(taken[0].decisionId(), clock.instant());
        }
        return taken[0] != null;
    }

    private void decide(BulkLine line) {
        BulkDecision order = book.find(line.decisionId()).orElseThrow();
        List<String> groups = accounts.groupsOf(order.orderedBy());
        if (Official.of(order.orderedBy(), order.orderedBy(), groups).offices().isEmpty()) {
            throw Refusal.forbidden("NO_OFFICE_ANY_MORE", "Anda tidak lagi memegang jabatan; berkas ini tidak diputuskan.");
        }
        LogContext.user(order.orderedBy());
        try (Accounts.Acting acting = accounts.actAs(order.orderedBy(), groups)) {
            facts.requireUnchanged(order.kind(), line);
            tasks.decide(order.kind(), line.taskId(), line.approved(), line.note());
        }
    }

    private void refused(BulkLine line, String code, String message) {
        transaction.executeWithoutResult(status -> book.refused(line, code, message, clock.instant()));
    }

    private void again(BulkLine line, int tries, RuntimeException failure) {
        if (line == null) {
            throw failure;
        }
        if (line.tries() + 1 < tries) {
            log.debug("Line {} of {} will be tried again", line.number(), line.decisionId(), failure);
            transaction.executeWithoutResult(status -> book.tried(line));
            return;
        }
        log.error("Line {} of bulk decision {} failed", line.number(), line.decisionId(), failure);
        refused(line, "NOT_POSSIBLE_NOW", "Berkas ini belum dapat diputuskan karena gangguan sistem; buka tugasnya dan coba lagi.");
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.SECONDS);
    }
}
