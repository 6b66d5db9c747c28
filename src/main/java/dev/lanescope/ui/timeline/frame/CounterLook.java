package dev.lanescope.ui.timeline.frame;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.chart.HolderStrip;
import dev.lanescope.trace.CounterNames;
import dev.lanescope.trace.CounterView;

import java.math.BigDecimal;
import java.util.Locale;

/// What the values of a counter mean, which its name tells, and so how they are written.
public enum CounterLook {
    /// How full the heap is, in millions of bytes.
    HEAP,
    /// How busy processors are, in hundredths of one.
    PROCESSORS,
    /// Which lane it is, from 1.
    LANE,
    BYTES,
    /// What another tool told with fractions.
    FRACTIONS,
    AMOUNT;

    public static CounterLook of(CounterView counter) {
        for (CounterLook look : values()) {
            if (look.suits(counter)) {
                return look;
            }
        }
        return AMOUNT;
    }

    public boolean suits(CounterView counter) {
        String name = counter.name();
        return switch (this) {
            case HEAP -> name.startsWith("heap MB");
            case PROCESSORS -> name.equals("CPU here") || name.equals("CPU others");
            case LANE -> HolderStrip.suits(counter);
            case BYTES -> name.startsWith("bytes");
            case FRACTIONS -> name.endsWith(CounterNames.IN_THOUSANDTHS);
            case AMOUNT -> true;
        };
    }

    /// Whether it is counted for every run, and not by its model.
    public boolean isOfTheMachine() {
        return this == HEAP || this == PROCESSORS;
    }

    /// E.g. `148 MB`, `1.9 cores`, `worker 2`, `0.125`, `12`.
    public String words(long value) {
        return switch (this) {
            case HEAP -> Amounts.bytes(value * 1_000_000);
            case PROCESSORS -> String.format(Locale.ROOT, "%.1f cores", value / 100.0);
            case LANE -> value == 0 ? "nobody" : "worker " + value;
            case BYTES -> Amounts.bytes(value);
            case FRACTIONS ->
                    BigDecimal.valueOf(value, 3)
                            .stripTrailingZeros()
                            .toPlainString()
                            .replace('-', '\u2212');
            case AMOUNT -> Amounts.number(value).replace('-', '\u2212');
        };
    }

    /// What it is counted in, e.g. `cores`; empty where the name says it or nobody knows.
    public String unit() {
        return switch (this) {
            case HEAP -> "MB";
            case PROCESSORS -> "cores";
            case LANE -> "worker";
            case BYTES -> "bytes";
            case FRACTIONS, AMOUNT -> "";
        };
    }

    /// The plain figure in that unit, as programs read it, e.g. `148`, `1.95`.
    public String figure(long value) {
        return switch (this) {
            case PROCESSORS -> BigDecimal.valueOf(value, 2).toPlainString();
            case FRACTIONS -> BigDecimal.valueOf(value, 3).stripTrailingZeros().toPlainString();
            case HEAP, LANE, BYTES, AMOUNT -> Long.toString(value);
        };
    }

    /// The same figure as a number.
    public double amount(long value) {
        return switch (this) {
            case PROCESSORS -> value / 100.0;
            case FRACTIONS -> value / 1000.0;
            case HEAP, LANE, BYTES, AMOUNT -> value;
        };
    }

    /// The words where there is little room: processors are told by the name beside it.
    public String briefly(long value) {
        return words(value).replace(" cores", "");
    }

    /// What it stands at and the most there was, e.g. `0.2 / 1.9 cores`; of one that was below 0
    /// both ends, e.g. `3 / \u221240 to 12`.
    public String words(long value, long least, long most) {
        if (least < 0) {
            return words(value) + " / " + words(least) + " to " + words(most);
        }
        return this == PROCESSORS
                ? String.format(Locale.ROOT, "%.1f / %s", value / 100.0, words(most))
                : words(value) + " / " + words(most);
    }

    /// The name in the column on the left.
    public String title(CounterView counter) {
        return switch (this) {
            case HEAP -> "heap";
            case LANE -> counter.name().replace("worker with the lock", "lock token");
            case FRACTIONS -> counter.name().replace(CounterNames.IN_THOUSANDTHS, "");
            case BYTES -> counter.name().replaceFirst("^bytes of ", ""); // the figures say it
            default -> counter.name();
        };
    }

    /// The same where there is no room for it.
    public String briefTitle(CounterView counter) {
        return title(counter)
                .replace("waiting for the ", "wait: ")
                .replace("waiting for ", "wait: ")
                .replace(" of the ", " of ");
    }
}
