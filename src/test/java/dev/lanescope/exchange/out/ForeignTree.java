package dev.lanescope.exchange.out;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// A Chrome trace that was made up: processes with threads, slices in slices, arrows, counters.
/// What was put in is known, so what comes out can be held against it.
public final class ForeignTree {

    /// A slice as any tool tells it; times in nanoseconds since the first one.
    record Slice(String thread, int depth, String name, long start, long end) {}

    record Arrow(String name, String from, long start, String to, long end) {}

    final List<Slice> slices = new ArrayList<>();
    final List<Arrow> arrows = new ArrayList<>();
    final List<String> counters = new ArrayList<>();
    final List<String> processes = new ArrayList<>();
    private final StringBuilder json = new StringBuilder("{\"traceEvents\":[");
    private final Random random;
    private final int names;

    /// @param names how many different ones there are; above 125 they share a state
    public ForeignTree(long seed, int names) {
        this.random = new Random(seed);
        this.names = names;
        int count = 1 + random.nextInt(3);
        for (int pid = 1; pid <= count; pid++) {
            addProcess(10 * pid, count > 1);
        }
        // so that every trace begins and ends where it is known to
        event("'ph':'X','name':'all','pid':10,'tid':10,'ts':0,'dur':1000");
        slices.add(new Slice(title(10, 10, count > 1), 0, "all", 0, 1_000_000));
        addArrows();
        for (int moment = 0; moment < 20; moment++) {
            double load = random.nextInt(1000) / 1000.0 + (moment == 0 ? 0.0005 : 0);
            load = Math.round(load * 1000) / 1000.0;
            event(
                    "'ph':'C','name':'load','pid':10,'ts':%d,'args':{'cpu':%s}"
                            .formatted(moment, load));
            counters.add("load cpu " + moment * 1_000L + " " + load);
            int bytes = random.nextInt(1 << 30);
            event(
                    "'ph':'C','name':'heap','pid':10,'ts':%d,'args':{'used':%d}"
                            .formatted(moment, bytes));
            counters.add("heap used " + moment * 1_000L + " " + (double) bytes);
        }
        json.setLength(json.length() - 1);
        json.append("]}");
    }

    /// How long each stack of calls was at its tip, by thread.
    Map<String, Long> selfTimes() {
        Map<String, Long> times = new HashMap<>();
        List<Slice> sorted = new ArrayList<>(slices);
        sorted.sort(
                Comparator.comparing(Slice::thread)
                        .thenComparingLong(Slice::start)
                        .thenComparingInt(Slice::depth));
        List<String> stack = new ArrayList<>();
        for (Slice slice : sorted) {
            stack.subList(Math.min(stack.size(), slice.depth()), stack.size()).clear();
            String around = slice.thread() + String.join("", stack);
            long nanos = slice.end() - slice.start();
            times.merge(around + " > " + slice.name(), nanos, Long::sum);
            if (!stack.isEmpty()) {
                times.merge(around, -nanos, Long::sum);
            }
            stack.add(" > " + slice.name());
        }
        times.values().removeIf(time -> time == 0);
        return times;
    }

    /// From when on which thread to when on which the arrows lead.
    List<String> ways() {
        return arrows.stream()
                .map(arrow ->
                        arrow.from() + " " + arrow.start() + " > " + arrow.to() + " " + arrow.end())
                .toList();
    }

    public String json() {
        return json.toString();
    }

    private void event(String body) {
        json.append('{').append(body.replace('\'', '"')).append("},");
    }

    private static String title(int pid, int tid, boolean several) {
        String thread = "thread-" + pid + "-" + tid;
        return several ? "process " + (char) ('A' + pid / 10) + " / " + thread : thread;
    }

    private void addProcess(int pid, boolean several) {
        String name = "process " + (char) ('A' + pid / 10);
        processes.add(pid + " " + name);
        event(
                "'ph':'M','name':'process_name','pid':%d,'tid':0,'args':{'name':'%s'}"
                        .formatted(pid, name));
        for (int tid = pid; tid <= pid + 1 + random.nextInt(3); tid++) {
            event(
                    "'ph':'M','name':'thread_name','pid':%d,'tid':%d,'args':{'name':'thread-%d-%d'}"
                            .formatted(pid, tid, pid, tid));
            boolean first = pid == 10 && tid == 10;
            if (first) {
                grow(pid, tid, several, 0, 1_000_000, 1);
            } else {
                grow(pid, tid, several, 1, 1_000_000, 0);
            }
        }
    }

    /// Slices side by side, with others inside; some without a length; many with the name of what
    /// they lie in.
    private void grow(int pid, int tid, boolean several, long from, long to, int depth) {
        long at = from;
        boolean must = depth == 0;
        while ((must || random.nextInt(4) > 0) && to - at > 10 && depth < 8) {
            must = false;
            at += random.nextInt(3) == 0 ? 0 : random.nextLong((to - at) / 4);
            boolean instant = random.nextInt(8) == 0 && at > from;
            long length = instant ? 0 : 1 + random.nextLong(Math.max(1, (to - at) / 2));
            String name = "call " + random.nextInt(random.nextInt(5) == 0 ? 2 : names);
            boolean begun = !instant && random.nextBoolean();
            if (instant) {
                event(
                        "'ph':'i','s':'t','name':'%s','pid':%d,'tid':%d,'ts':%s"
                                .formatted(name, pid, tid, micros(at)));
            } else if (!begun) {
                event(
                        "'ph':'X','name':'%s','pid':%d,'tid':%d,'ts':%s,'dur':%s"
                                .formatted(name, pid, tid, micros(at), micros(length)));
            } else {
                event(
                        "'ph':'B','name':'%s','pid':%d,'tid':%d,'ts':%s"
                                .formatted(name, pid, tid, micros(at)));
            }
            slices.add(new Slice(title(pid, tid, several), depth, name, at, at + length));
            if (!instant) {
                grow(pid, tid, several, at, at + length, depth + 1);
            }
            if (begun) {
                event(
                        "'ph':'E','pid':%d,'tid':%d,'ts':%s"
                                .formatted(pid, tid, micros(at + length)));
            }
            at += Math.max(1, length); // nothing begins where something without a length lies
        }
    }

    private static String micros(long nanos) {
        return nanos / 1_000 + "." + String.format(Locale.ROOT, "%03d", nanos % 1_000);
    }

    private void addArrows() {
        List<Slice> lasting = slices.stream().filter(slice -> slice.end() > slice.start()).toList();
        for (int id = 1; id <= 10; id++) {
            Slice from = lasting.get(random.nextInt(lasting.size()));
            Slice to = lasting.get(random.nextInt(lasting.size()));
            if (from.start() < to.start()) {
                arrow("s", id, from);
                arrow("f", id, to);
                arrows.add(
                        new Arrow(
                                "arrow " + id,
                                from.thread(),
                                from.start(),
                                to.thread(),
                                to.start()));
            }
        }
    }

    private void arrow(String phase, int id, Slice at) {
        List<String> numbers = List.of(at.thread().split("-", -1));
        event(
                "'ph':'%s','bp':'e','cat':'c','id':%d,'name':'arrow %d','pid':%s,'tid':%s,'ts':%s"
                        .formatted(
                                phase,
                                id,
                                id,
                                numbers.get(numbers.size() - 2),
                                numbers.getLast(),
                                micros(at.start())));
    }
}
