package dev.lanescope.lab;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What this JVM and its children take at one moment, after a collection.
///
/// @param bytes what could be found out
/// @param threads the most platform threads since the count was last set back
/// @param childThreads of a child, on average; empty if there is none or nobody can tell
public record Footprint(Map<Figure, Long> bytes, int threads, OptionalDouble childThreads) {

    private static final int COLLECTIONS = 3; // classes go one collection after their last object

    /// Of this moment.
    public static Footprint now() {
        int threads = ManagementFactory.getThreadMXBean().getPeakThreadCount();
        for (int time = 0; time < COLLECTIONS; time++) {
            System.gc();
        }
        Map<Figure, Long> bytes = new EnumMap<>(Figure.class);
        bytes.put(Figure.HEAP, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            long used = pool.getUsage().getUsed();
            if (pool.getName().equals("Metaspace")) {
                bytes.put(Figure.METASPACE, used);
            } else if (pool.getName().startsWith("Code")) { // one pool, or one for each kind
                bytes.merge(Figure.CODE_CACHE, used, Long::sum);
            }
        }
        List<ChildStatus> children = ChildStatus.all();
        if (!children.isEmpty()) {
            bytes.put(Figure.CHILD_RSS, children.stream().mapToLong(ChildStatus::rssBytes).sum());
            bytes.put(Figure.CHILD_PSS, children.stream().mapToLong(ChildStatus::pssBytes).sum());
        }
        return new Footprint(
                bytes, threads, children.stream().mapToInt(ChildStatus::threads).average());
    }
}
