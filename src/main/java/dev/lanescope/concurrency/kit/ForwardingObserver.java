package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.Gauge;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;

/// Passes everything on to another observer, for whoever wants to change some of it.
public class ForwardingObserver implements Observer {

    private final Observer observer;

    protected ForwardingObserver(Observer observer) {
        this.observer = observer;
    }

    @Override
    public LaneObserver workerBegins(int lane) {
        return observer.workerBegins(lane);
    }

    @Override
    public LaneObserver workerBegins(int lane, String name) {
        return observer.workerBegins(lane, name);
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
}
