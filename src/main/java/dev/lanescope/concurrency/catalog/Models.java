package dev.lanescope.concurrency.catalog;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.auto.Auto;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.isolated.Isolated;
import dev.lanescope.concurrency.isolated.IsolatedGil;
import dev.lanescope.concurrency.isolated.IsolatedThreads;
import dev.lanescope.concurrency.processes.Hybrid;
import dev.lanescope.concurrency.processes.Processes;
import dev.lanescope.concurrency.threads.EventLoop;
import dev.lanescope.concurrency.threads.EventLoopOffload;
import dev.lanescope.concurrency.threads.FixedPool;
import dev.lanescope.concurrency.threads.GlobalLock;
import dev.lanescope.concurrency.threads.Sequential;
import dev.lanescope.concurrency.threads.Staged;
import dev.lanescope.concurrency.threads.ThreadPerPage;
import dev.lanescope.concurrency.threads.VirtualThreads;
import dev.lanescope.concurrency.threads.WorkStealing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The list of models, simplest first. A new model is one file and one line here.
public final class Models {

    private static final List<ConcurrencyModel> ALL =
            List.of(
                    new Sequential(),
                    new ThreadPerPage(),
                    new FixedPool(),
                    new WorkStealing(),
                    new VirtualThreads(),
                    new EventLoop(),
                    new EventLoopOffload(),
                    new Staged(),
                    new GlobalLock(),
                    new Isolated(),
                    new IsolatedGil(),
                    new IsolatedThreads(),
                    new Processes(),
                    new Hybrid(),
                    new Auto());

    private static final List<ConcurrencyModel> SELECTABLE =
            Stream.concat(ALL.stream(), PythonModel.all().stream()).toList();

    private Models() {}

    /// Those that do any work there is; see [#selectable] for the others.
    public static List<ConcurrencyModel> all() {
        return ALL;
    }

    /// All that a run can be made with: also those of a real CPython, which render pages in their
    /// own way.
    public static List<ConcurrencyModel> selectable() {
        return SELECTABLE;
    }

    /// The sequential model that a model is held against: that of the JVM, or for an executor of
    /// Python that of the same runtime, for nothing else writes the same.
    public static ConcurrencyModel baseline(ConcurrencyModel model) {
        return model instanceof PythonModel python ? python.sequential() : ALL.getFirst();
    }

    /// The model with that [id][ConcurrencyModel#id].
    public static Optional<ConcurrencyModel> byId(String id) {
        return SELECTABLE.stream().filter(model -> model.id().equals(id)).findFirst();
    }
}
