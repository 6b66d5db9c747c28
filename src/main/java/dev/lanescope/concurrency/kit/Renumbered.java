package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.Gauge;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;

import java.util.function.IntUnaryOperator;

/// Tells another observer of items by the numbers that they have in the whole run, where a crew is
/// given only some of them.
///
/// @param number the number in the run of an item that the crew was given; asked by any lane
public record Renumbered(Observer observer, IntUnaryOperator number) implements Observer {

    @Override
    public LaneObserver workerBegins(int lane) {
        return new Lane(observer.workerBegins(lane), number);
    }

    @Override
    public LaneObserver workerBegins(int lane, String name) {
        return new Lane(observer.workerBegins(lane, name), number);
    }

    @Override
    public Gauge gauge(String name) {
        return observer.gauge(name);
    }

    @Override
    public long nanos() {
        return observer.nanos();
    }

    @Override
    public void remarks(String sentence) {
        observer.remarks(sentence);
    }

    @Override
    public void knows(String name, String value) {
        observer.knows(name, value);
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
