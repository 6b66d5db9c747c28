package dev.lanescope.lab;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.processes.Processes;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Workspace;
import dev.lanescope.recording.apart.CaseAnswer;
import dev.lanescope.recording.apart.CaseProcess;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Measures what models cost, each in a JVM of its own, so that no model finds the classes, the
/// compiled code and the threads that another one left.
public final class CostLab {

    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Site site;
    private final Duration warmUp;

    /// @param site what pages are taken from; at most [Subject#MOST_PAGES] of them
    public CostLab(Site site) {
        this(site, WARM_UP);
    }

    /// @param warmUp how long the JVM renders, at least, before anything is measured
    public CostLab(Site site, Duration warmUp) {
        this.site = site;
        this.warmUp = warmUp;
    }

    /// Told what one measurement came to.
    public interface Receiver {
        void take(ConcurrencyModel model, Costs costs);
    }

    /// Measures models round by round, in an order drawn anew each round, so that whatever the
    /// machine does meanwhile meets all of them alike.
    public void measure(List<ConcurrencyModel> models, int rounds, Receiver receiver)
            throws CostException, IOException, InterruptedException {
        var random = new Random();
        for (int round = 0; round < rounds; round++) {
            List<ConcurrencyModel> order = new ArrayList<>(models);
            Collections.shuffle(order, random);
            for (ConcurrencyModel model : order) {
                receiver.take(model, of(model));
            }
        }
    }

    /// Measures one model once, which takes some seconds; an interrupt ends it, and nothing is left
    /// of it then.
    ///
    /// @throws CostException if it cannot be measured
    public Costs of(ConcurrencyModel model)
            throws CostException, IOException, InterruptedException {
        var process =
                new CaseProcess(
                        CostCase.class,
                        List.of("-Xmx1g", "-XX:+UseSerialGC"),
                        childrenHaveCache() ? Map.of() : Map.of("LANESCOPE_AOT", "off"),
                        LONGEST);
        String folder = site.folder().toString();
        String runtime = model instanceof PythonModel python ? python.runtimeName() : "";
        String millis = Long.toString(warmUp.toMillis());
        return read(model, process.run(List.of(model.id(), runtime, folder, millis)));
    }

    /// Whether child processes start from the cache of classes that runs make; without it they are
    /// measured without, for making it would disturb everything else.
    public static boolean childrenHaveCache() {
        return Processes.haveCache(Workspace.root());
    }

    static Costs read(ConcurrencyModel model, CaseAnswer answer) throws CostException {
        String told = CaseWords.of(model.id(), CostCase.COSTS, answer, LONGEST);
        try {
            return Costs.parse(told);
        } catch (IllegalArgumentException e) {
            throw CaseWords.nonsense(model.id(), e);
        }
    }
}
