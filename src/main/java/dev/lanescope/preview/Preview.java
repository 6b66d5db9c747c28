package dev.lanescope.preview;

import dev.lanescope.pipeline.output.OutputException;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.util.Collections;
import java.util.function.Consumer;

/// The loop of a preview: wait for something to be saved, bring the site up to date, tell about it;
/// then make the files made of pages, and check the links. A first save is dealt with at once. What
/// is saved again at once after that, or comes at once after a scan of the whole folder, waits
/// until it is quiet, so that nothing is rendered in vain.
public final class Preview {

    /// How long a page may be away while an editor saves it, before that counts as deleted.
    private static final long AWAY_MILLIS = 60;

    /// A save that follows so soon on an update may be one of many.
    private static final long SOON_MILLIS = 100;

    /// Many saves are over when nothing came for so long,
    private static final long QUIET_MILLIS = 30;

    /// and after so many they are dealt with even if they go on.
    private static final int MOST_SAVES = 16;

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
            FolderWatch.Burst burst = soon();
            burst = burst.isNothing() ? watch.next() : burst;
            while (!Thread.currentThread().isInterrupted()) {
                if (site.misses(burst.paths())) {
                    burst = burst.and(watch.within(AWAY_MILLIS));
                }
                News news = update(burst);
                listener.accept(news);
                burst = following(burst, news);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException _) {
            // the end that was asked for
        }
    }

    private FolderWatch.Burst following(FolderWatch.Burst last, News news)
            throws OutputException, IOException, InterruptedException {
        FolderWatch.Burst burst = soon();
        if (burst.isNothing()) {
            return watch.next();
        }
        if (!news.everything() && Collections.disjoint(burst.paths(), last.paths())) {
            return burst;
        }
        for (int saves = 1; saves < MOST_SAVES; saves++) {
            FolderWatch.Burst more = watch.within(QUIET_MILLIS);
            if (more.isNothing()) {
                return burst;
            }
            burst = burst.and(more);
        }
        return burst;
    }

    /// Does what is left to do, unless something is saved, and says what is saved at once after it.
    private FolderWatch.Burst soon() throws OutputException, IOException, InterruptedException {
        while (true) {
            site.settle(watch::isWaiting).ifPresent(listener);
            site.checkLinks(watch::isWaiting).ifPresent(listener);
            FolderWatch.Burst burst = watch.within(SOON_MILLIS);
            if (!burst.isNothing() || !site.isOwing()) {
                return burst;
            }
        }
    }

    private News update(FolderWatch.Burst burst)
            throws OutputException, IOException, InterruptedException {
        return burst.lost() ? site.rescan() : site.refresh(burst.paths());
    }
}
