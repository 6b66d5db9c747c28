package dev.lanescope.ui;

import dev.lanescope.chart.TimeWindow;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.Workspace;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.WindowPicture.Finished;
import dev.lanescope.ui.kit.Theme;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.TimelineModel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes the pictures in `assets/screenshots`, from real runs in the real window: `mvn test-compile
/// exec:exec@screenshots`, over another folder with `-Dlanescope.screenshots.content=FOLDER`.
final class Screenshots {

    private static final Path FOLDER = Path.of("assets", "screenshots");
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private Screenshots() {}

    public static void main(String[] args) throws Exception {
        Path content = Path.of(System.getProperty("lanescope.screenshots.content"));
        Site site = SiteScanner.scan(content, ScanProgress.NONE);
        List<Finished> runs = runs(site);
        WindowPicture.paint(runs, Theme.DARK, FOLDER.resolve("timeline-dark.png"));
        WindowPicture.paint(runs, Theme.LIGHT, FOLDER.resolve("timeline-light.png"));
        WindowPicture.paint(
                runs, Theme.DARK, FOLDER.resolve("span-dark.png"), Screenshots::lookClosely);
        WindowPicture.paint(
                runs, Theme.LIGHT, FOLDER.resolve("span-light.png"), Screenshots::lookClosely);
        System.exit(0); // the toolkit's threads would keep the process
    }

    /// The model whose run is looked at: it has something to show.
    private static final String SHOWN = "gil";

    /// A cold run and, when the compiler has had its time, one run of every model.
    private static List<Finished> runs(Site site) throws Exception {
        var runs = new ArrayList<Finished>();
        ConcurrencyModel pool = Models.byId("fixed-pool").orElseThrow();
        int workers = Runtime.getRuntime().availableProcessors();
        runs.add(run(site, pool, workers));
        long until = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < until) {
            run(site, pool, workers);
        }
        var models = new ArrayList<>(Models.all());
        models.sort(Comparator.comparing(model -> model.id().equals(SHOWN)));
        for (ConcurrencyModel model : models) {
            runs.add(run(site, model, Math.min(workers, model.workers().most())));
        }
        return runs;
    }

    private static Finished run(Site site, ConcurrencyModel model, int workers) throws Exception {
        var experiment = new Experiment(site, Workspace.outputFor(site), model, workers);
        return new Finished(experiment, new Run(experiment).carryOut());
    }

    /// Chooses the longest span of work on the first lane, and shows its neighbourhood.
    private static void lookClosely(TimelineModel timeline) {
        Snapshot trace = timeline.shownProperty().get().orElseThrow();
        LaneView lane = trace.lanes().getFirst();
        int longest = 0;
        for (int span = 1; span < lane.size(); span++) {
            boolean works = trace.stateOf(lane.span(span)).kind().isWork();
            if (works && lane.span(span).nanos() > lane.span(longest).nanos()) {
                longest = span;
            }
        }
        timeline.choose(new Chosen(0, longest));
        var chosen = lane.span(longest);
        timeline.showWindow(
                TimeWindow.around(chosen.startNanos(), chosen.endNanos())
                        .zoomed(0.22, (chosen.startNanos() + chosen.endNanos()) / 2.0));
    }
}
