package dev.lanescope.lab.curves;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What it takes to see a payload in one's own heap: a byte is read through a reference. Which one
/// is read next depends on what was read, so that no two reads overlap.
final class DirectReads {

    private static final int HOLDERS = 64; // 64 MB at the greatest size
    private static final int READS = 10_000;
    private static final int SAMPLES = 200;
    private static final int STRIDE = 421; // another line of the cache, and in no step with them
    private static final int BYTE = 0xff;

    @SuppressWarnings("unused") // what is read must seem to be of use
    private static volatile int sink;

    private DirectReads() {}

    /// Somebody who has a payload.
    private static final class Holder {

        final byte[] payload;

        Holder(byte[] payload) {
            this.payload = payload;
        }
    }

    static Curve measure(Duration warmUp) {
        NavigableMap<Integer, List<Double>> points = new TreeMap<>();
        for (int size : PingPong.SIZES) {
            Holder[] holders = new Holder[HOLDERS];
            for (int holder = 0; holder < HOLDERS; holder++) {
                holders[holder] = new Holder(PingPong.payload(size));
            }
            long begun = System.nanoTime();
            do {
                sink = reads(holders, size);
            } while (System.nanoTime() - begun < warmUp.toNanos() / PingPong.SIZES.size());
            List<Double> samples = new ArrayList<>();
            for (int sample = 0; sample < SAMPLES; sample++) {
                long from = System.nanoTime();
                sink = reads(holders, size);
                samples.add((System.nanoTime() - from) / (double) READS);
            }
            points.put(size, samples);
        }
        return new Curve(points);
    }

    private static int reads(Holder[] holders, int size) {
        int value = 0;
        int at = 0;
        for (int read = 0; read < READS; read++) {
            int next = at + STRIDE + value; // less than twice the least size
            at = next < size ? next : next - size;
            value = holders[(read + value) & (HOLDERS - 1)].payload[at] & BYTE;
        }
        return value;
    }
}
