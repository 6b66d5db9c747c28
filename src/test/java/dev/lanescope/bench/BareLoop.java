package dev.lanescope.bench;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.Draft;
import dev.lanescope.pipeline.OutputFolder;
import dev.lanescope.pipeline.PageRenderer;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.Stage;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// What a run is measured against: the same stages of the same pages by plain threads that share
/// one counter. No lanes, no recorder, no models, and nobody can stop it.
final class BareLoop {

    private static final Stage[] STAGES = Stage.values();

    private BareLoop() {}

    /// Renders all pages once; every thread makes its own renderer first, as a run's workers do.
    ///
    /// @throws IllegalStateException if a page fails
    static void render(Site site, OutputFolder output, int workers) throws InterruptedException {
        var next = new AtomicInteger();
        var failure = new AtomicReference<@Nullable Throwable>();
        Runnable worker =
                () -> {
                    try {
                        renderRest(site, output, next);
                    } catch (Exception | Error e) {
                        failure.set(e);
                    }
                };
        List<Thread> threads =
                Stream.generate(() -> Thread.ofPlatform().start(worker)).limit(workers).toList();
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the bare loop broke", failure.get());
        }
    }

    private static void renderRest(Site site, OutputFolder output, AtomicInteger next)
            throws Exception {
        var renderer = new PageRenderer(site, output, RenderSettings.STANDARD);
        List<Page> pages = site.pages();
        for (int page = next.getAndIncrement();
                page < pages.size();
                page = next.getAndIncrement()) {
            renderPage(renderer, pages.get(page));
        }
    }

    /// Takes one page through all its stages.
    static void renderPage(PageRenderer renderer, Page page) throws Exception {
        var draft = new Draft(page);
        for (Stage stage : STAGES) {
            renderer.step(stage, draft);
        }
    }
}
