package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.explain.Finding;
import dev.lanescope.analysis.explain.Findings;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Latest;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;

/// What held the shown run up, worked out once in the background; it keeps no trace alive.
final class FindingSource {

    private record Known(WeakReference<Snapshot> trace, List<Finding> findings) {
        static Known of(Snapshot trace) {
            return new Known(new WeakReference<>(trace), Findings.of(trace));
        }
    }

    private final Latest<Snapshot, Known> latest;
    private @Nullable Known known;

    /// @param whenReady called on the FX thread when it is known
    FindingSource(Background background, Runnable whenReady) {
        latest =
                new Latest<>(
                        background,
                        "findings",
                        Known::of,
                        found -> {
                            known = found;
                            whenReady.run();
                        });
    }

    /// What was found, what took most first; empty while the run goes on, and as long as it is
    /// being worked out.
    @SuppressWarnings("ReferenceEquality") // the very trace
    Optional<List<Finding>> of(Snapshot trace) {
        if (!trace.finished() || trace.info().isForeign()) {
            return Optional.empty();
        }
        Known now = known;
        if (now == null || now.trace().get() != trace) {
            latest.ask(trace);
            return Optional.empty();
        }
        return Optional.of(now.findings());
    }
}
