package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.CounterNames;
import dev.lanescope.trace.CounterView;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Virtual threads waited while they were pinned to their carriers (in native code, or while a
/// class was initialised: JEP 491 left no other reasons), so that these could carry nobody else.
///
/// Flight Recorder tells of each such wait, and the trace keeps their sum. From [Rule#WORTH_SAYING]
/// of all lane time on, which is that of the carriers.
final class Pinned implements Rule {

    private static final int PLACES = 3;

    @Override
    public Optional<Finding> examine(Examination run) {
        return run.counter(CounterNames.PINNED)
                .filter(pins -> pins.size() > 0)
                .filter(pins -> run.share(sum(pins)) >= WORTH_SAYING)
                .map(pins -> finding(run, pins));
    }

    private static long sum(CounterView pins) {
        return pins.value(pins.size() - 1);
    }

    private static long length(CounterView pins, int at) {
        return pins.value(at) - (at == 0 ? 0 : pins.value(at - 1));
    }

    private static Finding finding(Examination run, CounterView pins) {
        double share = run.share(sum(pins));
        List<Integer> longest =
                IntStream.range(0, pins.size())
                        .boxed()
                        .sorted(Order.by(at -> -length(pins, at)))
                        .limit(PLACES)
                        .toList();
        return new Finding(
                Illness.PINNED,
                share,
                "Virtual threads waited "
                        + Amounts.count(pins.size(), "time")
                        + " while they were pinned, for "
                        + Amounts.percent(share)
                        + " of their carriers\u2019 time and at most "
                        + Durations.text(length(pins, longest.getFirst()))
                        + " at once: their carriers could carry nobody else.",
                longest.stream().map(at -> place(run, pins, at)).toList(),
                Remedy.model(
                        "Give each worker a thread of its own, which may wait wherever it is.",
                        "fixed-pool"));
    }

    /// On which lane is not told.
    private static Stretch place(Examination run, CounterView pins, int at) {
        long end = Math.clamp(pins.nanos(at), 0, run.run().endNanos());
        return new Stretch(Math.max(0, end - length(pins, at)), end, run.whole().lanes());
    }
}
