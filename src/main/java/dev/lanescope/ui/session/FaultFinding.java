package dev.lanescope.ui.session;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Workspace;
import dev.lanescope.recording.faults.FaultGrid;
import dev.lanescope.recording.faults.FaultVerdict;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/// What one fault cost under one model.
public record FaultFinding(ConcurrencyModel model, Fault.Kind kind, FaultVerdict verdict) {

    /// Every fault under every model, one after the other, on the sample content; those of a real
    /// CPython at the end.
    ///
    /// @param python the one that was chosen; the best there is if none was
    static void findAll(Optional<PythonRuntime> python, Consumer<FaultFinding> found)
            throws Exception {
        var grid = new FaultGrid(SiteScanner.scan(Workspace.sampleContent(), ScanProgress.NONE));
        for (ConcurrencyModel model : Models.all()) {
            findAll(model, grid, found);
        }
        PythonRuntime on =
                python.isPresent() ? python.get() : new Runtimes(Workspace.root()).best().runtime();
        for (PythonModel model : PythonModel.allOn(on)) {
            findAll(model, grid, found);
        }
    }

    private static void findAll(
            ConcurrencyModel model, FaultGrid grid, Consumer<FaultFinding> found)
            throws IOException, InterruptedException {
        for (Fault.Kind kind : FaultGrid.kinds(model)) {
            found.accept(new FaultFinding(model, kind, grid.of(model, kind)));
        }
    }
}
