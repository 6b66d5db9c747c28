package dev.lanescope.analysis.explain;

import java.util.Comparator;
import java.util.function.ToLongFunction;

/// Orders by a number. Those of `Comparator.comparingLong` can be serialized, and the JVM's cache
/// keeps no such class: each process that looks for its tail would make one anew.
final class Order {

    private Order() {}

    /// The smallest first.
    static <T> Comparator<T> by(ToLongFunction<T> number) {
        return (a, b) -> Long.compare(number.applyAsLong(a), number.applyAsLong(b));
    }
}
