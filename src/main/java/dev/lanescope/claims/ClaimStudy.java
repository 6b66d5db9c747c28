package dev.lanescope.claims;

import dev.lanescope.claims.ClaimExperiment.Turns;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Workspace;
import dev.lanescope.study.Study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Turns of a claim as a study like any other: what a comparison or a sweep in the window makes.
public final class ClaimStudy {

    private record Setting(String name, int workers) {}

    private ClaimStudy() {}

    /// The study to do.
    ///
    /// @param site the folder that is open
    /// @throws IOException with one sentence if a Python cannot be had
    public static Study of(Turns turns, Here here, Site site, RenderSettings settings)
            throws IOException {
        return of(turns, here, site, Workspace.outputFor(site), settings);
    }

    /// The same with the pages written elsewhere.
    public static Study of(Turns turns, Here here, Site site, Path output, RenderSettings settings)
            throws IOException {
        List<Experiment> experiments = new ArrayList<>();
        for (Setting way : ways(turns, here)) {
            ConcurrencyModel model = model(way.name());
            experiments.add(
                    new Experiment(
                                    site,
                                    output,
                                    model,
                                    Math.clamp(
                                            way.workers(),
                                            model.workers().least(),
                                            model.workers().most()),
                                    settings,
                                    true)
                            .with(turns.way().knobs())
                            .watchingJvm(true));
        }
        return new Study(experiments, turns.repeats(here), 1, turns.way() == Way.COLD);
    }

    private static Set<Setting> ways(Turns turns, Here here) {
        List<String> models = turns.models(here);
        var ways = new LinkedHashSet<Setting>();
        String first = models.getFirst();
        String runtime = first.contains("@") ? first.substring(first.indexOf('@')) : "";
        ways.add(new Setting((runtime.isEmpty() ? "" : "python-") + "sequential" + runtime, 1));
        for (String model : models) {
            boolean fixed = Models.byId(id(model)).orElseThrow().workers().isFixed();
            for (int workers : fixed ? List.of(1) : turns.workers(here)) {
                ways.add(new Setting(model, workers));
            }
        }
        return ways;
    }

    private static String id(String name) {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    private static ConcurrencyModel model(String name) throws IOException {
        ConcurrencyModel model = Models.byId(id(name)).orElseThrow();
        return model instanceof PythonModel python
                ? python.on(name.substring(name.indexOf('@') + 1), Workspace.root())
                : model;
    }
}
