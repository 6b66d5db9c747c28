package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.Gauge;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Waiting;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Watches a run of child processes: who they are, what they do, and when.
class Watched implements Observer {

    private static final Pattern PID = Pattern.compile("pid ([0-9]+)");

    final Map<Integer, String> names = new ConcurrentHashMap<>();
    final Map<String, Long> gauges = new ConcurrentHashMap<>();
    final Map<String, String> known = new ConcurrentHashMap<>();
    final List<Integer> done = new CopyOnWriteArrayList<>();
    final List<Integer> failed = new CopyOnWriteArrayList<>();
    final List<Long> moments = new CopyOnWriteArrayList<>();

    /// Something to do when a child is heard to be at an item.
    void at(int lane, int item) {}

    long pid(int lane) {
        Matcher pid = PID.matcher(names.get(lane));
        if (!pid.find()) {
            throw new AssertionError("no pid in " + names);
        }
        return Long.parseLong(pid.group(1));
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void knows(String name, String value) {
        known.put(name, value);
    }

    @Override
    public Gauge gauge(String name) {
        return value -> gauges.put(name, value);
    }

    @Override
    public LaneObserver workerBegins(int lane) {
        return new LaneObserver() {
            @Override
            public void named(String name) {
                names.put(lane, name);
            }

            @Override
            public void at(long nanos, long cpuNanos) {
                moments.add(nanos);
            }

            @Override
            public void waits(Waiting what) {}

            @Override
            public void works(int item, int stage) {
                Watched.this.at(lane, item);
            }

            @Override
            public void done(int item) {
                done.add(item);
            }

            @Override
            public void failed(int item, int stage, Throwable cause) {
                failed.add(item);
            }

            @Override
            public void ends() {}
        };
    }
}
