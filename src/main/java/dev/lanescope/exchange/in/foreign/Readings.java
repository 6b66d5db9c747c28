package dev.lanescope.exchange.in.foreign;

import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.Counter;
import dev.lanescope.trace.CounterNames;
import dev.lanescope.trace.Refusal;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// A counter in the making: readings in any order, with fractions.
///
/// A lane's counter holds whole numbers. If a reading is not whole and none is large, all are told
/// in thousandths, and the name says so; so they are if the name said so before.
public final class Readings {

    private static final int BYTES_EACH = 48;
    private static final double LARGE = 10_000;

    private final String owner;
    private String name;
    private final Moments moments;
    private final Allowance allowance;
    private long[] nanos = new long[8];
    private double[] values = new double[8];
    private int size;

    Readings(String owner, String name, Moments moments, Allowance allowance) {
        this.owner = owner;
        this.name = Names.cut(name);
        this.moments = moments;
        this.allowance = allowance;
    }

    void nameOwner(UnaryOperator<String> words) {
        name = Names.cut(words.apply(owner) + name);
    }

    /// From this moment on it stands at this value, which must be a number and not endless.
    public void add(long at, double value) throws Refusal {
        if (size == nanos.length) {
            if (size > 1 << 26) {
                throw new Refusal("has more readings of " + name + " than can be shown");
            }
            allowance.spend((long) size * BYTES_EACH);
            nanos = Arrays.copyOf(nanos, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        moments.include(at, at);
        nanos[size] = at;
        values[size] = value;
        size++;
    }

    private boolean inThousandths() {
        boolean whole = true;
        double most = 0;
        for (int i = 0; i < size; i++) {
            whole &= values[i] == Math.rint(values[i]);
            most = Math.max(most, Math.abs(values[i]));
        }
        return (!whole && most < LARGE) || name.endsWith(CounterNames.IN_THOUSANDTHS);
    }

    String title() {
        return inThousandths() ? name + CounterNames.IN_THOUSANDTHS : name;
    }

    /// Puts the readings into a counter, in the order of time.
    void fill(Counter counter, long origin) throws Refusal {
        double scale = inThousandths() ? 1_000 : 1;
        allowance.spend(24L * size);
        Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (one, other) -> Long.compare(nanos[one], nanos[other]));
        for (int index : order) {
            counter.append(nanos[index] - origin, Math.round(values[index] * scale));
        }
    }
}
