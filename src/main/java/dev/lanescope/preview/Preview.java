package dev.lanescope.preview;

import dev.lanescope.pipeline.output.OutputException;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.util.function.Consumer;

/// The loop of a preview: wait for something to be saved, bring the site up to date, tell about it.
public final class Preview {

    /// How long a page may be away while an editor saves it, before that counts as deleted.
    private static final long AWAY_MILLIS = 60;

    private final FolderWatch watch;
    private final LiveSite site;
    private final Consumer<News> listener;

    /// @param listener is told of every update, by the thread that calls [#run]
    public Preview(FolderWatch watch, LiveSite site, Consumer<News> listener) {
        this.watch = watch;
        this.site = site;
        this.listener = listener;
    }

    /// Goes on until the watch is closed or the thread interrupted.
    ///
    /// @throws OutputException if nothing more can be written
    /// @throws IOException if the content folder can no longer be watched
    public void run() throws OutputException, IOException {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                FolderWatch.Burst burst = watch.next();
                if (site.misses(burst.paths())) {
                    burst = burst.and(watch.within(AWAY_MILLIS));
                }
                listener.accept(update(burst));
                site.settle(watch::isWaiting).ifPresent(listener);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException _) {
            // the end that was asked for
        }
    }

    private News update(FolderWatch.Burst burst)
            throws OutputException, IOException, InterruptedException {
        return burst.lost() ? site.rescan() : site.refresh(burst.paths());
    }
}
