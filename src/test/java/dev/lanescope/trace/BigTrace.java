package dev.lanescope.trace;

import java.util.Random;

/// Made-up traces of very many spans, as a busy pool leaves them: wait for work, read, parse,
/// write, now and then a lock; lengths from a microsecond to a millisecond, each exact to the
/// nanosecond; the CPU time read about once a millisecond.
public final class BigTrace {

    private static final int STAGES = 4;
    private static final long CPU_EVERY_NANOS = 1_000_000;
    private static final int ITEMS = 10_000;

    private BigTrace() {}

    /// A finished trace with so many lanes.
    ///
    /// @param spans on all lanes together, about
    public static Snapshot of(int lanes, int spans) {
        var random = new Random(1);
        var trace = new Trace(Traces.info(lanes, ITEMS), Traces.STARTING);
        long end = 0;
        int item = 0;
        for (int number = 0; number < lanes; number++) {
            Lane lane = trace.lane(number);
            long at = 10_000;
            long cpu = 0;
            long lastRead = 0;
            while (lane.size() < spans / lanes) {
                boolean locked = random.nextInt(10) == 0;
                for (int step = 0; step < STAGES + (locked ? 1 : 0); step++) {
                    int state =
                            switch (step) {
                                case 0 -> Traces.QUEUE;
                                case 1 -> Traces.READ;
                                case 2 -> Traces.PARSE;
                                case 3 -> Traces.WRITE;
                                default -> Traces.LOCK;
                            };
                    boolean read = at - lastRead >= CPU_EVERY_NANOS;
                    lastRead = read ? at : lastRead;
                    lane.append(
                            at,
                            state,
                            step == 0 ? Lane.NO_ITEM : item % ITEMS,
                            read ? cpu : Lane.NOT_READ);
                    long length = 1_000 + (long) Math.exp(random.nextDouble() * 13.8);
                    at += length;
                    cpu += step == 0 ? 1_000 : length;
                }
                item++;
            }
            end = Math.max(end, at);
        }
        trace.finish(end);
        return Traces.finished(trace);
    }
}
