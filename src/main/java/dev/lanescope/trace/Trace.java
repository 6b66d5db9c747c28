package dev.lanescope.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/// A run as it is being recorded or has been: its lanes, its counters, and where it ends. Writers
/// append to the lanes; everybody else takes a [Snapshot].
///
/// A lane is there from the moment it is asked for, and counts as having been in the first state
/// until then. There may be more of them than workers, where a model has more threads than that.
public final class Trace {

    private static final long RUNNING = -1;

    private final RunInfo info;
    private final int firstState;
    private final List<Lane> lanes = new CopyOnWriteArrayList<>();
    private final List<Counter> counters = new CopyOnWriteArrayList<>();
    private final List<String> remarks = new CopyOnWriteArrayList<>();
    private volatile List<JvmEvent> jvm = List.of();
    private final List<Fact> facts = new CopyOnWriteArrayList<>();
    private volatile long endNanos = RUNNING;

    /// @param firstState the code of the state in which every lane begins
    public Trace(RunInfo info, int firstState) {
        this.info = info;
        this.firstState = firstState;
        lane(0);
    }

    public RunInfo info() {
        return info;
    }

    /// The lane of that number, from 0; made now if there was none yet.
    public synchronized Lane lane(int number) {
        while (lanes.size() <= number) {
            lanes.add(new Lane("worker " + (lanes.size() + 1), firstState));
        }
        return lanes.get(number);
    }

    /// A new counter.
    public Counter counter(String name) {
        var counter = new Counter(name);
        counters.add(counter);
        return counter;
    }

    /// Keeps a sentence that people should know about the run.
    public void remark(String sentence) {
        remarks.add(sentence);
    }

    /// Keeps what the JVM did for itself; may come late and in any order, also after the run is
    /// over.
    public synchronized void happened(List<JvmEvent> events) {
        var all = new ArrayList<>(jvm);
        all.addAll(events);
        all.sort(Comparator.comparingLong(JvmEvent::startNanos));
        jvm = within(all);
    }

    /// What lies within the run, as far as it does.
    private List<JvmEvent> within(List<JvmEvent> events) {
        long end = endNanos;
        return end == RUNNING
                ? List.copyOf(events)
                : events.stream()
                        .filter(event -> event.startNanos() < end)
                        .map(event -> event.until(end))
                        .toList();
    }

    /// Keeps something that turned out to be so while the run went on.
    public void know(Fact fact) {
        facts.add(fact);
    }

    /// Ends the run. What a straggler still appends does not count.
    public synchronized void finish(long makespanNanos) {
        endNanos = makespanNanos;
        jvm = within(jvm);
    }

    /// What stands in the trace now.
    ///
    /// @param clock nanoseconds since the first submit; asked only if the run is not finished, and
    ///   after the lanes, so that every transition seen lies before the answer
    public Snapshot snapshot(LongSupplier clock) {
        long end = endNanos;
        List<Lane> now = List.copyOf(lanes);
        int[] sizes = now.stream().mapToInt(Lane::size).toArray();
        List<CounterView> counted = counters.stream().map(Counter::view).toList();
        boolean finished = end != RUNNING;
        List<String> said = List.copyOf(remarks);
        return Snapshot.of(
                        info,
                        now,
                        sizes,
                        counted,
                        said,
                        jvm,
                        List.of(),
                        finished ? end : clock.getAsLong(),
                        finished)
                .withFacts(List.copyOf(facts));
    }
}
