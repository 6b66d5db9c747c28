package dev.lanescope.ui.session;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.lab.CostLab;
import dev.lanescope.lab.Costs;
import dev.lanescope.recording.Workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What one measurement of a model came to.
///
/// @param all how many measurements there will be
public record CostFinding(ConcurrencyModel model, Costs costs, int all) {

    /// How often each model is measured.
    public static final int ROUNDS = 3;

    /// All models, in turn; those of a real CPython too, if there is one.
    ///
    /// @param content whose pages are used; if none is given, those of the sample content
    /// @param python the one that was chosen; the best there is if none was
    static void findAll(
            Optional<Site> content, Optional<PythonRuntime> python, Consumer<CostFinding> found)
            throws Exception {
        Site site =
                content.isPresent()
                        ? content.get()
                        : SiteScanner.scan(Workspace.sampleContent(), ScanProgress.NONE);
        List<ConcurrencyModel> models = new ArrayList<>(Models.all());
        models.addAll(ofPython(python));
        int all = models.size() * ROUNDS;
        new CostLab(site)
                .measure(
                        models,
                        ROUNDS,
                        (model, costs) -> found.accept(new CostFinding(model, costs, all)));
    }

    private static List<PythonModel> ofPython(Optional<PythonRuntime> python) {
        try {
            return PythonModel.allOn(
                    python.isPresent()
                            ? python.get()
                            : new Runtimes(Workspace.root()).best().runtime());
        } catch (IOException _) {
            return List.of(); // there is none
        }
    }
}
