package dev.lanescope.exchange.report;

import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.trace.State;

import java.util.List;
import java.util.Locale;

/// What a stretch of time looks like in a report: work is solid, waiting is hatched. The colours
/// stand in `report.css` under these names, for light and dark.
///
/// @param name e.g. `parse` or `lock`
/// @param hatched whether `report.peb` has a pattern of this name
record Look(String name, boolean hatched) {

    private static final List<String> STAGES =
            List.of(
                    "read",
                    "front-matter",
                    "parse",
                    "transform",
                    "render",
                    "generate",
                    "template",
                    "write");

    /// For the stages of other tools.
    private static final int STRANGERS = 4;

    static Look of(State state) {
        if (!state.kind().isWork()) {
            return new Look(state.kind().name().toLowerCase(Locale.ROOT), true);
        }
        String stage = state.name().replace(' ', '-');
        return new Look(
                STAGES.contains(stage)
                        ? stage
                        : "strange-" + Math.floorMod(stage.hashCode(), STRANGERS),
                false);
    }

    static Look of(StackPart part) {
        return switch (part) {
            case USEFUL -> new Look("useful", false);
            case INFLATION, COLDER -> new Look("inflation", true);
            case WARM_UP -> new Look("jit", true);
            case PREEMPTION -> new Look("preempted", true);
            case STOPS -> new Look("gc", true);
            case LOCK -> new Look("lock", true);
            case CHANNEL, BACK_PRESSURE -> new Look("channel", true);
            case IO -> new Look("io", true);
            case DISPATCH -> new Look("dispatch", true);
            case START_UP -> new Look("starting", true);
            case STARVATION -> new Look("queue", true);
            case TAIL -> new Look("idle", true);
            case LOST -> new Look("lost", true);
        };
    }

    /// The attribute of a shape that is to look like this.
    String attribute() {
        return hatched ? "fill=\"url(#h-" + name + ")\"" : "class=\"f-" + name + "\"";
    }
}
