package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;

import java.util.function.IntUnaryOperator;

/// Tells another observer of items by the numbers that they have in the whole run, where a crew is
/// given only some of them.
public final class Renumbered extends ForwardingObserver {

    private final IntUnaryOperator number;

    /// @param number the number in the run of an item that the crew was given; asked by any lane
    public Renumbered(Observer observer, IntUnaryOperator number) {
        super(observer);
        this.number = number;
    }

    @Override
    public LaneObserver workerBegins(int lane) {
        return new Lane(super.workerBegins(lane), number);
    }

    @Override
    public LaneObserver workerBegins(int lane, String name) {
        return new Lane(super.workerBegins(lane, name), number);
    }

    private static final class Lane extends ForwardingLane {
        private final IntUnaryOperator number;

        Lane(LaneObserver observer, IntUnaryOperator number) {
            super(observer);
            this.number = number;
        }

        @Override
        public void works(int item, int stage) {
            super.works(number.applyAsInt(item), stage);
        }

        @Override
        public void done(int item) {
            super.done(number.applyAsInt(item));
        }

        @Override
        public void failed(int item, int stage, Throwable cause) {
            super.failed(number.applyAsInt(item), stage, cause);
        }
    }
}
