package dev.lanescope.concurrency.cpython;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.FileWork;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;
import dev.lanescope.concurrency.knobs.Transport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One of CPython's executors, in a fresh process of a real CPython for every run. Pages are
/// rendered by a program of ours in Python, so the HTML is not that of the other models; it is the
/// same under all executors of one runtime.
public final class PythonModel implements ConcurrencyModel {

    /// How the remark ends that says that a run's Python is gone, and with it what was left.
    public static final String IS_LOST = "; what it had not done is lost.";

    /// How the reason ends why a page failed that the Python had not come to when it ended.
    public static final String NEVER_BEGUN = " before it came to this page";

    /// The fact that is known as soon as a Python has answered.
    public static final String CLOCK = "Clock of CPython";

    /// The fact whether it had the GIL when it was done: [#ON] or off.
    public static final String GIL = "GIL";

    /// What the fact [#GIL] says where it had it.
    public static final String ON = "on";

    /// The fact which library made the HTML; `own` is the worker program's.
    public static final String RENDERER = "CPython's renderer";

    private final PythonExecutor executor;
    private final Optional<PythonRuntime> runtime;
    private final String missing;
    private final String otherwise;

    private PythonModel(PythonExecutor executor, Optional<PythonRuntime> runtime) {
        this(executor, runtime, "", "");
    }

    /// @param missing why it runs on none; mostly empty
    /// @param otherwise why it is not the one that comes along, if that could not be had
    private PythonModel(
            PythonExecutor executor,
            Optional<PythonRuntime> runtime,
            String missing,
            String otherwise) {
        this.executor = executor;
        this.runtime = runtime;
        this.missing = missing;
        this.otherwise = otherwise;
    }

    /// One for each executor, on the runtime that is best where nobody chooses.
    public static List<ConcurrencyModel> all() {
        return Arrays.stream(PythonExecutor.values())
                .<ConcurrencyModel>map(each -> new PythonModel(each, Optional.empty()))
                .toList();
    }

    /// Those that this runtime has, on it.
    public static List<PythonModel> allOn(PythonRuntime runtime) {
        return Arrays.stream(PythonExecutor.values())
                .filter(each -> each.refusal(runtime).isEmpty())
                .map(each -> new PythonModel(each, Optional.of(runtime)))
                .toList();
    }

    /// The same on a runtime of one's choice.
    public PythonModel on(PythonRuntime chosen) {
        return new PythonModel(executor, Optional.of(chosen));
    }

    /// The same on the runtime that is best where nobody chooses, found when a run is prepared.
    public PythonModel onTheBest() {
        return new PythonModel(executor, Optional.empty());
    }

    /// The same where the runtime that was chosen is gone: it runs on none, and says so.
    ///
    /// @param why a sentence
    public PythonModel onNone(String why) {
        return new PythonModel(executor, Optional.empty(), why, "");
    }

    /// Why it cannot be run on the runtime that was chosen for it, in a sentence; empty if it can,
    /// or none was chosen.
    public Optional<String> obstacle() {
        return missing.isEmpty() ? runtime.flatMap(this::refusal) : Optional.of(missing);
    }

    /// The executor that the others are held against, on the same runtime.
    public PythonModel sequential() {
        return new PythonModel(PythonExecutor.SEQUENTIAL, runtime);
    }

    /// Why it cannot be run on this runtime, in one sentence; empty if it can.
    public Optional<String> refusal(PythonRuntime on) {
        return executor.refusal(on);
    }

    /// The runtime that was chosen.
    public Optional<PythonRuntime> runtime() {
        return runtime;
    }

    /// What [#on(String, Path)] takes for the runtime that was chosen; empty for the best.
    public String runtimeName() {
        return runtime.map(on -> on.comesAlong() ? on.id() : on.executable() + on.switches())
                .orElse("");
    }

    /// The same on a runtime of that name, or on the executable at that path, or on the best one if
    /// the name is empty. The one that comes along is unpacked by that.
    ///
    /// @param cache the folder of the app for what can be made again
    /// @throws IOException with one sentence if there is none, or it cannot do this
    public PythonModel on(String name, Path cache) throws IOException {
        return (name.isEmpty() ? onTheBest() : on(new Runtimes(cache).named(name)))
                .settledIn(cache);
    }

    @Override
    public PythonModel settled(Optional<Path> cache) throws RunAborted {
        try {
            return settledIn(orUsual(cache));
        } catch (IOException e) {
            throw aborted(e);
        }
    }

    /// @throws IOException with one sentence if there is none that can do this
    private PythonModel settledIn(Path cache) throws IOException {
        if (!missing.isEmpty()) {
            throw new IOException(missing);
        }
        PythonModel settled = runtime.isPresent() ? this : onTheBestIn(cache);
        Optional<String> why = settled.obstacle();
        if (why.isPresent()) {
            throw new IOException(
                    settled.otherwise.isEmpty() ? why.get() : settled.otherwise + " " + why.get());
        }
        return settled;
    }

