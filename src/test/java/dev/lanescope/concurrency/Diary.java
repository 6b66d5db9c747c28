package dev.lanescope.concurrency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// An observer that remembers every call, lane by lane, and complains about calls that make no
/// sense.
final class Diary implements Observer {

    /// One call.
    sealed interface Entry {
        record Waits(Waiting what) implements Entry {}

        record Works(int item, int stage) implements Entry {}

        record Done(int item) implements Entry {}

        record Failed(int item, int stage) implements Entry {}

        record Ends() implements Entry {}
    }

    private final Map<Integer, List<Entry>> lanes = new ConcurrentHashMap<>();
    private final List<Entry> all = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, List<Long>> gauges = new ConcurrentHashMap<>();

    @Override
    public Gauge gauge(String name) {
        List<Long> values = Collections.synchronizedList(new ArrayList<>());
        gauges.put(name, values);
        return values::add;
    }

    /// To what each gauge was set, by name.
    Map<String, List<Long>> gauges() {
        return gauges;
    }

    @Override
    public LaneObserver workerBegins(int lane) {
        List<Entry> entries =
                new ArrayList<>() { // written by one thread at a time, read after the run
                    @Override
                    public boolean add(Entry entry) {
                        all.add(entry);
                        return super.add(entry);
                    }
                };
        if (lanes.put(lane, entries) != null) {
            throw new AssertionError("lane " + lane + " begins twice");
        }
        return new LaneObserver() {
            @Override
            public void waits(Waiting what) {
                entries.add(new Entry.Waits(what));
            }

            @Override
            public void works(int item, int stage) {
                entries.add(new Entry.Works(item, stage));
            }

            @Override
            public void done(int item) {
                entries.add(new Entry.Done(item));
            }

            @Override
            public void failed(int item, int stage, Throwable cause) {
                entries.add(new Entry.Failed(item, stage));
            }

            @Override
            public void ends() {
                entries.add(new Entry.Ends());
            }
        };
    }

    /// What was said about each lane that began.
    Map<Integer, List<Entry>> lanes() {
        return lanes;
    }

    /// What was said of one item, over all lanes and in order.
    List<Entry> story(int item) {
        return List.copyOf(all).stream().filter(entry -> isOf(entry, item)).toList();
    }

    private static boolean isOf(Entry entry, int item) {
        return switch (entry) {
            case Entry.Works(int of, int _) -> of == item;
            case Entry.Done(int of) -> of == item;
            case Entry.Failed(int of, int _) -> of == item;
            case Entry.Waits _, Entry.Ends _ -> false;
        };
    }

    /// All entries of one kind, over all lanes.
    <E extends Entry> List<E> all(Class<E> kind) {
        return lanes.values().stream()
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
