package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Waiting;

/// Passes everything on to another observer, for whoever wants to change some of it.
public class ForwardingLane implements LaneObserver {

    private final LaneObserver lane;

    protected ForwardingLane(LaneObserver lane) {
        this.lane = lane;
    }

    @Override
    public void named(String name) {
        lane.named(name);
    }

    @Override
    public void handedOver() {
        lane.handedOver();
    }

    @Override
    public void takesTurn() {
        lane.takesTurn();
    }

    @Override
    public void carriedBy(long threadId) {
        lane.carriedBy(threadId);
    }

    @Override
    public void livesIn(long process, long thread) {
        lane.livesIn(process, thread);
    }

    @Override
    public void at(long nanos, long cpuNanos) {
        lane.at(nanos, cpuNanos);
    }

    @Override
    public void waits(Waiting what) {
        lane.waits(what);
    }

    @Override
    public void gone(String why) {
        lane.gone(why);
    }

    @Override
    public void works(int item, int stage) {
        lane.works(item, stage);
    }

    @Override
    public void done(int item) {
        lane.done(item);
    }

    @Override
    public void failed(int item, int stage, Throwable cause) {
        lane.failed(item, stage, cause);
    }

    @Override
    public void ends() {
        lane.ends();
    }
}
