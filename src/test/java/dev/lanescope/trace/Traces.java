package dev.lanescope.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Traces for tests: random ones from a seed, and small ones written out by hand.
public final class Traces {

    public static final int READ = 0;
    public static final int PARSE = 1;
    public static final int WRITE = 2;
    public static final int STARTING = 3;
    public static final int QUEUE = 4;
    public static final int LOCK = 5;
    public static final int IDLE = 6;

    public static final List<State> STATES =
            List.of(
                    new State("read", State.Kind.WORK),
                    new State("parse", State.Kind.WORK),
                    new State("write", State.Kind.WORK),
                    new State("starting", State.Kind.STARTING),
                    new State("queue", State.Kind.QUEUE),
                    new State("lock", State.Kind.LOCK),
                    new State("idle", State.Kind.IDLE));

    private Traces() {}

    /// Seeds for properties: `@MethodSource("dev.lanescope.trace.Traces#seeds")` names the one that
    /// fails.
    public static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    public static RunInfo info(int workers, int items) {
        return new RunInfo(
                "fixed-pool",
                "Platform threads",
                workers,
                "book",
                items * 1000L,
                Instant.parse("2026-03-01T10:00:00.123456789Z"),
                4000,
                STATES,
                IntStream.range(0, items).mapToObj(i -> "ch" + i + "/page-" + i + ".md").toList());
    }

    private static RunInfo inPhases(RunInfo info, List<Phase> phases) {
        return new RunInfo(
                info.model(),
                info.modelTitle(),
                info.workers(),
                info.setting(),
                info.content(),
                info.contentBytes(),
                info.started(),
                info.renderedBefore(),
                info.states(),
                info.items(),
                phases,
                info.facts());
    }

    /// One string a lane, its spans separated by commas: state, `@` and item where there is one,
    /// length. `"queue 5, read@0 10, write@0 3"` is a lane of 18 ns. The lanes must be equally
    /// long.
    public static Snapshot of(String... lanes) {
        return inPhases(List.of(new Phase(RunInfo.PAGES, 0)), lanes);
    }

    /// The same, with the items divided into phases.
    public static Snapshot inPhases(List<Phase> phases, String... lanes) {
        return finished(trace(phases, lanes));
    }

    /// The same as [#of], and the JVM had stopped all lanes meanwhile.
    public static Snapshot stopped(long fromNanos, long toNanos, String... lanes) {
        Trace trace = trace(List.of(new Phase(RunInfo.PAGES, 0)), lanes);
        trace.happened(
                List.of(new JvmEvent(JvmEvent.Kind.COLLECTION, "pause", fromNanos, toNanos)));
        return finished(trace);
    }

    private static Trace trace(List<Phase> phases, String... lanes) {
        List<List<String>> spans =
                IntStream.range(0, lanes.length)
                        .mapToObj(i -> List.of(lanes[i].split(", *")))
                        .toList();
        int items =
                1 + spans.stream().flatMap(List::stream).mapToInt(Traces::item).max().orElse(-1);
        int firstState = state(spans.get(0).get(0));
        var trace = new Trace(inPhases(info(lanes.length, items), phases), firstState);
        long end = 0;
        for (int number = 0; number < lanes.length; number++) {
            long length = append(trace.lane(number), spans.get(number), firstState);
            if (number > 0 && length != end) {
                throw new IllegalArgumentException(
                        "lane " + number + " ends at " + length + ", the others at " + end);
            }
            end = length;
        }
        trace.finish(end);
        return trace;
    }

    private static long append(Lane lane, List<String> spans, int firstState) {
        long at = 0;
        for (String span : spans) {
            if (at > 0 || state(span) != firstState || item(span) != Lane.NO_ITEM) {
                lane.append(at, state(span), item(span), Lane.NOT_READ);
            }
            at += Long.parseLong(span.substring(span.indexOf(' ') + 1));
        }
        return at;
    }

