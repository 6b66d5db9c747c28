package dev.lanescope.exchange.in.speedscope;

import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.trace.Refusal;

/// What a profile counts in.
enum TimeUnit {
    NANOSECONDS(1),
    MICROSECONDS(1e3),
    MILLISECONDS(1e6),
    SECONDS(1e9),
    /// Samples without a time: each is shown as a millisecond.
    NONE(1e6);

    private final double nanos;

    TimeUnit(double nanos) {
        this.nanos = nanos;
    }

    static TimeUnit of(String name, String profile) throws Refusal {
        for (TimeUnit unit : values()) {
            if (unit.name().equalsIgnoreCase(name)) {
                return unit;
            }
        }
        throw new Refusal(
                profile
                        + (name.equals("bytes")
                                ? " counts bytes, and a timeline shows time"
                                : " counts in an unknown unit, \"" + shown(name) + "\""));
    }

    private static String shown(String name) {
        return name.length() <= 20 ? name : name.substring(0, 20) + "…";
    }

    /// The moment in nanoseconds.
    ///
    /// @param where the place in the file
    long nanos(double amount, String where) throws Refusal {
        double exact = amount * nanos;
        long moment = Math.round(exact);
        if (!Double.isFinite(exact) || !ForeignTrace.isTellable(moment)) {
            throw new Refusal(where + " lies at no possible time (" + amount + ")");
        }
        return moment;
    }
}
