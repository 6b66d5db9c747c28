package dev.lanescope.lab;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.isolated.Interpreter;
import dev.lanescope.concurrency.isolated.Interpreters;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.PageFailure;
import dev.lanescope.recording.RenderItem;
import dev.lanescope.recording.RenderResult;
import dev.lanescope.recording.RenderWorkload;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunResult;
import dev.lanescope.recording.Workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The model that is measured, and what it is given to do.
///
/// @param pages all of which come out; at least one
public record Subject(ConcurrencyModel model, RenderWorkload rendering, List<RenderItem> pages) {

    /// More pages are not taken from a folder.
    static final int MOST_PAGES = 1_000;

    public Subject {
        pages = List.copyOf(pages);
    }

    /// A model and a folder's pages, after everything was rendered as often as there was time for,
    /// so that what all models use is compiled.
    ///
    /// @throws CostException if no page comes out
    public static Subject warmed(ConcurrencyModel model, Site site, Path output, Duration atLeast)
            throws Exception {
        Set<String> failing = warmUp(model, site, output, atLeast);
        List<RenderItem> pages =
                site.pages().stream()
                        .filter(page -> !failing.contains(page.source()))
                        .limit(MOST_PAGES)
                        .<RenderItem>map(RenderItem.OfContent::new)
                        .toList();
        if (pages.isEmpty()) {
            throw new CostException("no page of " + site.folder() + " comes out");
        }
        var work = new RenderWorkload(site, OutputFolder.open(output), RenderSettings.STANDARD);
        return new Subject(model, work, pages);
    }

    /// @return the sources of pages that do not come out
    private static Set<String> warmUp(
            ConcurrencyModel measured, Site site, Path output, Duration atLeast) throws Exception {
        ConcurrencyModel model =
                measured.isForeign() ? measured : Models.byId("sequential").orElseThrow();
        var experiment = new Experiment(site, output, model, model.workers().least()).unrecorded();
        long begun = System.nanoTime();
        RunResult result;
        do {
            result = new Run(experiment).carryOut();
        } while (System.nanoTime() - begun < atLeast.toNanos());
        return result.failures().stream().map(PageFailure::page).collect(Collectors.toSet());
    }

    /// The smallest crew.
    public int fewest() {
        return model.workers().least();
    }

    /// A crew that renders pages.
    public Crew<RenderItem, RenderResult> renderers(int workers, Knobs knobs, Observer observer)
            throws RunAborted {
        return hire(rendering, workers, knobs, observer);
    }

    /// A crew as runs have it.
    public <I, R> Crew<I, R> hire(
            Workload<I, ?, R> work, int workers, Knobs knobs, Observer observer) throws RunAborted {
        return model.hire(work, orders(workers, knobs), observer, new StopSignal());
    }

    /// What a crew is told besides its work.
    Orders orders(int workers, Knobs knobs) {
        return new Orders(workers, knobs, Optional.of(Workspace.root()));
    }

    /// Has a crew do all items.
    ///
    /// @throws CostException if one of them is not done
    public static <I, R> void perform(Crew<I, R> crew, List<I> items)
            throws RunAborted, InterruptedException, CostException {
        for (Outcome<R> outcome : crew.perform(items)) {
            if (outcome instanceof Outcome.Failed<R>(_, Throwable cause)) {
                throw new CostException("an item failed: " + cause);
            }
        }
    }

    /// Interpreters live on after a run; the next measurement is to find none.
    public static void endInterpreters() throws InterruptedException {
        for (Interpreter interpreter : Interpreters.ofThisApp().list()) {
            Interpreters.ofThisApp().destroy(interpreter);
        }
    }
}
