package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.lab.Subject;
import dev.lanescope.recording.RenderItem;
import dev.lanescope.recording.RenderResult;

import java.time.Duration;
import java.util.List;

/// A warm crew that renders a folder's pages over and over: how long one takes, all workers taken
/// together.
///
/// @param block so many pages are handed in at once
record Pace(Crew<RenderItem, RenderResult> crew, List<RenderItem> pages, int block)
        implements AutoCloseable {

    private static final int PAGES_OF_ONE = 16;

    /// A crew that has rendered pages for a while. One worker gets few pages at once, so that those
    /// who measure side by side end at the same time; several get all, for they wait for each other
    /// at the end.
    static Pace of(String model, int workers, Row.Place place) throws Exception {
        Subject subject =
                Subject.warmed(
                        Models.byId(model).orElseThrow(),
                        place.site(),
                        place.output(),
                        place.warmUp());
        int all = subject.pages().size();
        var pace =
                new Pace(
                        subject.renderers(workers, Knobs.STANDARD, Observer.nobody()),
                        subject.pages(),
                        workers == 1 ? Math.min(PAGES_OF_ONE, all) : all);
        pace.nanosAPage(place.warmUp());
        return pace;
    }

    /// In nanoseconds, over at least so long.
    double nanosAPage(Duration window) throws Exception {
        long begun = System.nanoTime();
        int next = 0;
        long done = 0;
        do {
            int end = Math.min(next + block, pages.size());
            Subject.perform(crew, pages.subList(next, end));
            done += end - next;
            next = end % pages.size();
        } while (System.nanoTime() - begun < window.toNanos());
        return (double) (System.nanoTime() - begun) / done;
    }

    @Override
    public void close() {
        crew.close();
    }
}
