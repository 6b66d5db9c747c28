package dev.lanescope.bench;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.Draft;
import dev.lanescope.pipeline.PageRenderer;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.Stage;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.GeneratedPages;
import dev.lanescope.pipeline.generated.PageWords;
import dev.lanescope.pipeline.output.OutputException;
import dev.lanescope.pipeline.output.OutputFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// What a run is measured against: the same stages of the same pages by plain threads that share
/// one counter. No lanes, no recorder, no models, and nobody can stop it.
final class BareLoop {

    private final Site site;
    private final OutputFolder output;
    private final GeneratedPages generated;
    private final @Nullable PageWords[] words;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger nextGenerated = new AtomicInteger();
    private final CyclicBarrier pagesDone;

    private BareLoop(Site site, OutputFolder output, int workers) {
        this.site = site;
        this.output = output;
        this.generated = RenderSettings.STANDARD.generated(site);
        this.words = new PageWords[site.pages().size()];
        this.pagesDone = new CyclicBarrier(workers);
    }

    /// Makes a folder ready for everything that the loop writes.
    static OutputFolder prepare(Path folder, Site site) throws OutputException {
        OutputFolder output = OutputFolder.prepare(folder, site);
        output.makeFoldersFor(
                RenderSettings.STANDARD.generated(site).all().stream()
                        .map(Generated::output)
                        .toList());
        return output;
    }

    /// Renders all pages once, then what is made of them; every thread makes its own renderer
    /// first, as a run's workers do.
    ///
    /// @throws IllegalStateException if a page fails
    static void render(Site site, OutputFolder output, int workers) throws InterruptedException {
        var loop = new BareLoop(site, output, workers);
        var failure = new AtomicReference<@Nullable Throwable>();
        Runnable worker =
                () -> {
                    try {
                        loop.work();
                    } catch (Exception | Error e) {
                        failure.compareAndSet(null, e);
                        loop.pagesDone.reset();
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

    private void work() throws Exception {
        var renderer = new PageRenderer(site, output, RenderSettings.STANDARD, generated);
        List<Page> pages = site.pages();
        for (int page = next.getAndIncrement();
                page < pages.size();
                page = next.getAndIncrement()) {
            words[page] = renderPage(renderer, pages.get(page));
        }
        pagesDone.await();
        Digests digests = Digests.of(Arrays.asList(words));
        List<Generated> files = generated.all();
        for (int file = nextGenerated.getAndIncrement();
                file < files.size();
                file = nextGenerated.getAndIncrement()) {
            var draft = new Draft(files.get(file), digests);
            for (Stage stage : Stage.path(files.get(file))) {
                renderer.step(stage, draft);
            }
        }
    }

    /// Takes one page through all its stages.
    static PageWords renderPage(PageRenderer renderer, Page page) throws Exception {
        var draft = new Draft(page);
        for (Stage stage : Stage.PAGE_PATH) {
            renderer.step(stage, draft);
        }
        return draft.digest().words();
    }
}
