package dev.lanescope.exchange.in;

import dev.lanescope.trace.Refusal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// What a gzipped file holds, as long as that is in proportion: a small file that unpacks to very
/// much was made to do harm. Traces pack to a tenth, seldom to a hundredth.
final class Unpacked extends FilterInputStream {

    private static final int BUFFER = 1 << 16;
    private static final long MOST_FACTOR = 150;
    private static final long ALWAYS_FINE = 64 << 20;

    private final long mostBytes;
    private long unpacked;

    Unpacked(InputStream packed, long packedBytes) throws IOException {
        super(new GZIPInputStream(packed, BUFFER));
        this.mostBytes = Math.max(ALWAYS_FINE, MOST_FACTOR * packedBytes);
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

    private void add(int count) throws Refusal {
        unpacked += count;
        if (unpacked > mostBytes) {
            throw new Refusal(
                    "unpacks to more than "
                            + (mostBytes >> 20)
                            + " MB, out of proportion to its size: if you trust it, unpack it with"
                            + " gunzip and open that");
        }
    }
}
