package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.trace.CounterView;

import java.util.List;
import java.util.Optional;

/// Pages and results were turned into bytes and back, and workers waited for the other side to do
/// so: the serialization wall before workers that share no memory.
///
/// Time encoding and decoding, and waiting for the channel of those who do. From [Rule#TENTH] of
/// all lane time on; below, a model with a common heap would not even be called faster.
final class Serialization implements Rule {

    private static final String ENCODING = "encoding";
    private static final String DECODING = "decoding";

    /// Of the states that a [BackPressure] is not.
    static long codingNanos(Examination run) {
        return run.nanosIn(ENCODING) + run.nanosIn(DECODING);
    }

    @Override
    public Optional<Finding> examine(Examination run) {
        long coding = codingNanos(run);
        long waiting = coding == 0 ? 0 : run.nanosIn(BackPressure.CHANNEL);
        double share = run.share(coding + waiting);
        if (share < TENTH) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        Illness.SERIALIZATION,
                        share,
                        "To cross as bytes took "
                                + Amounts.percent(share)
                                + " of the workers' time: "
                                + Amounts.percent(run.share(coding))
                                + " encoding and decoding, "
                                + Amounts.percent(run.share(waiting))
                                + " waiting for the channel"
                                + bytes(run)
                                + ".",
                        run.longest(List.of(ENCODING, DECODING, BackPressure.CHANNEL)),
                        remedy(run, coding > waiting)));
    }

    private static String bytes(Examination run) {
        long sent = run.counter("bytes sent").map(CounterView::most).orElse(0L);
        long received = run.counter("bytes received").map(CounterView::most).orElse(0L);
        return sent + received == 0
                ? ""
                : "; " + Amounts.bytes(sent) + " went, " + Amounts.bytes(received) + " came back";
    }

    private static Remedy remedy(Examination run, boolean isCoding) {
        if (run.knob("transport").equals("serialization")) {
            return Remedy.knob(
                    "Send records instead of serialized objects.", "transport", "records");
        }
        return isCoding || run.knob("batch").isEmpty()
                ? Remedy.model("Use workers that share the heap: nothing is sent.", "fixed-pool")
                : Remedy.knob("Send more pages at once.", "batch", "32");
    }
}