    private static int state(String span) {
        String name = span.split("[@ ]", 2)[0];
        return IntStream.range(0, STATES.size())
                .filter(code -> STATES.get(code).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state " + name));
    }

    private static int item(String span) {
        int at = span.indexOf('@');
        return at < 0 ? Lane.NO_ITEM : Integer.parseInt(span.substring(at + 1, span.indexOf(' ')));
    }

    /// A finished run of 1 to 6 lanes with up to 300 spans each; now and then an odd one: a single
    /// span a lane, spans of no length, a makespan of a few nanoseconds.
    public static Snapshot random(long seed) {
        var random = new Random(seed);
        return random(seed, 1 + random.nextInt(6), 1 + random.nextInt(300));
    }

    /// A finished run of a chosen size.
    ///
    /// @param spans about how many a lane has
    public static Snapshot random(long seed, int lanes, int spans) {
        Trace trace = randomTrace(seed, lanes, spans);
        return finished(trace);
    }

    /// The same as it stood just before it was finished.
    public static Snapshot goingOn(Snapshot finished) {
        var trace = new Trace(finished.info(), finished.lanes().getFirst().state(0));
        for (LaneView lane : finished.lanes()) {
            for (int span = 1; span < lane.size(); span++) {
                trace.lane(lane.number())
                        .append(
                                lane.startNanos(span),
                                lane.state(span),
                                lane.item(span),
                                Lane.NOT_READ);
            }
        }
        return trace.snapshot(finished::endNanos);
    }

    /// A finished trace as a pool of workers makes it: wait, take an item, pass its stages with a
    /// wait for a lock now and then, and at last idle. Every other worker says after the end how
    /// much CPU time it used.
    public static Trace randomTrace(long seed, int lanes, int spans) {
        var random = new Random(seed);
        long typicalNanos = 1L << random.nextInt(2, 20);
        int items = 1 + lanes * (spans / 4 + 1);
        var phases =
                List.of(
                        new Phase(RunInfo.PAGES, 0),
                        new Phase(RunInfo.GENERATED, new Random(~seed).nextInt(items + 1)));
        var trace = new Trace(inPhases(info(lanes, items), phases), STARTING);
        int item = 0;
        long end = 1;
        for (int number = 0; number < lanes; number++) {
            Lane lane = trace.lane(number);
            lane.rename("pool-1-thread-" + (number + 1));
            var pen = new Pen(lane, random, typicalNanos);
            while (lane.size() + 5 < spans) {
                pen.append(QUEUE, Lane.NO_ITEM);
                pen.append(READ, item);
                if (random.nextInt(4) == 0) {
                    pen.append(LOCK, item);
                }
                pen.append(PARSE, item);
                pen.append(WRITE, item);
                item++;
            }
            pen.append(IDLE, Lane.NO_ITEM);
            end = Math.max(end, pen.at);
        }
        count(trace, new Random(seed + 1), end);
        trace.finish(end);
        for (int number = 0; number < lanes; number += 2) {
            long late = end + random.nextLong(typicalNanos);
            trace.lane(number).append(late, IDLE, Lane.NO_ITEM, late);
        }
        return trace;
    }

    /// A finished random run with everything that a trace can hold: facts, remarks, what the JVM
    /// did, notes, and what other tools tell.
    public static Snapshot furnished(long seed) {
        Snapshot trace = asOfVersion7(seed);
        var random = new Random(seed);
        List<Note> notes =
                Stream.concat(trace.notes().stream(), trace.notes().stream())
                        .map(note -> withLanes(note, trace.lanes().size(), random))
                        .toList();
        return trace.withNotes(notes);
    }

    private static Note withLanes(Note note, int lanes, Random random) {
        List<Integer> some =
                IntStream.range(0, lanes).filter(_ -> random.nextBoolean()).boxed().toList();
        return new Note(note.startNanos(), note.endNanos(), note.text(), some);
    }

    /// As much of it as files of version 7 hold.
    static Snapshot asOfVersion7(long seed) {
        Snapshot trace = asOfVersion6(seed);
        var random = new Random(seed);
        var outlines = new ArrayList<NestedSlice>();
        for (NestedSlice slice : trace.nesting().slices()) {
            if (random.nextBoolean()) {
                outlines.add(
                        new NestedSlice(
                                slice.lane(),
                                random.nextInt(3),
                                slice.startNanos(),
                                slice.endNanos(),
                                slice.item()));
            }
        }
        var origins = new ArrayList<LaneOrigin>();
        for (int lane = 0; lane < trace.lanes().size(); lane++) {
            if (random.nextBoolean()) {
                String thread = random.nextBoolean() ? "" : String.valueOf(random.nextInt());
                origins.add(new LaneOrigin(lane, "p" + lane % 2, "", thread, "té" + lane));
            }
        }
        return trace.withTold(
                trace.flows(), Nesting.of(trace.nesting().slices(), outlines), origins);
    }

    /// As much of it as files of version 6 hold.
    static Snapshot asOfVersion6(long seed) {
        Snapshot trace = withAllocations(asOfVersion5(seed), new Random(seed));
        var random = new Random(seed);
        int lanes = trace.lanes().size();
        long end = trace.endNanos();
        var flows = new ArrayList<Flow>();
        var nested = new ArrayList<NestedSlice>();
        for (int number = random.nextInt(9); number > 0 && end > 1; number--) {
            int lane = random.nextInt(lanes);
            long at = random.nextLong(end);
            flows.add(
                    new Flow("f" + number, lane, at, random.nextInt(lanes), random.nextLong(end)));
            if (!trace.info().items().isEmpty()) {
                int item = random.nextInt(trace.info().items().size());
                long until = at + random.nextLong(end - at);
                nested.add(new NestedSlice(lane, 1 + number % 3, at, until, item));
            }
        }
        return trace.withTold(flows, Nesting.of(nested), List.of());
    }

    /// The same on lanes some of whose threads told what they had allocated.
    private static Snapshot withAllocations(Snapshot trace, Random random) {
        var lanes = new ArrayList<LaneView>();
        for (LaneView view : trace.lanes()) {
            var lane = new Lane(view.name(), view.state(0));
            boolean tells = random.nextBoolean();
            long bytes = 0;
            for (int span = 1; span < view.size(); span++) {
                bytes += random.nextInt(5000);
                boolean read = tells && random.nextInt(4) > 0;
                lane.append(
                        view.startNanos(span),
                        view.state(span),
                        view.item(span),
                        view.cpuNanos(span),
                        read ? bytes : Lane.NOT_READ);
            }
            int late = view.lateReading();
            if (late >= 0) {
                lane.append(
                        view.startNanos(late),
                        view.state(late),
                        view.item(late),
                        view.cpuNanos(late),
                        bytes + 7);
            }
            lanes.add(new LaneView(lane, view.number(), lane.size(), trace.endNanos(), true));
        }
        return new Snapshot(
                trace.info(),
                lanes,
                trace.counters(),
                trace.remarks(),
                trace.jvm(),
                trace.notes(),
                trace.endNanos(),
                trace.finished());
    }

    /// As much of it as files of version 5 hold.
    static Snapshot asOfVersion5(long seed) {
        var random = new Random(seed);
        Trace trace = randomTrace(seed, 1 + random.nextInt(6), 1 + random.nextInt(300));
        for (int number = random.nextInt(4); number > 0; number--) {
            trace.remark("Remark " + number + ": fünf Seiten warten.");
            trace.know(new Fact("Fact " + number, "value " + random.nextInt()));
        }
        var events = new ArrayList<JvmEvent>();
        long at = -random.nextLong(1000);
        for (int number = random.nextInt(30); number > 0; number--) {
            var kind = JvmEvent.Kind.values()[random.nextInt(3)];
            long end = at + random.nextLong(5000);
            events.add(new JvmEvent(kind, "event " + number, at, end));
            at += random.nextLong(9000);
        }
        trace.happened(events);
        var notes = List.of(new Note(3, 3, ""), new Note(10, 10 + random.nextInt(99), "here"));
        return finished(trace).withNotes(notes);
    }

    /// An idle run with one counter.
    ///
    /// @param readings moment and value, in turn
    public static Snapshot counting(long endNanos, long... readings) {
        var trace = new Trace(info(1, 0), STARTING);
        Counter counter = trace.counter("queue");
        for (int i = 0; i < readings.length; i += 2) {
            counter.append(readings[i], readings[i + 1]);
        }
        trace.finish(endNanos);
        return finished(trace);
    }

    /// Counters of random lengths, one of them set after the end.
    private static void count(Trace trace, Random random, long end) {
        for (int number = random.nextInt(3); number > 0; number--) {
            Counter counter = trace.counter("queue " + number);
            long at = 0;
            for (int reading = random.nextInt(80); reading > 0; reading--) {
                at += random.nextLong(end / 20 + 2);
                counter.append(at, random.nextInt(1000) - 10);
            }
        }
    }

    public static Snapshot finished(Trace trace) {
        return trace.snapshot(() -> 0);
    }

    /// Appends spans of random length to a lane, and a CPU reading now and then.
    private static final class Pen {
        private final Lane lane;
        private final Random random;
        private final long typicalNanos;
        private long at;
        private long cpuNanos;

        Pen(Lane lane, Random random, long typicalNanos) {
            this.lane = lane;
            this.random = random;
            this.typicalNanos = typicalNanos;
            this.at = length();
        }

        void append(int state, int item) {
            boolean read = random.nextInt(3) == 0;
            lane.append(at, state, item, read ? cpuNanos : Lane.NOT_READ);
            long length = length();
            at += length;
            cpuNanos += STATES.get(state).kind().isWork() ? length : 0;
        }

        /// Mostly near the typical length, sometimes nothing, sometimes a hundred times as long.
        private long length() {
            return switch (random.nextInt(20)) {
                case 0 -> 0;
                case 1 -> random.nextLong(typicalNanos * 100);
                default -> random.nextLong(typicalNanos * 2);
            };
        }
    }
}
