package dev.lanescope.chart;

import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Span;

/// What lies under the pointer.
public sealed interface Hit {

    /// The number of the lane it is on.
    int lane();

    /// A span.
    record OnSpan(Span span) implements Hit {
        @Override
        public int lane() {
            return span.lane();
        }
    }

    /// A slice that others lie in, and that lies in one itself.
    ///
    /// @param first what the lane did when it began
    record OnNested(NestedSlice slice, Span first) implements Hit {
        @Override
        public int lane() {
            return slice.lane();
        }
    }

    /// A page band.
    record OnBand(ItemVisit visit) implements Hit {
        @Override
        public int lane() {
            return visit.lane();
        }
    }
}
