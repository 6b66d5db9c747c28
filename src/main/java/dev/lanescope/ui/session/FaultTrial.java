package dev.lanescope.ui.session;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Workspace;
import dev.lanescope.recording.faults.FaultGrid;
import dev.lanescope.recording.faults.FaultVerdict;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.kit.Job;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Every fault under every model, one after the other in the background, on the sample content.
public final class FaultTrial {

    /// Told what one case came to; on the FX thread.
    public interface Receiver {
        void take(ConcurrencyModel model, Fault.Kind kind, FaultVerdict verdict);
    }

    private final Background background;
    private @Nullable Job job;

    FaultTrial(Background background) {
        this.background = background;
    }

    /// Begins with the first case. What comes is told case by case, and at last that it is over.
    ///
    /// @param over is given the reason if it could not go on, otherwise nothing
    public void begin(Receiver receiver, Consumer<@Nullable String> over) {
        cancel();
        job =
                background.run(
                        "faults",
                        () -> tryAll(receiver),
                        _ -> over.accept(null),
                        failure -> over.accept("It could not go on: " + failure));
    }

    /// Ends it; the case under way is killed.
    public void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private static boolean tryAll(Receiver receiver) throws Exception {
        var grid = new FaultGrid(SiteScanner.scan(Workspace.sampleContent(), ScanProgress.NONE));
        for (ConcurrencyModel model : Models.all()) {
            for (Fault.Kind kind : Fault.Kind.values()) {
                FaultVerdict verdict = grid.of(model, kind);
                FxThread.later(() -> receiver.take(model, kind, verdict));
            }
        }
        return true;
    }
}
