package dev.lanescope.claims.guide;

import dev.lanescope.analysis.compare.Bootstrap;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.analysis.compare.Upkeep;
import dev.lanescope.claims.Build;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Workspace;
import dev.lanescope.study.Study;
import dev.lanescope.study.StudyResult;
import dev.lanescope.trace.Snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What pickling costs a CPython: the same run with three ways to send a page.
final class PickleStudy {

    private static final String MODEL = "python-interpreters";
    private static final List<Transport> WAYS =
            List.of(Transport.RECORDS, Transport.PICKLED_PAGES, Transport.PICKLED_SITES);

    /// How the keys begin of the bytes that cross for a page.
    static final String BYTES = "pickle:bytes-";

    private PickleStudy() {}

    /// The key of the bytes that cross for a page.
    static String bytes(Transport way) {
        return BYTES + way.id();
    }

    /// The key of how many times as long a run takes as with what is needed only.
    static String times(Transport way) {
        return "pickle:times-" + way.id();
    }

    /// @throws IOException with one sentence if the Python cannot be had
    static Study of(Here here, Site site, RenderSettings settings) throws IOException {
        var python = (PythonModel) Models.byId(MODEL).orElseThrow();
        PythonModel model = python.on(here.runtime(Build.WITH_GIL).orElse(""), Workspace.root());
        List<Experiment> experiments = new ArrayList<>();
        for (Transport way : WAYS) {
            if (way != Transport.PICKLED_SITES
                    || site.pages().size() <= GuideExperiment.Pickling.MOST_PAGES) {
                experiments.add(
                        new Experiment(site, Workspace.outputFor(site), model, 1, settings, true)
                                .with(Knobs.STANDARD.with(way).withWarmUp(1))
                                .watchingJvm(true));
            }
        }
        return new Study(experiments, GuideExperiment.Pickling.REPEATS, 1);
    }

    /// Nothing of a study that is none of these.
    static List<Reading> readings(StudyResult study) {
        Map<Transport, List<Snapshot>> runs = new EnumMap<>(Transport.class);
        for (StudyResult.Done done : study.runs()) {
            Experiment setting = study.study().settings().get(done.setting());
            if (setting.model().id().equals(MODEL) && setting.workers() == 1) {
                runs.computeIfAbsent(setting.knobs().transport(), _ -> new ArrayList<>())
                        .add(done.result().trace());
            }
        }
        List<Snapshot> least = runs.getOrDefault(Transport.RECORDS, List.of());
        List<Reading> readings = new ArrayList<>();
        if (least.isEmpty() || runs.size() < 2) {
            return readings;
        }
        runs.forEach((way, all) -> {
            var contender = new Contender(all);
            Upkeep.of(contender)
                    .crossedBytes()
                    .ifPresent(bytes ->
                            readings.add(
                                    Reading.counted(
                                            bytes(way), "CPython, a page " + way.words(), bytes)));
            if (way != Transport.RECORDS) {
                readings.add(
                        Reading.of(
                                times(way),
                                "CPython, pages " + way.words() + " against records of our own",
                                Bootstrap.ratio(contender.walls(), new Contender(least).walls())));
            }
        });
        return readings;
    }
}
