package id.lindungdesa.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What was sent, hashed and still to be read. A body goes through a file, never through memory: lists of workers have up
 * to 200 MB. Of a multipart body the parts count and not the boundary between them, which is another in every attempt.
 */
final class SentBody implements Closeable {

    /** More was sent than may be. */
    static final class TooLarge extends IOException {}

    private final HttpServletRequest request;
    private final String hash;
    private final Path file;

    private SentBody(HttpServletRequest request, String hash, Path file) {
        this.request = request;
        this.hash = hash;
        this.file = file;
    }

    static SentBody of(HttpServletRequest request, long limit) throws IOException, ServletException {
        MessageDigest hash = sha256();
        add(hash, request.getMethod());
        add(hash, request.getRequestURI());
        add(hash, request.getQueryString());
        if (String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            addParts(hash, request.getParts());
            return new SentBody(request, HexFormat.of().formatHex(hash.digest()), null);
        }
        add(hash, request.getContentType());
        Path file = Files.createTempFile("lindungdesa-", ".body");
        try {
            spool(request.getInputStream(), file, hash, limit);
            return new SentBody(new FromFile(request, file), HexFormat.of().formatHex(hash.digest()), file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** The request, to be read once more from its start. */
    HttpServletRequest request() {
        return request;
    }

    /** SHA-256 of method, address and body, in hex. */
    String hash() {
        return hash;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private static void spool(InputStream in, Path file, MessageDigest hash, long limit) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] chunk = new byte[1 << 16];
            long bytes = 0;
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                bytes += n;
                if (bytes > limit) {
                    throw new TooLarge();
                }
                hash.update(chunk, 0, n);
                out.write(chunk, 0, n);
            }
        }
    }

    private static void addParts(MessageDigest hash, Iterable<Part> parts) throws IOException {
        List<String> hashes = new ArrayList<>();
        for (Part part : parts) {
            MessageDigest content = sha256();
            add(content, part.getName());
            add(content, part.getSubmittedFileName());
            add(content, part.getContentType());
            try (InputStream in = part.getInputStream()) {
                byte[] chunk = new byte[1 << 16];
                for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                    content.update(chunk, 0, n);
                }
            }
            hashes.add(HexFormat.of().formatHex(content.digest()));
        }
        hashes.stream().sorted(Comparator.naturalOrder()).forEach(part -> add(hash, part));
    }

    private static void add(MessageDigest hash, String text) {
        byte[] bytes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
        hash.update((byte) (bytes.length >> 8));
        hash.update((byte) bytes.length);
        hash.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same request with its body in a file. */
    private static final class FromFile extends HttpServletRequestWrapper {

        private final Path file;
        private ServletInputStream stream;

        FromFile(HttpServletRequest request, Path file) {
            super(request);
            this.file = file;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new FileStream(new BufferedInputStream(Files.newInputStream(file)));
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String named = getCharacterEncoding();
            Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }

        @Override
        public long getContentLengthLong() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int getContentLength() {
            return Math.toIntExact(getContentLengthLong());
        }
    }

    private static final class FileStream extends ServletInputStream {

        private final InputStream in;
        private boolean finished;

        FileStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            finished = read < 0;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            finished = read < 0;
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("a body in a file is read at once");
        }
    }
}
