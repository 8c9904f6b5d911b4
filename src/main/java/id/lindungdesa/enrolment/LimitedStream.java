package id.lindungdesa.enrolment;

import id.lindungdesa.refusal.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A worker list on its way in, refused when it goes on beyond 200 MB. */
final class LimitedStream extends FilterInputStream {

    static final long LIMIT = 200L << 20;

    private long left;

    LimitedStream(InputStream in) {
        this(in, LIMIT);
    }

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw Refusal.invalid("TABLE_TOO_LARGE", "Berkas lebih besar dari %d MB.".formatted(LIMIT >> 20));
        }
    }
}
