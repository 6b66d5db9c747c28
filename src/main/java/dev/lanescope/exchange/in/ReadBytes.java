package dev.lanescope.exchange.in;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.DoubleConsumer;

/// The bytes of a file, which tells how much of it has been read.
final class ReadBytes extends FilterInputStream {

    private static final long STEP = 1 << 18;

    private final long fileBytes;
    private final DoubleConsumer progress;
    private long read;
    private long told;

    ReadBytes(InputStream in, long fileBytes, DoubleConsumer progress) {
        super(in);
        this.fileBytes = fileBytes;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        add(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        int got = super.read(bytes, from, count);
        add(Math.max(got, 0));
        return got;
    }

    private void add(int count) {
        read += count;
        if (read - told >= STEP) {
            told = read;
            progress.accept(Math.min(1, (double) read / fileBytes));
        }
    }

    /// How many so far.
    long count() {
        return read;
    }
}
