package dev.lanescope.ui.timeline.jvm;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Intervals;
import dev.lanescope.analysis.JvmWords;
import dev.lanescope.trace.JvmEvent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is said of the JVM at a place of its track.
final class JvmHover {

    private JvmHover() {}

    /// Of what was going on between two moments, which may be one pixel apart: what it was, how
    /// long it took, and what it cost the lanes; of several, how many and how long together.
    ///
    /// @param events stops only, or compilations only
    static Optional<String> words(List<JvmEvent> events, long from, long to, int lanes) {
        List<JvmEvent> here =
                events.stream()
                        .filter(event -> event.startNanos() <= to && event.endNanos() >= from)
                        .toList();
        if (here.isEmpty()) {
            return Optional.empty();
        }
        if (here.size() == 1) {
            return Optional.of(JvmWords.cost(here.getFirst(), lanes));
        }
        boolean stops = here.getFirst().kind().stopsTheWorld();
        long nanos = Intervals.of(here, _ -> true).nanosWithin(from, Math.max(from + 1, to));
        String share = Amounts.percent((double) nanos / Math.max(1, to - from));
        return Optional.of(
                Amounts.count(here.size(), stops ? "stop" : "compilation")
                        + " here, "
                        + share
                        + " of "
                        + Durations.text(Math.max(1, to - from))
                        + (stops ? ": " + Durations.text(nanos * lanes) + " of lane time" : ""));
    }

    /// What the head says of a story that is behind.
    static String late(long nanos) {
        return String.format(Locale.ROOT, "%.1f s behind", nanos / 1e9);
    }
}
