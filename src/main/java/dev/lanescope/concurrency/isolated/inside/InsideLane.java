package dev.lanescope.concurrency.isolated.inside;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Waiting;

import java.util.function.LongConsumer;

/// A lane as it is seen from the inside. What became of an item is not told here but with its
/// bytes, and until they are made the thread makes them.
///
/// @param words is told [LaneWord]s
record InsideLane(LongConsumer words) implements LaneObserver {

    @Override
    public void waits(Waiting what) {
        words.accept(LaneWord.waits(what));
    }

    @Override
    public void works(int item, int stage) {
        words.accept(LaneWord.works(item, stage));
    }

    @Override
    public void done(int item) {
        waits(Waiting.ENCODING);
    }

    @Override
    public void failed(int item, int stage, Throwable cause) {
        waits(Waiting.ENCODING);
    }

    @Override
    public void ends() {}
}
