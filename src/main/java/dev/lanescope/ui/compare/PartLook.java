package dev.lanescope.ui.compare;

import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.StateLook;

import javafx.scene.paint.Paint;

/// What the parts of a stack look like: the useful work solid, stage by stage, every loss hatched
/// as its states are on the lanes.
final class PartLook {

    private PartLook() {}

    /// @throws IllegalArgumentException for the useful work, which is solid
    static StateLook of(StackPart part) {
        return switch (part) {
            case USEFUL -> throw new IllegalArgumentException("useful work is solid");
            case INFLATION, COLDER -> StateLook.INFLATION;
            case WARM_UP -> StateLook.JIT;
            case PREEMPTION -> StateLook.PREEMPTED;
            case STOPS -> StateLook.GC;
            case LOCK -> StateLook.LOCK;
            case CHANNEL, BACK_PRESSURE -> StateLook.CHANNEL;
            case IO -> StateLook.IO;
            case DISPATCH -> StateLook.QUEUE;
            case START_UP -> StateLook.STARTING;
            case STARVATION, TAIL -> StateLook.IDLE;
            case LOST -> StateLook.LOST;
        };
    }

    static Paint paint(Palette palette, StackPart part) {
        if (part == StackPart.USEFUL) {
            return Argb.fx(palette.stage("parse").fill());
        }
        StateLook look = of(part);
        return look.hatch().paint(palette.hatchGround(look), palette.hatchStroke(look));
    }
}
