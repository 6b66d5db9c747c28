package dev.lanescope.trace;

import org.jspecify.annotations.Nullable;

/// What a chunk of a trace file holds.
enum ChunkKind {
    /// What was known of the run when it began, but for the names of its items.
    HEAD(1),
    ITEMS(2),
    LANES(3),
    COUNTERS(4),
    REMARKS(5),
    FACTS(6),
    JVM(7),
    NOTES(8),
    /// Everything up to some moment has been said.
    MOMENT(9),
    /// Everything has been said; nothing follows.
    END(10),
    /// Arrows that another tool has drawn.
    FLOWS(11),
    /// Slices of another tool that lie between the outermost and the innermost.
    NESTED(12),
    /// Slices of another tool of which a lane has pieces only.
    OUTLINES(13),
    /// What another tool calls the threads of the lanes.
    ORIGINS(14);

    private final int code;

    ChunkKind(int code) {
        this.code = code;
    }

    /// What stands for it on disk.
    int code() {
        return code;
    }

    /// The kind with that code; null if there is none.
    static @Nullable ChunkKind of(int code) {
        for (ChunkKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        return null;
    }
}
