package dev.lanescope.lab;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.isolated.Interpreter;
import dev.lanescope.concurrency.isolated.Interpreters;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.recording.RenderItem;
import dev.lanescope.recording.RenderResult;
import dev.lanescope.recording.RenderWorkload;
import dev.lanescope.recording.Workspace;

import java.util.List;
import java.util.Optional;

/// The model that is measured, and what it is given to do.
///
/// @param pages all of which come out; at least one
record Subject(ConcurrencyModel model, RenderWorkload rendering, List<RenderItem> pages) {

    Subject {
        pages = List.copyOf(pages);
    }

    /// The smallest crew.
    int fewest() {
        return model.workers().least();
    }

    /// A crew that renders pages.
    Crew<RenderItem, RenderResult> renderers(int workers, Knobs knobs, Observer observer)
            throws RunAborted {
        return hire(rendering, workers, knobs, observer);
    }

    /// A crew as runs have it.
    <I, R> Crew<I, R> hire(Workload<I, ?, R> work, int workers, Knobs knobs, Observer observer)
            throws RunAborted {
        var orders = new Orders(workers, knobs, Optional.of(Workspace.root()));
        return model.hire(work, orders, observer, new StopSignal());
    }

    /// Has a crew do all items.
    ///
    /// @throws CostException if one of them is not done
    static <I, R> void perform(Crew<I, R> crew, List<I> items)
            throws RunAborted, InterruptedException, CostException {
        for (Outcome<R> outcome : crew.perform(items)) {
            if (outcome instanceof Outcome.Failed<R>(_, Throwable cause)) {
                throw new CostException("an item failed: " + cause);
            }
        }
    }

    /// Interpreters live on after a run; the next measurement is to find none.
    static void endInterpreters() throws InterruptedException {
        for (Interpreter interpreter : Interpreters.ofThisApp().list()) {
            Interpreters.ofThisApp().destroy(interpreter);
        }
    }
}
