package dev.lanescope.cli;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.knobs.Buffers;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Load;
import dev.lanescope.concurrency.knobs.Preset;
import dev.lanescope.concurrency.knobs.Scheduling;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.concurrency.knobs.WorkerState;
import dev.lanescope.concurrency.knobs.Writes;
import dev.lanescope.content.Site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The knobs of a run as options of the terminal, each by the id of its [Knob]. One that the chosen
/// model cannot honour is refused with its reason; none is ignored.
final class KnobOptions {

    /// What a word does to the knobs.
    private interface Turn<T> {
        Knobs turn(Knobs knobs, T given) throws TerminalException;
    }

    /// An option, and what it does.
    private record Turner<T>(Given<T> given, Turn<T> turn) {
        Knobs on(Knobs knobs) throws TerminalException {
            return given.isThere() ? turn.turn(knobs, given.get()) : knobs;
        }
    }

    private final OptionSheet sheet;
    private final List<Turner<?>> turners = new ArrayList<>();
    private final LatencyOptions latency;
    private final FaultOption faults;
    private final Given<Integer> warmUp;

    KnobOptions(OptionSheet sheet) {
        this.sheet = sheet;
        choice(
                "--preset",
                "NAME",
                "Four steps from slow to fast: naive, memory, cached or full, which set scheduling,"
                        + " state, buffers and writes; what is given beside it wins.",
                Preset.values(),
                Preset::id,
                (knobs, preset) -> preset.on(knobs));
        choice(
                WorkOptions.LOAD,
                "KIND",
                "What pages mostly do: cpu, mixed or io, which set latency and CPU weight; what is"
                        + " given beside it wins.",
                Load.values(),
                Load::id,
                (knobs, load) -> load.on(knobs));
        text(
                option(Knob.SCHEDULING),
                "HOW",
                "Who takes which page: shared-queue, round-robin, chunks:N or heaviest-first."
                        + " Default: shared-queue.",
                (knobs, text) -> knobs.with(scheduling(text)));
        choice(
                option(Knob.STATE),
                "WHOSE",
                "Parser and templates: per-worker, per-page, or shared behind a lock."
                        + " Default: per-worker.",
                WorkerState.values(),
                WorkerState::id,
                Knobs::with);
        choice(
                option(Knob.BUFFERS),
                "HOW",
                "What pages are put together in: reused buffers, or fresh ones for each page."
                        + " Default: reused.",
                Buffers.values(),
                Buffers::id,
                Knobs::with);
        choice(
                option(Knob.WRITES),
                "WHEN",
                "Pages are written at-once by whoever rendered them, or behind by a writer."
                        + " Default: at-once.",
                Writes.values(),
                Writes::id,
                Knobs::with);
        choice(
                option(Knob.TRANSPORT),
                "HOW",
                "How pages cross to workers without common memory: records, serialization or"
                        + " shared-memory; to those of a real CPython records, which are pages'"
                        + " numbers, pickled-pages or pickled-sites. Default: records.",
                Transport.values(),
                Transport::id,
                Knobs::with);
        number(
                option(Knob.BATCH),
                "How many pages cross at once. Default: 8.",
                1,
                Knobs.MOST_IN_BATCH,
                Knobs::withBatch);
        latency = new LatencyOptions(sheet);
        number(
                option(Knob.CPU_WEIGHT),
                "Make the HTML of each page N times. Default: 1.",
                1,
                Knobs.MOST_WEIGHT,
                Knobs::withCpuWeight);
        time(
                option(Knob.SWITCH_INTERVAL),
                "How long a thread may keep the global lock that others want. Default: 5ms.",
                Knobs::withSwitchInterval);
        number(
                option(Knob.THREADS),
                "How many threads each process of hybrid, or interpreter of isolated-gil, has."
                        + " Default: 2.",
                1,
                Knobs.MOST_THREADS,
                Knobs::withThreads);
        time(
                option(Knob.PAGE_TIMEOUT),
                "Give up a page that takes longer, such as 2s. Default: never.",
                Knobs::withPageTimeout);
        faults = new FaultOption(sheet, option(Knob.FAULTS));
        warmUp =
                number(
                        option(Knob.WARM_UP),
                        "Let the same workers do the pages N times, unrecorded, before. Default: 0.",
                        0,
                        Knobs.MOST_PASSES,
                        Knobs::withWarmUp);
    }

    /// Whether unrecorded passes were asked for.
    boolean warmUp() {
        return warmUp.isThere() && warmUp.get() > 0;
    }

    /// The knobs that were asked for.
    ///
    /// @throws TerminalException if there is no such setting or page, the model cannot honour it,
    ///   or they do not go together
    Knobs knobs(ConcurrencyModel model, Site site) throws TerminalException {
        Knobs knobs = Knobs.STANDARD.with(faults.faults(site));
        for (Turner<?> turner : turners) {
            knobs = turner.on(knobs);
        }
        knobs = latency.on(knobs);
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
        return knob == Knob.LATENCY
                ? LatencyOptions.READ + " or " + LatencyOptions.WRITE
                : "--" + knob.id();
    }

    private <T> void choice(
            String name,
            String label,
            String description,
            T[] values,
            Function<T, String> id,
            BiFunction<Knobs, T, Knobs> turn) {
        text(
                name,
                label,
                description,
                (knobs, text) -> turn.apply(knobs, Ids.find(name, text, values, id)));
    }

    private void time(String name, String description, BiFunction<Knobs, Duration, Knobs> turn) {
        text(
                name,
                "TIME",
                description,
                (knobs, text) -> turn.apply(knobs, TimeText.parse(name, text)));
    }

    private void text(String name, String label, String description, Turn<String> turn) {
        turners.add(new Turner<>(sheet.text(name, label, description), turn));
    }

    private Given<Integer> number(
            String name,
            String description,
            int least,
            int most,
            BiFunction<Knobs, Integer, Knobs> turn) {
        Given<Integer> given = sheet.number(name, "N", description);
        turners.add(
                new Turner<>(
                        given,
                        (knobs, number) ->
                                turn.apply(
                                        knobs,
                                        TerminalException.within(name, number, least, most))));
        return given;
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
}
