package dev.lanescope.exchange.in.chrome;

import dev.lanescope.exchange.in.foreign.Arrows;
import dev.lanescope.trace.Refusal;

/// Arrows from slice to slice, which there are in two notations: events of their own (`s` begins in
/// the slice around it, `t` leads over one, `f` ends at the next slice, or with `"bp":"e"` in the
/// one around it), and slices with a `bind_id` that flow out, in, or both.
///
/// Events of one arrow have category, name and id in common; an id in `id2` may be local to its
/// process.
final class Flows {

    private final Arrows arrows;
    private final Processes processes;

    Flows(Arrows arrows, Processes processes) {
        this.arrows = arrows;
        this.processes = processes;
    }

    void take(ChromeEvent event) throws Refusal {
        boolean local = event.id.startsWith("local ");
        String process = local ? event.process : "";
        String key = String.join("\n", process, event.category, event.name, event.id);
        add(key, event, point(event));
    }

    private static Arrows.Point point(ChromeEvent event) {
        return switch (event.phase) {
            case "s" -> Arrows.Point.BEGIN;
            case "t" -> Arrows.Point.STEP;
            default -> event.bindingPoint.equals("e") ? Arrows.Point.END : Arrows.Point.END_AT_NEXT;
        };
    }

    /// Takes in that a slice is an end of arrows, if it is.
    void takeBound(ChromeEvent event) throws Refusal {
        boolean isSlice = event.phase.equals("X") || event.phase.equals("B");
        if (isSlice && !event.bindId.isEmpty() && (event.flowsIn || event.flowsOut)) {
            Arrows.Point point =
                    !event.flowsIn
                            ? Arrows.Point.BEGIN
                            : event.flowsOut ? Arrows.Point.STEP : Arrows.Point.END;
            add("bound\n" + event.bindId, event, point);
        }
    }

    private void add(String key, ChromeEvent event, Arrows.Point point) throws Refusal {
        arrows.add(key, event.name, point, processes.thread(event), event.nanos);
    }
}
