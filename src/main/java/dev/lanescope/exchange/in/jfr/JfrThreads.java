package dev.lanescope.exchange.in.jfr;

import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.exchange.in.foreign.Strands;
import dev.lanescope.exchange.in.foreign.Track;
import dev.lanescope.trace.Refusal;
import dev.lanescope.trace.State;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/// The threads of a recording, and what they waited for. Virtual threads share lanes, as many as
/// are needed at once.
final class JfrThreads {

    private static final Map<String, State> WAITS =
            Map.ofEntries(
                    Map.entry("jdk.ThreadPark", new State("parked", State.Kind.QUEUE)),
                    Map.entry("jdk.JavaMonitorEnter", new State("monitor", State.Kind.LOCK)),
                    Map.entry("jdk.JavaMonitorWait", new State("Object.wait", State.Kind.QUEUE)),
                    Map.entry("jdk.ThreadSleep", new State("sleeping", State.Kind.IO)),
                    Map.entry("jdk.VirtualThreadPinned", new State("pinned", State.Kind.LOCK)),
                    Map.entry("jdk.SocketConnect", new State("socket connect", State.Kind.IO)),
                    Map.entry("jdk.SocketRead", new State("socket read", State.Kind.IO)),
                    Map.entry("jdk.SocketWrite", new State("socket write", State.Kind.IO)),
                    Map.entry("jdk.FileRead", new State("file read", State.Kind.IO)),
                    Map.entry("jdk.FileWrite", new State("file write", State.Kind.IO)),
                    Map.entry("jdk.FileForce", new State("file force", State.Kind.IO)));

    /// What threads park on that is a lock: `ReentrantLock$NonfairSync` and its relatives, but not
    /// latches and conditions.
    private static final State PARKED_FOR_LOCK = new State("parked for a lock", State.Kind.LOCK);

    private final ForeignTrace trace;
    private final Map<Long, Track> threads = new HashMap<>();
    private @Nullable Strands virtual;

    JfrThreads(ForeignTrace trace) {
        this.trace = trace;
    }

    /// Takes in what a thread did or waited for.
    ///
    /// @return whether it is shown
    boolean take(RecordedEvent event, Stretch when) throws Refusal {
        RecordedThread thread = event.getThread();
        if (thread == null) {
            return false;
        }
        String type = event.getEventType().getName();
        State wait = WAITS.get(type);
        if (wait != null) {
            State shown = isLock(event, type) ? PARKED_FOR_LOCK : wait;
            slice(thread, when, trace.names().of(shown.name(), shown.kind()));
            return true;
        }
        if (type.startsWith("jdk.") || when.start() == when.end()) {
            return false;
        }
        String label = event.getEventType().getLabel();
        slice(thread, when, trace.names().of(label == null ? type : label));
        return true;
    }

    private static boolean isLock(RecordedEvent event, String type) {
        return type.equals("jdk.ThreadPark")
                && Fields.className(event, "parkedClass").contains("Lock$");
    }

    private void slice(RecordedThread thread, Stretch when, int name) throws Refusal {
        lane(thread).slice(when.start(), when.end(), name);
    }

    /// The lane of a thread.
    Track lane(RecordedThread thread) throws Refusal {
        Track known = threads.get(thread.getId());
        if (known == null) {
            known = thread.isVirtual() ? virtualLane() : platformLane(thread);
            threads.put(thread.getId(), known);
        }
        return known;
    }

    private Track virtualLane() throws Refusal {
        if (virtual == null) {
            virtual = trace.strands("virtual threads");
        }
        return virtual.strand();
    }

    private Track platformLane(RecordedThread thread) throws Refusal {
        boolean isJava = thread.getJavaThreadId() > 0;
        String name = isJava ? thread.getJavaName() : thread.getOSName();
        Track lane = trace.thread(name == null ? "thread " + thread.getId() : name);
        double rank = isJava ? thread.getJavaThreadId() : 1e18 + thread.getOSThreadId();
        lane.rank(0, rank);
        return lane;
    }
}
