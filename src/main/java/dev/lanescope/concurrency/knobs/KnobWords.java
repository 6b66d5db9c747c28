package dev.lanescope.concurrency.knobs;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
            case THREADS ->
                    knobs.threads() == 1 ? "one thread each" : knobs.threads() + " threads each";
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
                "threads " + knobs.threads(),
                "page-timeout " + (knobs.hasPageTimeout() ? millis(knobs.pageTimeout()) : "none"),
                "fault " + (faults.isEmpty() ? "none" : faults),
                "warm-up " + knobs.warmUp());
    }

    /// Only of the knobs that were turned, as somebody would type it.
    static List<String> options(Knobs knobs) {
        var options = new ArrayList<String>();
        for (Knob knob : knobs.turned()) {
            switch (knob) {
                case SCHEDULING -> option(options, knob.id(), knobs.scheduling().text());
                case STATE -> option(options, knob.id(), knobs.state().id());
                case BUFFERS -> option(options, knob.id(), knobs.buffers().id());
                case WRITES -> option(options, knob.id(), knobs.writes().id());
                case TRANSPORT -> option(options, knob.id(), knobs.transport().id());
                case BATCH -> option(options, knob.id(), String.valueOf(knobs.batch()));
                case LATENCY -> {
                    time(options, "read-latency", knobs.readLatency());
                    time(options, "write-latency", knobs.writeLatency());
                }
                case CPU_WEIGHT -> option(options, knob.id(), String.valueOf(knobs.cpuWeight()));
                case SWITCH_INTERVAL -> time(options, knob.id(), knobs.switchInterval());
                case THREADS -> option(options, knob.id(), String.valueOf(knobs.threads()));
                case PAGE_TIMEOUT -> time(options, knob.id(), knobs.pageTimeout());
                case FAULTS -> {} // they name pages, which knobs do not know
                case WARM_UP -> option(options, knob.id(), String.valueOf(knobs.warmUp()));
            }
        }
        return List.copyOf(options);
    }

    private static void option(List<String> options, String name, String position) {
        options.add("--" + name);
        options.add(position);
    }

    private static void time(List<String> options, String name, Duration time) {
        if (!time.isZero()) {
            BigDecimal millis = BigDecimal.valueOf(time.toNanos(), 6).stripTrailingZeros();
            option(options, name, millis.toPlainString() + "ms");
        }
    }

    private static String millis(Duration time) {
        return time.toNanos() % 1_000_000 == 0
                ? time.toMillis() + " ms"
                : time.toNanos() / 1e6 + " ms";
    }
}
