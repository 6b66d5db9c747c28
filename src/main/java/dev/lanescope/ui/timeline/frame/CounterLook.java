package dev.lanescope.ui.timeline.frame;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.chart.HolderStrip;
import dev.lanescope.trace.CounterView;

import java.util.Locale;

/// What the values of a counter mean, which its name tells, and so how they are written.
public enum CounterLook {
    /// How full the heap is, in millions of bytes.
    HEAP("heap MB"),
    /// How busy processors are, in hundredths of one.
    PROCESSORS("CPU "),
    /// Which lane it is, from 1.
    LANE(""),
    BYTES("bytes"),
    AMOUNT("");

    private final String prefix;

    CounterLook(String prefix) {
        this.prefix = prefix;
    }

    public static CounterLook of(CounterView counter) {
        if (HolderStrip.suits(counter)) {
            return LANE;
        }
        for (CounterLook look : values()) {
            if (look != LANE && look.suits(counter)) {
                return look;
            }
        }
        return AMOUNT;
    }

    public boolean suits(CounterView counter) {
        return counter.name().startsWith(prefix);
    }

    /// Whether it is counted for every run, and not by its model.
    public boolean isOfTheMachine() {
        return this == HEAP || this == PROCESSORS;
    }

    /// E.g. `148 MB`, `1.9 cores`, `worker 2`, `12`.
    public String words(long value) {
        return switch (this) {
            case HEAP -> Amounts.bytes(value * 1_000_000);
            case PROCESSORS -> String.format(Locale.ROOT, "%.1f cores", value / 100.0);
            case LANE -> value == 0 ? "nobody" : "worker " + value;
            case BYTES -> Amounts.bytes(value);
            case AMOUNT -> Long.toString(value);
        };
    }

    /// The same where there is little room: processors are told by the name beside it.
    public String briefly(long value) {
        return words(value).replace(" cores", "");
    }

    /// What it stands at and the most there was, e.g. `0.2 / 1.9 cores`.
    public String words(long value, long most) {
        return this == PROCESSORS
                ? String.format(Locale.ROOT, "%.1f / %s", value / 100.0, words(most))
                : words(value) + " / " + words(most);
    }

    /// The name in the column on the left.
    public String title(CounterView counter) {
        return switch (this) {
            case HEAP -> "heap";
            case LANE -> counter.name().replace("worker with the lock", "lock token");
            default -> counter.name();
        };
    }
}
