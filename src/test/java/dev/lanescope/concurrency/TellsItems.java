package dev.lanescope.concurrency;

import java.util.function.IntConsumer;

/// An observer of one lane that only looks at which items are taken through a stage.
///
/// @param told of each item
record TellsItems(IntConsumer told) implements LaneObserver {

    @Override
    public void waits(Waiting what) {}

    @Override
    public void works(int item, int stage) {
        told.accept(item);
    }

    @Override
    public void done(int item) {}

    @Override
    public void failed(int item, int stage, Throwable cause) {}

    @Override
    public void ends() {}
}
