package id.lindungdesa.workflow;

import java.time.Duration;
import java.util.concurrent.ThreadPoolExecutor;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * A node that is asked to end takes no further job from the first moment on, since its threads would not run it and its
 * lock would keep the other nodes waiting; what it has taken it finishes while the database is still there.
 */
@Component
class JobsAtRest implements SmartLifecycle {

    /** Before anything else stops. */
    static final int PHASE = Integer.MAX_VALUE;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ProcessEngineConfigurationImpl engine;
    private final ObjectProvider<ThreadPoolTaskExecutor> threads;

    JobsAtRest(@Lazy ProcessEngineConfigurationImpl engine, ObjectProvider<ThreadPoolTaskExecutor> threads) {
        this.engine = engine;
        this.threads = threads;
    }

    /** Nothing: the models' deployment starts the jobs when it is done. */
    @Override
    public void start() {
    }

    @Override
    public void stop() {
        engine.getJobExecutor().shutdown();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (busy() && System.nanoTime() < end) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean busy() {
        return threads.stream().map(ThreadPoolTaskExecutor::getThreadPoolExecutor).anyMatch(JobsAtRest::busy);
    }

    private static boolean busy(ThreadPoolExecutor pool) {
        return pool.getActiveCount() > 0 || !pool.getQueue().isEmpty();
    }

    @Override
    public boolean isRunning() {
        return engine.getJobExecutor() != null && engine.getJobExecutor().isActive();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
