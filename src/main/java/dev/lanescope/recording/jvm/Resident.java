package dev.lanescope.recording.jvm;

import dev.lanescope.trace.Fact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// How much physical memory this process and its children hold at most, by what Linux says in
/// `/proc` of each. What several of them share counts for each. Elsewhere nothing is known.
///
/// This process holds what earlier runs have left in its heap as well, so only in a fresh JVM is it
/// the run's alone.
final class Resident {

    /// The name of the fact.
    static final String PEAK = "Peak memory";

    private static final Path OWN = Path.of("/proc/self/status");
    private static final String HEAD = "VmRSS:";
    private static final long KILOBYTE = 1_024;
    private static final long MEGABYTE = 1_000_000;

    /// To look for children takes a millisecond.
    private static final long LOOK_EVERY_NANOS = 100_000_000;

    private final boolean hasChildren;
    private final List<Path> children = new ArrayList<>();
    private long lookedNanos = Long.MIN_VALUE;
    private long mostBytes;
    private long childBytesAtMost;
    private int childrenAtMost;

    /// @param hasChildren whether there may be child processes
    Resident(boolean hasChildren) {
        this.hasChildren = hasChildren;
    }

    void read(long nowNanos) {
        OptionalLong own = bytes(OWN);
        if (own.isEmpty()) {
            return;
        }
        if (hasChildren
                && (lookedNanos == Long.MIN_VALUE || nowNanos - lookedNanos >= LOOK_EVERY_NANOS)) {
            lookedNanos = nowNanos;
            look();
        }
        long inChildren = 0;
        int alive = 0;
        for (Path child : children) {
            OptionalLong theirs = bytes(child);
            inChildren += theirs.orElse(0);
            alive += theirs.isPresent() ? 1 : 0;
        }
        long all = own.getAsLong() + inChildren;
        if (all > mostBytes) {
            mostBytes = all;
            childBytesAtMost = inChildren;
            childrenAtMost = alive;
        }
    }

    private void look() {
        children.clear();
        try (Stream<ProcessHandle> family = ProcessHandle.current().descendants()) {
            family.map(child -> Path.of("/proc", Long.toString(child.pid()), "status"))
                    .forEach(children::add);
        }
    }

    /// What has been the most so far, as a trace tells it; empty if it is not known.
    Optional<Fact> peak() {
        if (mostBytes == 0) {
            return Optional.empty();
        }
        String with =
                childrenAtMost == 0
                        ? ""
                        : ", of it "
                                + megabytes(childBytesAtMost)
                                + (childrenAtMost == 1
                                        ? " in a child process"
                                        : " in " + childrenAtMost + " child processes");
        return Optional.of(new Fact(PEAK, megabytes(mostBytes) + with));
    }

    private static String megabytes(long bytes) {
        return Math.ceilDiv(bytes, MEGABYTE) + " MB";
    }

    private static OptionalLong bytes(Path status) {
        try {
            return resident(Files.readString(status, StandardCharsets.ISO_8859_1));
        } catch (IOException | RuntimeException e) { // it has ended, or this is no Linux
            return OptionalLong.empty();
        }
    }

    /// The figure in a line such as `VmRSS: 81234 kB`; a process that is ending has none.
    static OptionalLong resident(String status) {
        int at = status.indexOf(HEAD);
        if (at < 0) {
            return OptionalLong.empty();
        }
        long kilobytes = 0;
        for (int i = at + HEAD.length(); i < status.length() && status.charAt(i) != 'k'; i++) {
            char letter = status.charAt(i);
            if (letter >= '0' && letter <= '9') {
                kilobytes = 10 * kilobytes + (letter - '0');
            }
        }
        return OptionalLong.of(kilobytes * KILOBYTE);
    }
}
