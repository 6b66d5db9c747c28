package dev.lanescope.preview;

import dev.lanescope.content.Page;
import dev.lanescope.pipeline.Draft;
import dev.lanescope.pipeline.PageRenderer;
import dev.lanescope.pipeline.Provenance;
import dev.lanescope.pipeline.Stage;
import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.input.PageException;
import dev.lanescope.pipeline.output.OutputException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// What came of one page.
sealed interface Rendering {

    /// How long a page may take to notice that it is to stop.
    long PATIENCE_MILLIS = 300;

    /// The page that was to be rendered.
    Page page();

    /// It came out.
    record Done(Page page, Provenance provenance) implements Rendering {}

    /// Its text is what it was, so nothing was written.
    record Same(Page page) implements Rendering {}

    /// It did not come out; the sentence says why.
    record Failed(Page page, String sentence) implements Rendering {}

    /// Renders a page.
    ///
    /// @throws OutputException if no page can be written any more
    static Rendering of(Page page, PageRenderer renderer) throws OutputException {
        return unlessSame(page, renderer, null);
    }

    /// Renders a page, unless its bytes still have this hash.
    static Rendering unlessSame(Page page, PageRenderer renderer, @Nullable ContentHash last)
            throws OutputException {
        var draft = new Draft(page);
        try {
            for (Stage stage : Stage.PAGE_PATH) {
                renderer.step(stage, draft);
                if (stage == Stage.READ && draft.content().equals(last)) {
                    return new Same(page);
                }
            }
            return new Done(page, draft.provenance());
        } catch (PageException e) {
            return new Failed(page, String.valueOf(e.getMessage()));
        }
    }

    /// Makes a file of what pages left.
    ///
    /// @return why it did not come out
    /// @throws OutputException if no file can be written any more
    static Optional<String> of(Generated file, Digests digests, PageRenderer renderer)
            throws OutputException {
        var draft = new Draft(file, digests);
        try {
            for (Stage stage : Stage.path(file)) {
                renderer.step(stage, draft);
            }
            return Optional.empty();
        } catch (PageException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Renders many pages by several threads, each with a renderer of its own.
    ///
    /// @throws OutputException if no page can be written any more
    static List<Rendering> all(List<Page> pages, int workers, Supplier<PageRenderer> renderers)
            throws OutputException, InterruptedException {
        var next = new AtomicInteger();
        Callable<List<Rendering>> worker =
                () -> {
                    PageRenderer renderer = renderers.get();
                    List<Rendering> done = new ArrayList<>();
                    for (int i = next.getAndIncrement();
                            i < pages.size() && !Thread.currentThread().isInterrupted();
                            i = next.getAndIncrement()) {
                        done.add(of(pages.get(i), renderer));
                    }
                    return done;
                };
        List<Rendering> all = new ArrayList<>(pages.size());
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<List<Rendering>>> parts = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                parts.add(pool.submit(worker));
            }
            for (Future<List<Rendering>> part : parts) {
                all.addAll(part.get());
            }
            return all;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutputException full) {
                throw full;
            }
            throw new IllegalStateException("the rendering broke down", e.getCause());
        } finally {
            pool.shutdownNow();
            endOf(pool);
        }
    }

    /// Waits for the threads a moment, so that nobody writes any more.
    private static void endOf(ExecutorService pool) {
        boolean interrupted = Thread.interrupted();
        try {
            pool.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
