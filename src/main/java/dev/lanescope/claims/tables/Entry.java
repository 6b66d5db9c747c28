package dev.lanescope.claims.tables;

import dev.lanescope.claims.Band.Place;
import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.evidence.Evidence;

import java.util.List;
import java.util.Optional;

/// What stands in a cell: a figure with where it comes from, that it was not measured and what
/// would measure it, or why there is nothing to be measured.
public sealed interface Entry {

    /// What it was measured on: `JVM` or `CPython`.
    String label();

    /// As it stands in the cell.
    String words();

    /// What exactly it is, or why there is none.
    String why();

    /// A figure.
    ///
    /// @param readings that it rests on
    /// @param from where they come from
    /// @param isSure whether there are repeats enough for an interval
    /// @param verdict where it lies, if there is something to be reached
    /// @param again what would measure it with repeats enough; empty if there are
    record Measured(
            String label,
            String words,
            String why,
            List<Reading> readings,
            List<Evidence> from,
            boolean isSure,
            Optional<Place> verdict,
            List<ClaimExperiment> again)
            implements Entry {
        public Measured {
            readings = List.copyOf(readings);
            from = List.copyOf(from);
            again = List.copyOf(again);
        }
    }

    /// No figure yet.
    ///
    /// @param by what would measure it
    /// @param obstacle why that cannot be done here, in a sentence; empty if it can
    record Missing(String label, String why, List<ClaimExperiment> by, Optional<String> obstacle)
            implements Entry {
        public Missing {
            by = List.copyOf(by);
        }

        @Override
        public String words() {
            return "not measured";
        }
    }

    /// No figure ever.
    record Never(String label, String because) implements Entry {
        @Override
        public String words() {
            return "n/a because " + because;
        }

        @Override
        public String why() {
            return "Nothing is measured there, because " + because + ".";
        }
    }
}
