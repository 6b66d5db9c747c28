package dev.lanescope.ui.session;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.lab.CostLab;
import dev.lanescope.lab.Costs;
import dev.lanescope.recording.Workspace;

import java.util.Optional;
import java.util.function.Consumer;

/// What one measurement of a model came to.
public record CostFinding(ConcurrencyModel model, Costs costs) {

    /// How often each model is measured.
    public static final int ROUNDS = 3;

    /// All models, in turn.
    ///
    /// @param content whose pages are used; if none is given, those of the sample content
    static void findAll(Optional<Site> content, Consumer<CostFinding> found) throws Exception {
        Site site =
                content.isPresent()
                        ? content.get()
                        : SiteScanner.scan(Workspace.sampleContent(), ScanProgress.NONE);
        new CostLab(site)
                .measure(
                        Models.all(),
                        ROUNDS,
                        (model, costs) -> found.accept(new CostFinding(model, costs)));
    }
}
