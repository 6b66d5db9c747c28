package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.RunSummary;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a way of doing the work takes besides time, as far as its traces tell.
///
/// @param peakBytes the most physical memory that the process and its children held, of the run in
///   the middle, or those of a CPython alone where it did the work; known on Linux, where the JVM
///   was watched
/// @param childBytes what of that its children held; empty where there were none
/// @param crossedBytes what crossed to workers and back, for each page and each file made of pages;
///   empty where workers share the heap, so that nothing crosses
/// @param startNanos what a worker took until it was ready, the one in the middle
/// @param failures items that did not come out, of all runs together
public record Upkeep(
        OptionalLong peakBytes,
        OptionalLong childBytes,
        OptionalDouble crossedBytes,
        OptionalLong startNanos,
        int failures) {

    private static final Pattern MEGABYTES = Pattern.compile("([0-9]{1,9}) MB\\b.*");
    private static final Pattern CHILDREN =
            Pattern.compile("[0-9]{1,9} MB, of it ([0-9]{1,9}) MB in .*");
    private static final Pattern MILLIS = Pattern.compile("([0-9]{1,12}\\.[0-9]{3}) ms\\b.*");
    private static final long MEGABYTE = 1_000_000;

    /// As the traces of a contender tell it.
    public static Upkeep of(Contender contender) {
        Snapshot median = contender.median();
        OptionalLong inChildren = peak(median, CHILDREN);
        return new Upkeep(
                median.info().isOfPython() ? inChildren : peak(median, MEGABYTES),
                inChildren,
                crossed(median),
                start(median),
                contender.runs().stream().mapToInt(Upkeep::failures).sum());
    }

    private static OptionalLong peak(Snapshot run, Pattern form) {
        Matcher told = told(run, "Peak memory", form);
        return told.matches()
                ? OptionalLong.of(Long.parseLong(told.group(1)) * MEGABYTE)
                : OptionalLong.empty();
    }

    private static Matcher told(Snapshot run, String name, Pattern form) {
        return form.matcher(
                run.info().facts().stream()
                        .filter(fact -> fact.name().equals(name))
                        .map(Fact::value)
                        .findFirst()
                        .orElse(""));
    }

    /// What crossed before the recording stands in the counters' first values.
    private static OptionalDouble crossed(Snapshot run) {
        List<CounterView> traffic =
                run.counters().stream()
                        .filter(counter ->
                                counter.name().equals("bytes sent")
                                        || counter.name().equals("bytes received"))
                        .filter(counter -> counter.size() > 0)
                        .toList();
        int items = run.info().items().size();
        return traffic.isEmpty() || items == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        traffic.stream()
                                        .mapToDouble(counter -> counter.most() - counter.value(0))
                                        .sum()
                                / items);
    }

    /// Of workers that began before the recording a fact tells it, of the others their lanes do.
    private static OptionalLong start(Snapshot run) {
        Matcher told = told(run, "Worker start", MILLIS);
        if (told.matches()) {
            return OptionalLong.of(Math.round(Double.parseDouble(told.group(1)) * 1e6));
        }
        long[] ready =
                run.lanes().stream()
                        .filter(lane -> begins(run, lane))
                        .mapToLong(lane -> lane.endNanos(0))
                        .sorted()
                        .toArray();
        return ready.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(ready[(ready.length - 1) / 2]);
    }

    /// Whether a lane shows how its worker started, and that it was ready at last.
    private static boolean begins(Snapshot run, LaneView lane) {
        return lane.size() > 1 && run.state(lane.state(0)).kind() == State.Kind.STARTING;
    }

    private static int failures(Snapshot run) {
        return run.info().items().size() - RunSummary.of(run).itemsFinished();
    }

    /// E.g. `312 MB`, or `not known`.
    public String peakWords() {
        return peakBytes.isPresent() ? Amounts.bytes(peakBytes.getAsLong()) : "not known";
    }

    /// E.g. `3.1 kB`, or `none` where nothing crosses.
    public String crossedWords() {
        return crossedBytes.isPresent()
                ? Amounts.bytes(Math.round(crossedBytes.getAsDouble()))
                : "none";
    }

    /// E.g. `312.0 ms`, or `not known`.
    public String startWords() {
        return startNanos.isPresent() ? Durations.text(startNanos.getAsLong(), 3) : "not known";
    }
}
