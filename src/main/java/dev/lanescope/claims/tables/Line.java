package dev.lanescope.claims.tables;

import dev.lanescope.claims.Band;

import java.util.List;
import java.util.stream.Stream;

/// What a cell is to tell: where it comes from, but not what it is.
public sealed interface Line {

    /// What it was measured on: `JVM` or `CPython`.
    String label();

    /// What it takes; nothing if there is nothing to be measured.
    List<Need> needs();

    /// How a figure is written.
    enum Shape {
        /// With its unit.
        AMOUNT,
        /// How many times as fast.
        TIMES,
        /// By how much longer, in per cent.
        LONGER
    }

    /// One figure.
    ///
    /// @param note what stands behind it; may be empty
    record Figure(String label, Need need, Shape shape, String note) implements Line {
        @Override
        public List<Need> needs() {
            return List.of(need);
        }
    }

    /// Whether a figure lies where it should, by its whole interval.
    record Verdict(String label, Need need, Band target) implements Line {
        @Override
        public List<Need> needs() {
            return List.of(need);
        }
    }

    /// How many ways to go wrong cost nobody but the page that goes wrong.
    ///
    /// @param lost a need for each of them
    record Contained(String label, List<Need> lost) implements Line {
        public Contained {
            lost = List.copyOf(lost);
        }

        @Override
        public List<Need> needs() {
            return lost;
        }
    }

    /// At what a column is not behind any other.
    ///
    /// @param own the number of the column
    /// @param rivals one for each column
    record BestFor(String label, int own, List<Rival> rivals) implements Line {
        public BestFor {
            rivals = List.copyOf(rivals);
        }

        @Override
        public List<Need> needs() {
            return rivals.stream()
                    .flatMap(each ->
                            Stream.concat(
                                    Stream.of(each.computing(), each.waiting()),
                                    each.contained().lost().stream()))
                    .toList();
        }
    }

    /// What tells at what one of several is best.
    ///
    /// @param computing how many times as fast as one alone, of what computes
    /// @param waiting the same of what waits
    /// @param contained what of its pages' faults stays with them
    record Rival(Need computing, Need waiting, Contained contained) {}

    /// Who of several is not behind any other.
    ///
    /// @param names one for each of them
    /// @param speeds how many times as fast as one alone each is
    record Ahead(String label, List<String> names, List<Need> speeds) implements Line {
        public Ahead {
            names = List.copyOf(names);
            speeds = List.copyOf(speeds);
        }

        @Override
        public List<Need> needs() {
            return speeds;
        }
    }

    /// There is nothing to be measured.
    ///
    /// @param because half a sentence
    record Never(String label, String because) implements Line {
        @Override
        public List<Need> needs() {
            return List.of();
        }
    }
}