    private PythonModel onTheBestIn(Path cache) throws IOException {
        Runtimes.Best best = new Runtimes(cache).best();
        return new PythonModel(executor, Optional.of(best.runtime()), "", best.why());
    }

    @Override
    public String id() {
        return "python-" + executor.id;
    }

    @Override
    public String title() {
        return executor.title;
    }

    @Override
    public String whenToUse() {
        return executor.whenToUse;
    }

    @Override
    public String itsCatch() {
        return executor.itsCatch;
    }

    @Override
    public String ifAPageHangs() {
        return "Nothing is given up: the run waits for it until it is stopped.";
    }

    @Override
    public WorkerRange workers() {
        return executor.workers();
    }

    @Override
    public Optional<String> refusal(Knob knob) {
        return switch (knob) {
            case STATE -> Optional.of("Each worker has a renderer of its own.");
            case BUFFERS -> Optional.of("Python strings are never used again.");
            case WRITES -> Optional.of("A page counts as done when its worker has written it.");
            case THREADS -> Optional.of("Its interpreters and processes have one thread each.");
            case PAGE_TIMEOUT -> Optional.of("Python's executors cannot give up a page.");
            case SWITCH_INTERVAL ->
                    executor.hasThreads()
                            ? Optional.empty()
                            : Optional.of("No two of its threads share a GIL.");
            case BATCH, TRANSPORT ->
                    executor.crosses()
                            ? Optional.empty()
                            : Optional.of("Its pages do not cross to anywhere.");
            case SCHEDULING, LATENCY, CPU_WEIGHT, FAULTS, WARM_UP -> Optional.empty();
        };
    }

    @Override
    public Optional<String> refusal(Knobs knobs) {
        Scheduling.Order order = knobs.scheduling().order();
        if (order == Scheduling.Order.ROUND_ROBIN || order == Scheduling.Order.CHUNKS) {
            return Optional.of(
                    "Python's executors have one queue: shared-queue or heaviest-first.");
        }
        Transport transport = knobs.transport();
        if (executor.crosses() && !transport.isPickled() && transport != Transport.RECORDS) {
            return Optional.of(
                    "CPython pickles what crosses: records, which are pages' numbers, pickled-pages"
                            + " or pickled-sites.");
        }
        return ConcurrencyModel.super.refusal(knobs);
    }

    @Override
    public Optional<String> refusal(List<Fault> faults) {
        return Optional.empty();
    }

    @Override
    public String setting() {
        return runtime.map(on -> "CPython " + on.id()).orElse("");
    }

    @Override
    public boolean isForeign() {
        return true;
    }

    @Override
    public boolean sharesHeap() {
        return false;
    }

    @Override
    public boolean survivesCrashes() {
        return true;
    }

    @Override
    public long experience(int workers, Knobs knobs, long here, long inThisRun) {
        return inThisRun / workers; // the interpreters of each run are new
    }

    @Override
    public <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted {
        FileWork<I, R> files =
                workload.asFiles()
                        .orElseThrow(() ->
                                aborted(
                                        new IOException(
                                                id() + " renders files, and nothing else")));
        try {
            PythonModel settled = settledIn(orUsual(orders.cache()));
            if (!settled.otherwise.isEmpty()) {
                observer.remarks(settled.otherwise);
            }
            PythonRuntime on = settled.runtime.orElseThrow();
            Path program = program(orders);
            return new PythonCrew<>(executor, on, program, workload, files, orders, observer, stop);
        } catch (IOException e) {
            throw aborted(e);
        }
    }

    /// A Python of which can be asked what its executor takes by itself, with nothing to watch.
    ///
    /// @param workload as for [#hire]; some pages to pack
    /// @throws IOException with one sentence
    public <I, D, R> PythonCosts costs(Workload<I, D, R> workload, Orders orders)
            throws IOException {
        PythonRuntime on = settledIn(orUsual(orders.cache())).runtime.orElseThrow();
        Path program = program(orders);
        var job = new Job(executor, workload.asFiles().orElseThrow(), workload, orders);
        return PythonCosts.start(PythonProcess.start(on, program), job);
    }

    private static Path program(Orders orders) throws IOException {
        return WorkerProgram.in(orUsual(orders.cache()).resolve("python"));
    }

    private static Path orUsual(Optional<Path> cache) {
        return cache.orElse(Path.of(System.getProperty("java.io.tmpdir"), "lanescope"));
    }

    /// Whether what its workers do crosses as bytes, pickled.
    public boolean crosses() {
        return executor.crosses();
    }

    private static RunAborted aborted(IOException cause) {
        String words = Objects.requireNonNullElse(cause.getMessage(), "There is no Python");
        return new RunAborted(words.matches(".*[.?]") ? words : words + ".", cause);
    }
}
