package dev.lanescope.exchange.in.chrome;

import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.exchange.in.foreign.Names;
import dev.lanescope.exchange.in.foreign.Strands;
import dev.lanescope.exchange.in.foreign.Track;
import dev.lanescope.trace.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The processes and threads of a file, and what they are called. Names may come before or after
/// the events, or never.
final class Processes {

    private static final class ProcessEntry {
        final String id;
        final double place;
        final Map<String, ThreadEntry> threads = new LinkedHashMap<>();
        final List<Strands> strands = new ArrayList<>();
        String name = "";
        double rank;

        ProcessEntry(String id, double place) {
            this.id = id;
            this.place = place;
        }

        String title() {
            return name.isEmpty() ? "process " + id : name;
        }
    }

    private static final class ThreadEntry {
        @Nullable Track track;
        String name = "";
        double rank;
    }

    private final ForeignTrace trace;
    private final Map<String, ProcessEntry> processes = new LinkedHashMap<>();
    private int threads;

    Processes(ForeignTrace trace) {
        this.trace = trace;
    }

    private ProcessEntry process(ChromeEvent event) throws Refusal {
        ProcessEntry known = processes.get(event.process);
        if (known == null) {
            bound(processes.size(), "processes");
            known = new ProcessEntry(event.process, processes.size());
            processes.put(event.process, known);
        }
        return known;
    }

    private ThreadEntry of(ChromeEvent event) throws Refusal {
        ProcessEntry process = process(event);
        ThreadEntry known = process.threads.get(event.thread);
        if (known == null) {
            bound(threads++, "threads");
            known = new ThreadEntry();
            process.threads.put(event.thread, known);
        }
        return known;
    }

    private static void bound(int count, String what) throws Refusal {
        if (count >= ForeignTrace.MOST_LANES) {
            throw new Refusal(
                    "has more than " + ForeignTrace.MOST_LANES + " " + what + ", too many to show");
        }
    }

    /// The lane of the event's thread.
    Track thread(ChromeEvent event) throws Refusal {
        ThreadEntry thread = of(event);
        if (thread.track == null) {
            thread.track = trace.thread("thread " + event.thread);
        }
        return thread.track;
    }

    void add(ChromeEvent event, Strands strands) throws Refusal {
        process(event).strands.add(strands);
    }

    /// A counter of the event's process was set.
    void count(ChromeEvent event, String name, double value) throws Refusal {
        trace.count(process(event).id, name, event.nanos, value);
    }

    /// What stands before the name of a process's counters: all but the first are told apart.
    private String beforeCounters(String id) {
        ProcessEntry process = processes.get(id);
        return process == null || process.place == 0 ? "" : process.title() + ": ";
    }

    /// Takes in an event that only says what something is called, or where it stands.
    void describe(ChromeEvent event) throws Refusal {
        switch (event.name) {
            case "process_name" -> process(event).name = Names.cut(event.argumentName.strip());
            case "process_sort_index" -> process(event).rank = event.sortIndex;
            case "thread_name" -> of(event).name = Names.cut(event.argumentName.strip());
            case "thread_sort_index" -> of(event).rank = event.sortIndex;
            default -> {} // labels and the like
        }
    }

    /// Names all lanes; the process is told only if there are several.
    void name() {
        trace.nameOwners(this::beforeCounters);
        boolean several = processes.values().stream().filter(Processes::isShown).count() > 1;
        for (ProcessEntry process : processes.values()) {
            String group = several ? process.title() : "";
            double groupRank = process.rank * ForeignTrace.MOST_LANES + process.place;
            for (Map.Entry<String, ThreadEntry> entry : process.threads.entrySet()) {
                ThreadEntry thread = entry.getValue();
                if (thread.track != null) {
                    thread.track.inProcess(process.id, process.name);
                    thread.track.isThread(entry.getKey(), thread.name);
                    thread.track.belongsTo(group);
                    thread.track.rank(groupRank, thread.rank);
                    if (!thread.name.isEmpty()) {
                        thread.track.rename(thread.name);
                    }
                }
            }
            for (Strands strands : process.strands) {
                strands.inProcess(process.id, process.name);
                strands.belongsTo(group, groupRank);
            }
        }
    }

    private static boolean isShown(ProcessEntry process) {
        return !process.strands.isEmpty()
                || process.threads.values().stream().anyMatch(thread -> thread.track != null);
    }
}
