package dev.lanescope.ui.session;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Workspace;
import dev.lanescope.recording.faults.FaultGrid;
import dev.lanescope.recording.faults.FaultVerdict;

import java.util.function.Consumer;

/// What one fault cost under one model.
public record FaultFinding(ConcurrencyModel model, Fault.Kind kind, FaultVerdict verdict) {

    /// Every fault under every model, one after the other, on the sample content.
    static void findAll(Consumer<FaultFinding> found) throws Exception {
        var grid = new FaultGrid(SiteScanner.scan(Workspace.sampleContent(), ScanProgress.NONE));
        for (ConcurrencyModel model : Models.all()) {
            for (Fault.Kind kind : Fault.Kind.values()) {
                found.accept(new FaultFinding(model, kind, grid.of(model, kind)));
            }
        }
    }
}
