package dev.lanescope.concurrency.knobs;

import java.time.Duration;
import java.util.stream.Collectors;

/// What a knob that is not as usual does, as part of a sentence.
final class KnobWords {

    private KnobWords() {}

    static String of(Knobs knobs, Knob knob) {
        return switch (knob) {
            case SCHEDULING ->
                    knobs.scheduling().order() == Scheduling.Order.CHUNKS
                            ? "one queue, " + knobs.scheduling().chunk() + " pages at once"
                            : knobs.scheduling().order().words();
            case STATE -> knobs.state().words();
            case BUFFERS -> knobs.buffers().words();
            case WRITES -> knobs.writes().words();
            case TRANSPORT -> "pages " + knobs.transport().words();
            case BATCH ->
                    knobs.batch() == 1
                            ? "pages sent one by one"
                            : knobs.batch() + " pages sent at once";
            case LATENCY ->
                    millis(knobs.readLatency())
                            + " before each read and "
                            + millis(knobs.writeLatency())
                            + " before each write";
            case CPU_WEIGHT -> "HTML made " + knobs.cpuWeight() + " times";
            case SWITCH_INTERVAL -> "lock kept at most " + millis(knobs.switchInterval());
            case PAGE_TIMEOUT -> "pages given up after " + millis(knobs.pageTimeout());
            case FAULTS ->
                    knobs.faults().size() == 1 ? "one fault" : knobs.faults().size() + " faults";
            case WARM_UP ->
                    knobs.warmUp() == 1
                            ? "after one unrecorded pass"
                            : "after " + knobs.warmUp() + " unrecorded passes";
        };
    }

    static String positions(Knobs knobs) {
        String faults =
                knobs.faults().stream()
                        .map(fault -> fault.kind().id() + "@" + fault.item())
                        .collect(Collectors.joining(" "));
        return String.join(
                ", ",
                "scheduling " + knobs.scheduling().text(),
                "state " + knobs.state().id(),
                "buffers " + knobs.buffers().id(),
                "writes " + knobs.writes().id(),
                "transport " + knobs.transport().id(),
                "batch " + knobs.batch(),
                "read-latency " + millis(knobs.readLatency()),
                "write-latency " + millis(knobs.writeLatency()),
                "cpu-weight " + knobs.cpuWeight(),
                "switch-interval " + millis(knobs.switchInterval()),
                "page-timeout " + (knobs.hasPageTimeout() ? millis(knobs.pageTimeout()) : "none"),
                "fault " + (faults.isEmpty() ? "none" : faults),
                "warm-up " + knobs.warmUp());
    }

    private static String millis(Duration time) {
        return time.toNanos() % 1_000_000 == 0
                ? time.toMillis() + " ms"
                : time.toNanos() / 1e6 + " ms";
    }
}
