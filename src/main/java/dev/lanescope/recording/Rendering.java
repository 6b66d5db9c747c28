package dev.lanescope.recording;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.content.Page;
import dev.lanescope.pipeline.PageDigest;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.PageWords;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.RunInfo;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The part of a run that is recorded: one crew renders first the pages, then the files made of
/// them. What lies between, gathering what the pages left, is the run's serial part.
final class Rendering {

    private final Experiment experiment;
    private final RenderWorkload work;

    Rendering(Experiment experiment, RenderWorkload work) {
        this.experiment = experiment;
        this.work = work;
    }

    /// The names of all items in the order of their numbers: pages by their source, then generated
    /// files by their output.
    List<String> items() {
        return Stream.concat(
                        pages().stream().map(Page::source),
                        work.generated().stream().map(Generated::output))
                .toList();
    }

    List<Phase> phases() {
        var first = new Phase(RunInfo.PAGES, 0);
        return work.generated().isEmpty()
                ? List.of(first)
                : List.of(first, new Phase(RunInfo.GENERATED, pages().size()));
    }

    private List<Page> pages() {
        return experiment.site().pages();
    }

    /// What became of all items, in the order of their numbers.
    List<Outcome<RenderResult>> carryOut(Observer observer, StopSignal stop)
            throws RunAborted, InterruptedException {
        var model = experiment.model();
        try (Crew<RenderItem, RenderResult> crew =
                model.hire(work, experiment.workers(), observer, stop)) {
            var outcomes = new ArrayList<>(crew.perform(ofContent(pages())));
            outcomes.addAll(crew.perform(ofPages(work.generated(), outcomes)));
            return outcomes;
        }
    }

    /// The items of the first phase.
    static List<RenderItem> ofContent(List<Page> pages) {
        return pages.stream().<RenderItem>map(RenderItem.OfContent::new).toList();
    }

    /// The items of the second phase.
    ///
    /// @param pages what became of those of the first
    static List<RenderItem> ofPages(List<Generated> files, List<Outcome<RenderResult>> pages) {
        Digests digests = Digests.of(pages.stream().map(Rendering::words).toList());
        return files.stream()
                .<RenderItem>map(file -> new RenderItem.OfPages(file, digests))
                .toList();
    }

    private static @Nullable PageWords words(Outcome<RenderResult> page) {
        PageDigest digest = digest(page);
        return digest == null
                ? null
                : new PageWords(
                        digest.headings().stream().map(PageDigest.Heading::text).toList(),
                        digest.start());
    }

    /// What a page left; null if it did not come out.
    static @Nullable PageDigest digest(Outcome<RenderResult> page) {
        return page instanceof Outcome.Done<RenderResult>(RenderResult result)
                        && result.left() != null
                ? result.left().digest()
                : null;
    }
}
