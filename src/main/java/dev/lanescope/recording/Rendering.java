package dev.lanescope.recording;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.kit.Renumbered;
import dev.lanescope.content.Page;
import dev.lanescope.pipeline.Provenance;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.PageWords;
import dev.lanescope.reuse.Build;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.RunInfo;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The part of a run that is recorded: one crew renders first the pages, then the files made of
/// them. What lies between, gathering what the pages left, is the run's serial part.
///
/// Which files have to be made is known only when the pages are done. Until then all of them count
/// as items; those that turn out to be kept are never begun.
final class Rendering {

    private final Experiment experiment;
    private final RenderWorkload work;
    private final Build build;
    private final List<Page> pages;
    private final List<Generated> files;
    private final RunProgress progress;
    private volatile List<Generated> stale;

    /// @param build says what there is to render, and what the other pages left
    Rendering(Experiment experiment, RenderWorkload work, Build build, RunProgress progress) {
        this.experiment = experiment;
        this.work = work;
        this.build = build;
        this.progress = progress;
        this.pages = build.stale();
        this.files = pages.isEmpty() ? build.staleGenerated(Map.of()) : build.generated().all();
        this.stale = files;
        progress.expect(pages.size(), pages.size() + files.size());
    }

    /// The pages to render; the first items.
    List<Page> pages() {
        return pages;
    }

    private boolean isIdle() {
        return pages.isEmpty() && files.isEmpty();
    }

    /// The names of all items in the order of their numbers: pages by their source, then generated
    /// files by their output.
    List<String> items() {
        return Stream.concat(
                        pages.stream().map(Page::source), files.stream().map(Generated::output))
                .toList();
    }

    /// What an item is called in messages.
    String name(int item) {
        return item < pages.size()
                ? pages.get(item).source()
                : files.get(item - pages.size()).output();
    }

    List<Phase> phases() {
        var first = new Phase(RunInfo.PAGES, 0);
        return files.isEmpty()
                ? List.of(first)
                : List.of(first, new Phase(RunInfo.GENERATED, pages.size()));
    }

    /// How many items the crew is given before those that are recorded.
    int unrecorded() {
        return experiment.knobs().warmUp() * pages.size();
    }

    /// Lets a crew make its unrecorded passes over the pages, and then render.
    ///
    /// @param warmedUp told how many pages came out unrecorded, when the crew is about to begin;
    ///   always told once unless the run cannot go on
    /// @return what became of all items, in the order of their numbers
    List<Outcome<RenderResult>> carryOut(Observer observer, IntConsumer warmedUp, StopSignal stop)
            throws RunAborted, InterruptedException {
        if (isIdle() || stop.requested()) { // nobody is hired for nothing
            warmedUp.accept(0);
            return nothingDone();
        }
        var model = experiment.model();
        Observer known = experiment.incremental() ? new Renumbered(observer, this::item) : observer;
        try (Crew<RenderItem, RenderResult> crew =
                model.hire(
                        work,
                        new Orders(
                                experiment.workers(),
                                experiment.knobs(),
                                Optional.of(Workspace.root())),
                        known,
                        stop)) {
            warmedUp.accept(warmUp(crew, stop));
            if (stop.requested()) {
                return nothingDone();
            }
            var outcomes = new ArrayList<>(crew.perform(ofContent(pages)));
            Map<Integer, Provenance> provenances = provenances(outcomes);
            stale = build.staleGenerated(provenances);
            progress.expect(pages.size(), pages.size() + stale.size());
            addOfAll(outcomes, crew.perform(ofPages(stale, build.digests(provenances))));
            return outcomes;
        }
    }

    private List<Outcome<RenderResult>> nothingDone() {
        return items().stream().<Outcome<RenderResult>>map(_ -> new Outcome.NotDone<>()).toList();
    }

    /// @return how many pages came out
    private int warmUp(Crew<RenderItem, RenderResult> crew, StopSignal stop)
            throws RunAborted, InterruptedException {
        int cameOut = 0;
        for (int pass = 1; pass <= experiment.knobs().warmUp() && !stop.requested(); pass++) {
            progress.warmsUp(pass);
            cameOut += done(crew.perform(ofContent(pages)));
        }
        return cameOut;
    }

