package dev.lanescope.ui.findings;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.explain.Slack;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Latest;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.OptionalLong;

/// The slack of the spans of one run at a time, worked out once in the background; it keeps no
/// trace alive.
public final class SlackSource {

    /// In a longer run it would take seconds and much memory, so nothing is said.
    private static final long MOST_SPANS = 2_000_000;

    private record Known(WeakReference<Snapshot> trace, Slack slack) {
        static Known of(Snapshot trace) {
            return new Known(new WeakReference<>(trace), Slack.of(trace));
        }
    }

    private final Latest<Snapshot, Known> latest;
    private @Nullable Known known;

    /// @param whenReady called on the FX thread when it is known
    public SlackSource(Background background, Runnable whenReady) {
        latest =
                new Latest<>(
                        background,
                        "slack",
                        Known::of,
                        found -> {
                            known = found;
                            whenReady.run();
                        });
    }

    /// What is to be said of a span; empty for waits, in very long runs, while a run goes on, and
    /// as long as it is being worked out.
    @SuppressWarnings("ReferenceEquality") // the very trace
    public Optional<String> of(Snapshot trace, Span span) {
        if (!trace.finished() || trace.info().isForeign() || trace.spans() > MOST_SPANS) {
            return Optional.empty();
        }
        Known now = known;
        if (now == null || now.trace().get() != trace) {
            latest.ask(trace);
            return Optional.empty();
        }
        OptionalLong slack = now.slack().nanos(span);
        return slack.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        slack.getAsLong() == 0
                                ? "none: it holds up the end"
                                : Durations.text(slack.getAsLong(), 3) + " before the end moves");
    }
}
