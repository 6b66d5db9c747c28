package dev.lanescope.exchange.out;

import dev.lanescope.trace.LaneOrigin;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which process and thread stands for which lane in files that number them. Those of another
/// tool's trace keep their numbers where they are numbers, and their names; what has none gets a
/// free one. Our own runs are one process, whose threads are the lanes.
final class Places {

    /// A process.
    ///
    /// @param name empty if it has none
    record ProcessPlace(int pid, String name) {}

    /// The thread that stands for a lane.
    ///
    /// @param name empty if it has none
    record ThreadPlace(ProcessPlace process, int tid, String name) {}

    /// Of a lane of which nothing is known.
    private static final String NOWHERE = "\0";

    private final List<ProcessPlace> processes = new ArrayList<>();
    private final List<ThreadPlace> threads = new ArrayList<>();

    private Places() {}

    /// Gives all lanes their places.
    ///
    /// @param least no number is less
    static Places of(Snapshot trace, int least) {
        var places = new Places();
        Map<Integer, LaneOrigin> origins = new HashMap<>();
        trace.origins().forEach(origin -> origins.putIfAbsent(origin.lane(), origin));
        Map<String, ProcessPlace> byId = places.processes(trace, origins, least);
        Map<ProcessPlace, Set<Integer>> taken = new HashMap<>();
        for (LaneView lane : trace.lanes()) { // those that have numbers take them first
            int wanted = number(origins.get(lane.number()), least);
            ProcessPlace process =
                    Objects.requireNonNull(byId.get(process(origins.get(lane.number()))));
            boolean free =
                    wanted >= least
                            && taken.computeIfAbsent(process, _ -> new HashSet<>()).add(wanted);
            places.threads.add(
                    new ThreadPlace(
                            process, free ? wanted : -1, name(lane, origins.get(lane.number()))));
        }
        for (int lane = 0; lane < places.threads.size(); lane++) {
            ThreadPlace thread = places.threads.get(lane);
            if (thread.tid() < least) {
                Set<Integer> of = taken.computeIfAbsent(thread.process(), _ -> new HashSet<>());
                int tid = free(of, lane + 1);
                places.threads.set(lane, new ThreadPlace(thread.process(), tid, thread.name()));
            }
        }
        return places;
    }

    private Map<String, ProcessPlace> processes(
            Snapshot trace, Map<Integer, LaneOrigin> origins, int least) {
        Map<String, ProcessPlace> byId = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (LaneOrigin origin : origins.values()) {
            taken.add(parsed(origin.process()));
        }
        Set<Integer> given = new HashSet<>();
        for (LaneView lane : trace.lanes()) {
            @Nullable LaneOrigin origin = origins.get(lane.number());
            String id = process(origin);
            if (!byId.containsKey(id)) {
                int wanted = parsed(id);
                int pid = wanted >= least && given.add(wanted) ? wanted : free(taken, 1);
                String name =
                        origin == null
                                ? "Lanescope: " + trace.info().modelTitle()
                                : origin.processName();
                var process = new ProcessPlace(pid, name);
                byId.put(id, process);
                processes.add(process);
            }
        }
        return byId;
    }

    private static String process(@Nullable LaneOrigin origin) {
        return origin == null ? NOWHERE : origin.process();
    }

    private static int number(@Nullable LaneOrigin origin, int least) {
        return origin == null ? least - 1 : parsed(origin.thread());
    }

    /// A number as others write it; -1 if it is none, or too large.
    private static int parsed(String id) {
        boolean digits = !id.isEmpty() && id.length() < 10 && id.chars().allMatch(Places::isDigit);
        return digits ? Integer.parseInt(id) : -1;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static int free(Set<Integer> taken, int from) {
        int number = from;
        while (!taken.add(number)) {
            number++;
        }
        return number;
    }

    private static String name(LaneView lane, @Nullable LaneOrigin origin) {
        return origin == null || (origin.thread().isEmpty() && origin.threadName().isEmpty())
                ? lane.name()
                : origin.threadName();
    }

    /// All processes, by their first lane.
    List<ProcessPlace> processes() {
        return processes;
    }

    ThreadPlace of(LaneView lane) {
        return threads.get(lane.number());
    }

    ThreadPlace of(int lane) {
        return threads.get(lane);
    }
}
