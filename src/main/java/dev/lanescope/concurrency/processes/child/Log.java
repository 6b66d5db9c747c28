package dev.lanescope.concurrency.processes.child;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.processes.wire.Event;
import dev.lanescope.concurrency.processes.wire.Line;
import dev.lanescope.concurrency.processes.wire.Message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What one thread of a child has done since the last report. The thread writes; whoever flushes
/// reports it.
final class Log implements LaneObserver {

    /// At least this much time lies between two readings of the thread's CPU time.
    private static final long CPU_EVERY_NANOS = 1_000_000;

    private final int thread;
    private final Line line;
    private final Recipe.Kitchen clock;
    private final List<Event> events = new ArrayList<>();
    private long cpuReadAt = Long.MIN_VALUE;
    private long endedAt;

    /// @param clock tells the times
    Log(int thread, Line line, Recipe.Kitchen clock) {
        this.thread = thread;
        this.line = line;
        this.clock = clock;
    }

    @Override
    public void waits(Waiting what) {
        long cpu = cpu();
        add(new Event.Waits(clock.nanos(), cpu, what));
    }

    @Override
    public void works(int item, int stage) {
        long cpu = cpu();
        add(new Event.Works(clock.nanos(), cpu, item, stage));
    }

    /// Its result follows; until then it is the moment that counts.
    @Override
    public void done(int item) {
        endedAt = clock.nanos();
    }

    @Override
    public void failed(int item, int stage, Throwable cause) {
        endedAt = clock.nanos();
    }

    @Override
    public void ends() {}

    /// What became of an item, now that it has been turned into bytes.
    void came(Event outcome) {
        synchronized (this) {
            events.add(outcome);
            events.add(new Event.Waits(endedAt, -1, Waiting.ENCODING));
        }
    }

    private long cpu() {
        long now = clock.nanos();
        if (cpuReadAt != Long.MIN_VALUE && now - cpuReadAt < CPU_EVERY_NANOS) {
            return -1;
        }
        cpuReadAt = now;
        return clock.threadCpuNanos();
    }

    private synchronized void add(Event event) {
        events.add(event);
    }

    /// Reports what there is, if there is anything. That the line is gone is for others to notice.
    synchronized void flush() {
        if (events.isEmpty()) {
            return;
        }
        Thread.interrupted(); // a page's, and it would close the socket
        try {
            line.send(new Message.Report(thread, events));
        } catch (IOException _) {
            // the parent is gone, and so is the child in a moment
        }
        events.clear();
    }
}
