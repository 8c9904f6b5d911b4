package id.lindungdesa.rest;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Ends the connection of whoever sends a body so slowly that a thread waits for him: Tomcat gives up only on a silence,
 * and a byte every few seconds is none. Only the time spent waiting for the sender counts, not our own work between. What
 * a refused request still sends is read for a moment only, so that its sender sees the refusal; Tomcat by itself would
 * read it to its end at the sender's pace, from strangers too.
 */
@Component
class SlowSenders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Duration grace;
    private final long bytesPerSecond;

    SlowSenders(@Value("${lindungdesa.rest.slow-body-grace:15s}") Duration grace,
            @Value("${lindungdesa.rest.slow-body-bytes-per-second:1024}") long bytesPerSecond) {
        this.grace = grace;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addEngineValves(new Pace());
    }

    private final class Pace extends ValveBase {

        Pace() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (response.getStatus() >= 400) {
                getNext().invoke(request, response);    // no HTTP: Tomcat has refused it and reads no more of it
                return;
            }
            org.apache.coyote.Request sent = request.getCoyoteRequest();
            InputBuffer before = sent.getInputBuffer();
            PacedBody body = new PacedBody(before);
            sent.setInputBuffer(body);
            try {
                getNext().invoke(request, response);
                if (!request.isAsync()) {
                    readTheRest(sent, response, body);
                }
            } finally {
                if (!request.isAsync()) {
                    sent.setInputBuffer(before);
                }
            }
        }
    }

    private void readTheRest(org.apache.coyote.Request sent, Response response, PacedBody body) throws IOException {
        if (sent.getContentLengthLong() == 0 || sent.getContentLengthLong() < 0 && sent.getHeader("transfer-encoding") == null) {
            return;
        }
        response.finishResponse();
        try {
            if (body.ended || sent.getContentLengthLong() >= 0 && body.bytes >= sent.getContentLengthLong()) {
                return;
            }
            if (sent.hasExpectation()) {
                throw new TooSlow();        // he may wait for our word before he sends anything
            }
            body.lastMoment();
            Unwanted unwanted = new Unwanted();
            while (sent.doRead(unwanted) >= 0) {
                // on to the end
            }
        } catch (IOException e) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }

    /** The sender lost our patience. */
    private static final class TooSlow extends IOException {

        TooSlow() {
            super("the body comes too slowly");
        }
    }

    private final class PacedBody implements InputBuffer {

        private final InputBuffer body;
        private long waited;
        private long bytes;
        private long lastMomentFrom = -1;
        private boolean ended;

        PacedBody(InputBuffer body) {
            this.body = body;
        }

        void lastMoment() {
            lastMomentFrom = waited;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            long from = System.nanoTime();
            int read = body.doRead(handler);
            waited += System.nanoTime() - from;
            if (read < 0) {
                ended = true;
                return read;
            }
            bytes += read;
            boolean dawdles = waited > grace.toNanos() && bytes < waited / 1_000_000_000.0 * bytesPerSecond;
            boolean goesOn = lastMomentFrom >= 0 && waited - lastMomentFrom > grace.toNanos();
            if (dawdles || goesOn) {
                throw new TooSlow();
            }
            return read;
        }

        @Override
        public int available() {
            return body.available();
        }
    }

    /** Holds what is read and not wanted; the next request may lie behind it in the same buffer. */
    private static final class Unwanted implements ApplicationBufferHandler {

        private ByteBuffer buffer;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // the buffer is never ours
        }
    }
}