    private static int done(List<Outcome<RenderResult>> outcomes) {
        return (int) outcomes.stream().filter(Outcome.Done.class::isInstance).count();
    }

    /// The number in the run of an item that the crew was given: it is given all pages, and then
    /// the files that are stale.
    private int item(int given) {
        return pages.isEmpty() || given < pages.size()
                ? given
                : pages.size() + stale.get(given - pages.size()).id();
    }

    private void addOfAll(
            List<Outcome<RenderResult>> outcomes, List<Outcome<RenderResult>> ofStale) {
        Map<Integer, Outcome<RenderResult>> known = new HashMap<>();
        for (int i = 0; i < ofStale.size(); i++) {
            known.put(stale.get(i).id(), ofStale.get(i));
        }
        for (Generated file : files) {
            outcomes.add(known.getOrDefault(file.id(), new Outcome.NotDone<>()));
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
        return ofPages(files, Digests.of(pages.stream().map(Rendering::words).toList()));
    }

    private static List<RenderItem> ofPages(List<Generated> files, Digests digests) {
        return files.stream()
                .<RenderItem>map(file -> new RenderItem.OfPages(file, digests))
                .toList();
    }

    /// What the pages that came out were made of, by page id.
    ///
    /// @param outcomes of all items, or of the pages only
    Map<Integer, Provenance> provenances(List<Outcome<RenderResult>> outcomes) {
        Map<Integer, Provenance> provenances = new HashMap<>();
        for (int item = 0; item < Math.min(pages.size(), outcomes.size()); item++) {
            if (outcomes.get(item) instanceof Outcome.Done<RenderResult>(RenderResult result)
                    && result.left() != null) {
                provenances.put(pages.get(item).id(), result.left());
            }
        }
        return provenances;
    }

    /// How many parsers read the pages that came out: one for each page, one for each worker that
    /// had a page, or one for all, as [dev.lanescope.concurrency.knobs.WorkerState] says.
    long parsers(List<Outcome<RenderResult>> outcomes) {
        return outcomes.stream()
                .limit(pages.size())
                .mapMulti((Outcome<RenderResult> outcome, Consumer<Long> each) -> {
                    if (outcome instanceof Outcome.Done<RenderResult>(RenderResult result)) {
                        each.accept(result.parser());
                    }
                })
                .distinct()
                .count();
    }

    /// How many files made of pages are among the items although they were kept.
    int keptFiles() {
        return files.size() - stale.size();
    }

    private List<Generated> made(List<Outcome<RenderResult>> outcomes) {
        return IntStream.range(pages.size(), Math.max(pages.size(), outcomes.size()))
                .filter(item -> outcomes.get(item) instanceof Outcome.Done<RenderResult>)
                .mapToObj(item -> files.get(item - pages.size()))
                .toList();
    }

    /// Ends the build: reads back what lies there now.
    ///
    /// @return the hash of the output folder; empty if it was stopped
    Optional<String> finish(List<Outcome<RenderResult>> outcomes, BooleanSupplier stopped)
            throws IOException {
        if (experiment.model().isForeign()) {
            return build.finishForeign(cameOut(outcomes), stopped);
        }
        return build.finish(provenances(outcomes), made(outcomes), stopped);
    }

    private Set<Integer> cameOut(List<Outcome<RenderResult>> outcomes) {
        return IntStream.range(0, Math.min(pages.size(), outcomes.size()))
                .filter(item -> outcomes.get(item) instanceof Outcome.Done<RenderResult>)
                .mapToObj(item -> pages.get(item).id())
                .collect(Collectors.toSet());
    }

    private static @Nullable PageWords words(Outcome<RenderResult> page) {
        return page instanceof Outcome.Done<RenderResult>(RenderResult result)
                        && result.left() != null
                ? result.left().digest().words()
                : null;
    }
}
