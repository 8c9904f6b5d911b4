package id.lindungdesa.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much a body may hold, for every servlet alike: lists and files what their readers take, everything else, which is
 * read into memory whole, little. What announces more is refused before it is read, what turns out to be more while it is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class BodyLimit extends OncePerRequestFilter {

    /** A body that went on beyond its limit. */
    static final class TooLarge extends IOException {

        TooLarge() {
            super("the body is larger than allowed");
        }
    }

    private final ProblemWriter problems;
    private final long inMemory;
    private final long streamed;

    BodyLimit(ProblemWriter problems, @Value("${lindungdesa.rest.max-json-bytes:2MB}") DataSize inMemory,
            @Value("${lindungdesa.rest.max-body-bytes:209715200}") long streamed) {
        this.problems = problems;
        this.inMemory = inMemory.toBytes();
        this.streamed = streamed;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            chain.doFilter(request, response);      // limited where it is taken apart: spring.servlet.multipart
            return;
        }
        if (type.contains("*")) {
            problems.write(response, 415, "MEDIA_TYPE_NOT_SUPPORTED", "Jenis isi harus disebut dengan tepat.");
            return;
        }
        long limit = type.startsWith("text/csv") || type.startsWith("application/vnd.openxmlformats")
                || type.startsWith("application/vnd.lindungdesa.file") ? streamed : inMemory;
        if (request.getContentLengthLong() > limit) {
            problems.write(response, 413, "BODY_TOO_LARGE", "Kiriman terlalu besar.");
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request, limit) : request, response);
    }

    /** A body that does not say how long it is. */
    private static final class Counted extends HttpServletRequestWrapper {

        private final long limit;
        private CountedStream stream;

        Counted(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new CountedStream(super.getInputStream(), limit);
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String named = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(getInputStream(),
                    named == null ? StandardCharsets.UTF_8 : Charset.forName(named)));
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream in;
        private long left;

        CountedStream(ServletInputStream in, long limit) {
            this.in = in;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            count(read);
            return read;
        }

        private void count(int bytes) throws TooLarge {
            left -= Math.max(bytes, 0);
            if (left < 0) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
