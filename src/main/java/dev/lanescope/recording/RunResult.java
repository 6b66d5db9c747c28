package dev.lanescope.recording;

import dev.lanescope.pipeline.links.BrokenLink;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Snapshot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A run that is over.
///
/// @param trace what happened; of a run that was not recorded, empty lanes of the right length
/// @param done how many pages of the content came out
/// @param generated how many files were made of them
/// @param kept how many pages were not rendered, because they would have come out as they are
/// @param keptFiles how many files made of pages are among the items of the trace although they
///   were kept, which was known only when the pages were done
/// @param whyAll why none could be kept although that was asked for, as part of a sentence; empty
///   where there is no such reason
/// @param brokenLinks links of the pages that lead nowhere; none are looked for if it was stopped
/// @param failures what did not come out, in the order of the items
/// @param stopped whether it was stopped before all pages were done and checked
/// @param bytesOut size of all HTML, in bytes
/// @param treeHash SHA-256 over the whole output tree, or empty if the run was stopped
/// @param phases how long its parts took
/// @param output where the site lies
public record RunResult(
        Snapshot trace,
        int done,
        int generated,
        int kept,
        int keptFiles,
        Optional<String> whyAll,
        List<PageFailure> failures,
        List<BrokenLink> brokenLinks,
        boolean stopped,
        long bytesOut,
        String treeHash,
        Phases phases,
        Path output) {

    /// How long the parts of a run took, in nanoseconds. Speed-ups compare the makespan, which is
    /// the rendering without making and dismissing threads; who waits for a site waits for all of
    /// them but the warm-up.
    ///
    /// @param prepareNanos emptying the output folder and copying static files
    /// @param warmUpNanos making the workers and their unrecorded passes over the pages; 0 if there
    ///   were none
    /// @param renderNanos until the model has returned
    /// @param verifyNanos reading everything back, hashing it, and checking the links
    public record Phases(long prepareNanos, long warmUpNanos, long renderNanos, long verifyNanos) {}

    public RunResult {
        failures = List.copyOf(failures);
        brokenLinks = List.copyOf(brokenLinks);
    }

    /// The same run, of which more is known.
    public RunResult knowing(List<Fact> more) {
        return withTrace(trace.withFacts(more));
    }

    /// The same with another trace, such as one with notes.
    public RunResult withTrace(Snapshot other) {
        return new RunResult(
                other,
                done,
                generated,
                kept,
                keptFiles,
                whyAll,
                failures,
                brokenLinks,
                stopped,
                bytesOut,
                treeHash,
                phases,
                output);
    }

    public int notDone() {
        return trace.info().items().size() - done - generated - keptFiles - failures.size();
    }
}
