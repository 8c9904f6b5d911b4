package id.lindungdesa.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How a node leaves so that no client sees it. Asked to end, it says at once that it is not ready, goes on answering for a
 * while, so that a balancer has time to notice, and asks every connection to be closed with its next answer. Only then is
 * the door shut and what is under way finished.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FarewellToClients extends OncePerRequestFilter implements SmartLifecycle {

    /** Before the web server stops, after the engine's jobs. */
    private static final int PHASE = Integer.MAX_VALUE - 1;

    private final Duration quietPeriod;
    private volatile boolean leaving;
    private volatile boolean running;

    FarewellToClients(@Value("${lindungdesa.quiet-period:PT0S}") Duration quietPeriod) {
        this.quietPeriod = quietPeriod;
    }

    @EventListener
    void readiness(AvailabilityChangeEvent<ReadinessState> event) {
        leaving = event.getState() == ReadinessState.REFUSING_TRAFFIC;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (leaving) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            Thread.sleep(quietPeriod.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
