package dev.lanescope.analysis;

import dev.lanescope.trace.JvmEvent;

/// What a JVM did, as people read it.
public final class JvmWords {

    private JvmWords() {}

    /// E.g. `G1 young pause`, `stop for ThreadDump`, `C2 Parser.parse`.
    public static String title(JvmEvent event) {
        return switch (event.kind()) {
            case COLLECTION -> pause(event.name());
            case SAFEPOINT -> "stop for " + event.name();
            case COMPILATION -> event.name();
        };
    }

    private static String pause(String name) {
        return name.startsWith("Pause") ? name : collector(name) + " pause";
    }

    /// What HotSpot's short names stand for; a name that is not known stands for itself.
    private static String collector(String name) {
        return switch (name) {
            case "G1New" -> "G1 young";
            case "G1Old" -> "G1 old";
            case "G1Full" -> "G1 full";
            case "G1PauseRemark" -> "G1 remark";
            case "G1PauseCleanup" -> "G1 cleanup";
            case "DefNew" -> "Serial young";
            case "SerialOld" -> "Serial full";
            case "ParallelScavenge" -> "Parallel young";
            case "ParallelOld" -> "Parallel full";
            default -> name;
        };
    }

    /// What it was, how long it took, and what it cost the lanes: `G1 young pause 23 ms, 8 lanes
    /// stood still: 184 ms of lane time`.
    public static String cost(JvmEvent event, int lanes) {
        String what = title(event) + " " + Durations.text(event.nanos());
        return event.kind().stopsTheWorld()
                ? what
                        + ", "
                        + Amounts.count(lanes, "lane")
                        + " stood still: "
                        + Durations.text(event.nanos() * lanes)
                        + " of lane time"
                : what + ", compiled beside the lanes";
    }
}
