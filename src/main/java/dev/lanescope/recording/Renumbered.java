package dev.lanescope.recording;

import dev.lanescope.concurrency.Gauge;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Waiting;

import java.util.function.IntUnaryOperator;

/// Tells another observer of items by the numbers that they have in the whole run, where a crew is
/// given only some of them.
///
/// @param number the number in the run of an item that the crew was given; asked by any lane
record Renumbered(Observer observer, IntUnaryOperator number) implements Observer {

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

    private record Lane(LaneObserver observer, IntUnaryOperator number) implements LaneObserver {

        @Override
        public void named(String name) {
            observer.named(name);
        }

        @Override
        public void at(long nanos, long cpuNanos) {
            observer.at(nanos, cpuNanos);
        }

        @Override
        public void waits(Waiting what) {
            observer.waits(what);
        }

        @Override
        public void works(int item, int stage) {
            observer.works(number.applyAsInt(item), stage);
        }

        @Override
        public void done(int item) {
            observer.done(number.applyAsInt(item));
        }

        @Override
        public void failed(int item, int stage, Throwable cause) {
            observer.failed(number.applyAsInt(item), stage, cause);
        }

        @Override
        public void ends() {
            observer.ends();
        }
    }
}
