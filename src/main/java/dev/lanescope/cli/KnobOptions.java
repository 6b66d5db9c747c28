package dev.lanescope.cli;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.knobs.Buffers;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Preset;
import dev.lanescope.concurrency.knobs.Scheduling;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.concurrency.knobs.WorkerState;
import dev.lanescope.concurrency.knobs.Writes;
import dev.lanescope.content.Page;
import dev.lanescope.content.Site;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The knobs of a run as options of the terminal. One that the chosen model cannot honour is
/// refused with its reason; none is ignored.
final class KnobOptions {

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "Four steps from slow to fast: naive, memory, cached or full, which set scheduling,"
                            + " state, buffers and writes; what is given beside it wins.")
    private @Nullable String preset;

    @Option(
            names = "--scheduling",
            paramLabel = "HOW",
            description =
                    "Who takes which page: shared-queue, round-robin, chunks:N or heaviest-first."
                            + " Default: shared-queue.")
    private @Nullable String scheduling;

    @Option(
            names = "--state",
            paramLabel = "WHOSE",
            description =
                    "Parser and templates: per-worker, per-page, or shared behind a lock."
                            + " Default: per-worker.")
    private @Nullable String state;

    @Option(
            names = "--buffers",
            paramLabel = "HOW",
            description =
                    "What pages are put together in: reused buffers, or fresh ones for each page."
                            + " Default: reused.")
    private @Nullable String buffers;

    @Option(
            names = "--writes",
            paramLabel = "WHEN",
            description =
                    "Pages are written at-once by whoever rendered them, or behind by a writer."
                            + " Default: at-once.")
    private @Nullable String writes;

    @Option(
            names = "--transport",
            paramLabel = "HOW",
            description =
                    "How pages cross to workers without common memory: records, serialization or"
                            + " shared-memory. Default: records.")
    private @Nullable String transport;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "How many pages cross at once. Default: 8.")
    private @Nullable Integer batch;

    @Option(
            names = "--read-latency",
            paramLabel = "TIME",
            description = "Wait before each read, such as 20ms. Default: none.")
    private @Nullable String readLatency;

    @Option(
            names = "--write-latency",
            paramLabel = "TIME",
            description = "Wait before each write, such as 20ms. Default: none.")
    private @Nullable String writeLatency;

    @Option(
            names = "--cpu-weight",
            paramLabel = "N",
            description = "Make the HTML of each page N times. Default: 1.")
    private @Nullable Integer cpuWeight;

    @Option(
            names = "--switch-interval",
            paramLabel = "TIME",
            description =
                    "How long a thread may keep the global lock that others want. Default: 5ms.")
    private @Nullable String switchInterval;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "How many threads each process of hybrid, or interpreter of isolated-gil, has."
                            + " Default: 2.")
    private @Nullable Integer threads;

    @Option(
            names = "--page-timeout",
            paramLabel = "TIME",
            description = "Give up a page that takes longer, such as 2s. Default: never.")
    private @Nullable String pageTimeout;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description =
                    "Make a page fail, as KIND@PAGE: exception, endless-loop, stack-overflow, out-of-memory,"
                            + " poisoned-static, exit, halt or crash, such as"
                            + " halt@guide/pools.md. May be given several times.")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description =
                    "Let the same workers do the pages N times, unrecorded, before. Default: 0.")
    private @Nullable Integer warmUp;

    /// Whether unrecorded passes were asked for.
    boolean warmUp() {
        return warmUp != null && warmUp > 0;
    }

    /// The knobs that were asked for.
    ///
    /// @throws TerminalException if there is no such setting or page, the model cannot honour it,
    ///   or they do not go together
    Knobs knobs(ConcurrencyModel model, Site site) throws TerminalException {
        Knobs knobs = Knobs.STANDARD.with(faults(site));
        if (preset != null) {
            knobs = named("--preset", preset, Preset.values(), Preset::id).on(knobs);
        }
        if (scheduling != null) {
            knobs = knobs.with(scheduling(scheduling));
        }
        if (state != null) {
            knobs = knobs.with(named("--state", state, WorkerState.values(), WorkerState::id));
        }
        if (buffers != null) {
            knobs = knobs.with(named("--buffers", buffers, Buffers.values(), Buffers::id));
        }
        if (writes != null) {
            knobs = knobs.with(named("--writes", writes, Writes.values(), Writes::id));
        }
        if (transport != null) {
            knobs = knobs.with(named("--transport", transport, Transport.values(), Transport::id));
        }
        if (batch != null) {
            knobs =
                    knobs.withBatch(
                            TerminalException.within("--batch", batch, 1, Knobs.MOST_IN_BATCH));
        }
        if (cpuWeight != null) {
            knobs =
                    knobs.withCpuWeight(
                            TerminalException.within(
                                    "--cpu-weight", cpuWeight, 1, Knobs.MOST_WEIGHT));
        }
        if (warmUp != null) {
            knobs =
                    knobs.withWarmUp(
                            TerminalException.within("--warm-up", warmUp, 0, Knobs.MOST_PASSES));
        }
        if (threads != null) {
            knobs =
                    knobs.withThreads(
                            TerminalException.within("--threads", threads, 1, Knobs.MOST_THREADS));
        }
        knobs =
                knobs.withLatency(
                        time("--read-latency", readLatency, Duration.ZERO),
                        time("--write-latency", writeLatency, Duration.ZERO));
        knobs = knobs.withPageTimeout(time("--page-timeout", pageTimeout, Duration.ZERO));
        knobs =
                knobs.withSwitchInterval(
                        time("--switch-interval", switchInterval, knobs.switchInterval()));
        refuse(model, knobs);
        return knobs;
    }

    private static void refuse(ConcurrencyModel model, Knobs knobs) throws TerminalException {
        for (Knob knob : knobs.turned()) {
            Optional<String> why = model.refusal(knobs.only(knob));
            if (why.isPresent()) {
                throw TerminalException.badInput(
                        model.id() + " cannot be given " + option(knob) + ". " + why.get());
            }
        }
        Optional<String> conflict = knobs.conflict();
        if (conflict.isPresent()) {
            throw TerminalException.badInput(conflict.get());
        }
    }

    private static String option(Knob knob) {
        return knob == Knob.LATENCY ? "--read-latency or --write-latency" : "--" + knob.id();
    }

    private static Scheduling scheduling(String text) throws TerminalException {
        return Scheduling.parse(text)
                .orElseThrow(() ->
                        TerminalException.badInput(
                                "--scheduling takes shared-queue, round-robin, chunks:N with N"
                                        + " from 1 to 9999, or heaviest-first, not "
                                        + text
                                        + "."));
    }

    private static <T> T named(String option, String text, T[] values, Function<T, String> id)
            throws TerminalException {
        for (T value : values) {
            if (id.apply(value).equals(text)) {
                return value;
            }
        }
        String all = Arrays.stream(values).map(id).collect(Collectors.joining(", "));
        throw TerminalException.badInput(option + " takes " + all + ", not " + text + ".");
    }

    private static Duration time(String option, @Nullable String text, Duration otherwise)
            throws TerminalException {
        return text == null ? otherwise : TimeText.parse(option, text);
    }

    private List<Fault> faults(Site site) throws TerminalException {
        List<Fault> found = new ArrayList<>();
        for (String text : faults) {
            int at = text.indexOf('@');
            if (at < 0) {
                throw TerminalException.badInput(
                        "--fault takes KIND@PAGE, such as halt@guide/pools.md, not " + text + ".");
            }
            Fault.Kind kind =
                    named("--fault", text.substring(0, at), Fault.Kind.values(), Fault.Kind::id);
            found.add(new Fault(kind, page(text.substring(at + 1), site)));
        }
        return found;
    }

    private static int page(String source, Site site) throws TerminalException {
        List<String> sources = site.pages().stream().map(Page::source).toList();
        int index = sources.indexOf(source);
        if (index < 0) {
            throw TerminalException.badInput(
                    "--fault: there is no page '"
                            + source
                            + "' in "
                            + site.name()
                            + "."
                            + Nearest.question(source, sources));
        }
        return index;
    }
}
