package dev.lanescope.ui.compare;

import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.StateLook;

import javafx.scene.paint.Paint;

import java.util.ArrayList;
import java.util.List;

/// One bar cut into slices as it is painted: the useful work by stages, then each loss.
record StackSlices(Entrant entrant, List<Slice> slices) {

    /// @param height in units of the makespan; negative where several did better than one
    record Slice(StackPart part, double height, Paint paint) {}

    StackSlices {
        slices = List.copyOf(slices);
    }

    /// @param entrant one that has a stack
    static StackSlices of(Entrant entrant, Palette palette) {
        SpeedUpStack stack = entrant.row().stack().orElseThrow();
        var slices = new ArrayList<Slice>();
        long known = 0;
        var useful = stack.share(StackPart.USEFUL).byState();
        for (State state : entrant.info().states()) {
            long nanos = useful.getOrDefault(state.name(), 0L);
            if (nanos != 0 && stack.wallNanos() > 0) {
                known += nanos;
                slices.add(
                        new Slice(
                                StackPart.USEFUL,
                                (double) nanos / stack.wallNanos(),
                                paint(palette, state)));
            }
        }
        long preempted = useful.getOrDefault(SpeedUpStack.PREEMPTED, 0L);
        long rest = stack.share(StackPart.USEFUL).nanos() - known - preempted;
        addUseful(slices, stack, preempted, PartLook.paint(palette, StackPart.PREEMPTION));
        addUseful(slices, stack, rest, PartLook.paint(palette, StackPart.STOPS));
        for (StackPart part : StackPart.values()) {
            if (part != StackPart.USEFUL && stack.share(part).nanos() != 0) {
                slices.add(new Slice(part, stack.height(part), PartLook.paint(palette, part)));
            }
        }
        return new StackSlices(entrant, slices);
    }

    /// What the run of one had to bear that is no state of its own: others had the processor, or
    /// the JVM stood still.
    private static void addUseful(List<Slice> slices, SpeedUpStack stack, long nanos, Paint paint) {
        if (nanos != 0 && stack.wallNanos() > 0) {
            slices.add(new Slice(StackPart.USEFUL, (double) nanos / stack.wallNanos(), paint));
        }
    }

    private static Paint paint(Palette palette, State state) {
        if (state.kind().isWork()) {
            return Argb.fx(palette.stage(state.name()).fill());
        }
        StateLook look = StateLook.of(state.kind());
        return look.hatch().paint(palette.hatchGround(look), palette.hatchStroke(look));
    }
}
