package dev.lanescope.ui;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.Workspace;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.WindowPicture.Finished;
import dev.lanescope.ui.kit.Theme;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.TimelineModel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Makes the pictures in `assets/screenshots`, from real runs in the real window: `mvn test-compile
/// exec:exec@screenshots`, over another folder with `-Dlanescope.screenshots.content=FOLDER`. Three
/// show a run at three zooms, one some models on one clock, and one the executors of a CPython.
///
/// One more, to be looked at but not kept, goes into `target/screenshots`: the longest stop of the
/// JVM.
final class Screenshots {

    private static final Path FOLDER = Path.of("assets", "screenshots");
    private static final Path ASIDE = Path.of("target", "screenshots");
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private Screenshots() {}

    public static void main(String[] args) throws Exception {
        Files.createDirectories(ASIDE);
        Path content = Path.of(System.getProperty("lanescope.screenshots.content"));
        Site site = SiteScanner.scan(content, ScanProgress.NONE);
        List<Finished> runs = runs(site);
        List<Finished> executors = executors(site);
        for (Theme theme : Theme.values()) {
            String kind = "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
            WindowPicture.paint(runs, theme, FOLDER.resolve("timeline" + kind));
            WindowPicture.paint(
                    runs, theme, FOLDER.resolve("span" + kind), Screenshots::lookClosely);
            WindowPicture.paint(
                    runs, theme, FOLDER.resolve("compare" + kind), Screenshots::compareSome);
            WindowPicture.paint(
                    runs, theme, FOLDER.resolve("pages" + kind), Screenshots::showSomePages);
            WindowPicture.paint(
                    executors,
                    theme,
                    FOLDER.resolve("executors" + kind),
                    window -> compare(window, _ -> true));
            WindowPicture.paint(
                    runs, theme, ASIDE.resolve("stop" + kind), Screenshots::showLongestStop);
        }
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

    /// A warm run of every executor that the best CPython of this machine has; the first is alone.
    private static List<Finished> executors(Site site) throws Exception {
        PythonRuntime runtime = new Runtimes(Workspace.root()).best().runtime();
        var runs = new ArrayList<Finished>();
        for (PythonModel model : PythonModel.allOn(runtime)) {
            if (model.workers().contains(2) || model.id().equals("python-sequential")) {
                var experiment =
                        new Experiment(
                                        site,
                                        Workspace.outputFor(site),
                                        model,
                                        Math.min(2, model.workers().most()))
                                .with(Knobs.STANDARD.withWarmUp(2));
                runs.add(new Finished(experiment, new Run(experiment).carryOut()));
            }
        }
        return runs;
    }

    private static Finished run(Site site, ConcurrencyModel model, int workers) throws Exception {
        var experiment =
                new Experiment(site, Workspace.outputFor(site), model, workers)
                        .watchingJvm(model.id().equals(SHOWN));
        return new Finished(experiment, new Run(experiment).carryOut());
    }

    /// The settings that are compared.
    private static final Set<String> COMPARED =
            Set.of("sequential", "fixed-pool", "virtual-threads", SHOWN);

    /// Shows the warm runs of some settings on one clock.
    private static void compareSome(MainWindow window) {
        List<RunRecord> newestFirst = window.session().runs();
        List<RunRecord> warm = newestFirst.subList(0, newestFirst.size() - 1);
        compare(window, run -> warm.contains(run) && COMPARED.contains(run.trace().info().model()));
    }

    private static void compare(MainWindow window, Predicate<RunRecord> which) {
        window.chosenRuns().choose(window.session().runs().stream().filter(which).toList());
        window.screens().show(Screens.Screen.COMPARE);
    }

    /// Shows an eighth of the run, in the middle of it, with a range selected and measured.
    private static void showSomePages(MainWindow window) {
        TimelineModel timeline = window.timeline();
        Snapshot trace = timeline.shownProperty().get().orElseThrow();
        timeline.zoomAt(8, trace.endNanos() / 2.0);
        TimeWindow seen = timeline.windowProperty().get();
        timeline.selectRange(
                Optional.of(
                        Stretch.between(seen.nanosAt(0.3, 1), seen.nanosAt(0.6, 1), List.of(0))));
        timeline.measure();
    }

    /// Shows the second half of the longest stop and as much time behind it.
    private static void showLongestStop(MainWindow window) {
        TimelineModel timeline = window.timeline();
        timeline.shownProperty().get().orElseThrow().jvm().stream()
                .filter(event -> event.kind().stopsTheWorld())
                .max(Comparator.comparingLong(JvmEvent::nanos))
                .ifPresent(stop ->
                        timeline.showWindow(
                                new TimeWindow(
                                        (stop.startNanos() + stop.endNanos()) / 2.0,
                                        stop.endNanos() + (double) stop.nanos())));
    }

    /// Chooses the longest span of work in the middle of the first lane, and shows its
    /// neighbourhood.
    private static void lookClosely(MainWindow window) {
        TimelineModel timeline = window.timeline();
        Snapshot trace = timeline.shownProperty().get().orElseThrow();
        LaneView lane = trace.lanes().getFirst();
        int longest =
                IntStream.range(lane.size() / 3, 2 * lane.size() / 3)
                        .filter(span -> trace.stateOf(lane.span(span)).kind().isWork())
                        .boxed()
                        .max(Comparator.comparingLong(span -> lane.span(span).nanos()))
                        .orElse(0);
        timeline.choose(new Chosen(0, longest));
        var chosen = lane.span(longest);
        timeline.showWindow(
                TimeWindow.around(chosen.startNanos(), chosen.endNanos())
                        .zoomed(0.22, (chosen.startNanos() + chosen.endNanos()) / 2.0));
    }
}
