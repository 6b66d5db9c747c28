package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Intervals;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.JvmEvent;

import java.util.List;
import java.util.Optional;

/// The collector stopped all lanes for a good part of the run.
///
/// The union of its stops, as part of the wall time, for nobody works meanwhile. From
/// [Rule#WORTH_SAYING] on; a heap of the right size stays at 1 or 2 %. It is known only if the JVM
/// was watched.
final class CollectorPressure implements Rule {

    private static final int PLACES = 3;

    @Override
    public Optional<Finding> examine(Examination run) {
        List<JvmEvent> stops =
                run.run().jvm().stream()
                        .filter(event -> event.kind() == JvmEvent.Kind.COLLECTION)
                        .toList();
        long nanos = Intervals.of(stops, _ -> true).nanosWithin(0, run.run().endNanos());
        double share = (double) nanos / run.run().endNanos();
        if (share < WORTH_SAYING) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        Illness.COLLECTOR,
                        Math.min(1, share),
                        "The garbage collector stopped all lanes "
                                + Amounts.count(stops.size(), "time")
                                + ", for "
                                + Durations.text(nanos)
                                + " together: "
                                + Amounts.percent(share)
                                + " of the run.",
                        stops.stream()
                                .sorted(Order.by(JvmEvent::nanos).reversed())
                                .limit(PLACES)
                                .map(stop ->
                                        new Stretch(
                                                Math.max(0, stop.startNanos()),
                                                Math.max(0, stop.endNanos()),
                                                run.whole().lanes()))
                                .toList(),
                        remedy(run)));
    }

    static Remedy remedy(Examination run) {
        if (run.knob("buffers").equals("fresh")) {
            return Remedy.knob("Use buffers again for the next page.", "buffers", "reused");
        }
        return run.knob("state").equals("per-page")
                ? Remedy.knob("Let each worker keep its parser.", "state", "per-worker")
                : Remedy.advice("Give the JVM more heap (-Xmx).");
    }
}
