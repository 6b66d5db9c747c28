package dev.lanescope.concurrency;

import java.util.function.Consumer;

/// An observer of one lane that only listens to what is waited for.
///
/// @param told of each reason
record TellsWaits(Consumer<Waiting> told) implements LaneObserver {

    @Override
    public void waits(Waiting what) {
        told.accept(what);
    }

    @Override
    public void works(int item, int stage) {}

    @Override
    public void done(int item) {}

    @Override
    public void failed(int item, int stage, Throwable cause) {}

    @Override
    public void ends() {}
}
