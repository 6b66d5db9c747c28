package dev.lanescope.analysis.explain;

import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.RunInfo;

import java.util.OptionalInt;

/// What to change where a part of a speed-up stack is the [main loss][MainLoss].
final class CureOfLoss {

    /// As many passes as the knob takes.
    private static final int MOST_PASSES = 20;

    private CureOfLoss() {}

    static Remedy of(StackPart part, Examination run) {
        return switch (part) {
            case INFLATION -> ofInflation(run);
            case COLDER, WARM_UP -> ofCold(run);
            case PREEMPTION -> ofPreemption(run);
            case STOPS -> ofStops(run);
            case LOCK -> LockWait.remedy(run);
            case CHANNEL, DISPATCH, STARVATION -> ofHandingOver(run);
            case BACK_PRESSURE ->
                    Remedy.model("Let each worker take a page through all stages.", "fixed-pool");
            case IO -> InputOutput.remedy(run);
            case START_UP -> StartUp.remedy(run, false);
            case TAIL -> Tail.ofSharing(run);
            case LOST -> ofLost(run);
            case USEFUL -> throw new IllegalArgumentException("useful work is no loss");
        };
    }

    private static Remedy ofInflation(Examination run) {
        int workers = run.run().info().workers();
        return workers > 1
                ? Remedy.workers(
                        "Fewer workers share caches and memory: see whether each of them is faster"
                                + " then.",
                        workers / 2)
                : ofCold(run);
    }

    /// So many passes that every JVM is warm, if it takes no more than there can be.
    private static Remedy ofCold(Examination run) {
        RunInfo info = run.run().info();
        int each = Math.max(1, info.pages());
        long needed = Math.ceilDiv((long) RunInfo.WARM_PAGES * info.workers(), each);
        return Remedy.knob(
                "Let the workers make unrecorded passes first: what is left then is no warm-up.",
                "warm-up",
                String.valueOf(Math.clamp(needed, 1, MOST_PASSES)));
    }

    private static Remedy ofStops(Examination run) {
        return stopped(run, JvmEvent.Kind.COLLECTION) >= stopped(run, JvmEvent.Kind.SAFEPOINT)
                ? CollectorPressure.remedy(run)
                : Remedy.advice("The JVM's track names what it stopped for.");
    }

    private static long stopped(Examination run, JvmEvent.Kind kind) {
        return run.run().jvm().stream()
                .filter(event -> event.kind() == kind)
                .mapToLong(JvmEvent::nanos)
                .sum();
    }

    private static Remedy ofPreemption(Examination run) {
        OptionalInt processors = run.processors();
        int workers = run.run().info().workers();
        if (processors.isPresent() && run.lanes().size() > processors.getAsInt()) {
            return Remedy.workers(
                    "Use as many workers as there are processors.", processors.getAsInt());
        }
        return workers > 1
                ? Remedy.workers("Leave a processor to the others.", workers - 1)
                : Remedy.advice("Run it again when nothing else runs.");
    }

    /// What crosses waits for the other side, so more of it is sent at once; what waits for a loop
    /// or for another stage need not.
    private static Remedy ofHandingOver(Examination run) {
        if (run.worksApart()) {
            return Remedy.knob("Send more pages at once.", "batch", "32");
        }
        if (run.isOfPython()) {
            return Remedy.model(
                    "Give each worker a process of its own, which takes whole pages.",
                    "python-processes");
        }
        String dealt = run.knob("scheduling");
        return run.isModel("fixed-pool") && dealt.equals("shared-queue")
                ? Remedy.knob("Take several pages at once.", "scheduling", "chunks:8")
                : Remedy.model("Let each worker take whole pages from one queue.", "fixed-pool");
    }

    private static Remedy ofLost(Examination run) {
        return run.worksApart() || run.isOfPython()
                ? Remedy.advice("Look at the page at which the worker was lost.")
                : Remedy.model(
                        "Give each worker a process of its own: one that hangs can be ended and"
                                + " replaced.",
                        "processes");
    }
}
