package dev.lanescope.concurrency;

import java.util.ArrayList;
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

    @Override
    public LaneObserver workerBegins(int lane) {
        var entries = new ArrayList<Entry>();
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

    /// All entries of one kind, over all lanes.
    <E extends Entry> List<E> all(Class<E> kind) {
        return lanes.values().stream()
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
