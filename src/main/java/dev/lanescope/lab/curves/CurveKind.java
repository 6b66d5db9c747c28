package dev.lanescope.lab.curves;

import dev.lanescope.lab.Unit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can be measured point by point.
public enum CurveKind {
    PING_PONG(
            "ping-pong",
            "Ping-pong: there and back, by way and size",
            "From sending bytes to one idle worker until they are back, one at a time.",
            "payload",
            3,
            Unit.BYTES,
            Unit.NANOSECONDS,
            Route.values()),
    BREAK_EVEN(
            "break-even",
            "Break-even: how many times as fast as one worker",
            "Pages of a known CPU cost and "
                    + Unit.BYTES.words(Contest.PAYLOAD)
                    + " of payload, done by "
                    + Contest.WORKERS
                    + " workers, against one worker in this heap.",
            "page cost",
            3,
            Unit.NANOSECONDS,
            Unit.RATIO,
            Contest.values()),
    PAGE(
            "page",
            "Page: its CPU time",
            "Everything that this JVM computes while one worker renders the folder, by page; over"
                    + " the bytes that cross for a page where it must.",
            "bytes",
            3,
            Unit.BYTES,
            Unit.NANOSECONDS,
            PageCost.values()),
    STARTS(
            "starts",
            "Starts: until the first page",
            "A crew of one is hired and renders its first page, again and again in a JVM that has"
                    + " rendered pages before.",
            "",
            2,
            Unit.THREADS,
            Unit.NANOSECONDS,
            Start.values()),
    INSIDE(
            "inside",
            "Inside: CPU over wall time of one interpreter",
            "One interpreter with one thread or two inside, under one lock or none, renders the"
                    + " folder: how many processors are busy.",
            "threads",
            3,
            Unit.THREADS,
            Unit.RATIO,
            Inside.values()),
    FREIGHT(
            "freight",
            "Freight: bytes by number of pages",
            "What crosses for parts of the folder, from a fifth of its pages to all (at most"
                    + " 1,000).",
            "pages",
            1,
            Unit.THREADS,
            Unit.BYTES,
            Freight.values()),
    MEMORY(
            "memory",
            "Memory: by number of workers",
            "After every worker has rendered pages and garbage was collected.",
            "workers",
            3,
            Unit.THREADS,
            Unit.BYTES,
            Growth.values()),
    JIT(
            "jit",
            "JIT: a page, by how many came before",
            "One worker renders the same pages, at most "
                    + Compiling.BLOCK
                    + ", again and again in a fresh JVM that compiles or does not.",
            "pages",
            3,
            Unit.THREADS,
            Unit.NANOSECONDS,
            Compiling.values()),
    CROSSOVER(
            "crossover",
            "Crossover: a cold build, by number of pages",
            "Each model builds the folder's first page, its first four, and so on to all (at most"
                    + " 1,000), each time as the first thing that a JVM does: who overtakes whom, and"
                    + " from how many pages on.",
            "pages",
            5,
            Unit.THREADS,
            Unit.NANOSECONDS,
            ColdBuild.values()),
    CEILING(
            "ceiling",
            "Ceiling: a page, by how many work at once",
            "Warm JVMs that share nothing render the folder side by side, and threads of one JVM do:"
                    + " what there is to win here at most, and what two JVMs differ by that do the"
                    + " same.",
            "at once",
            5,
            Unit.THREADS,
            Unit.NANOSECONDS,
            Ceiling.values());

    private final String id;
    private final String title;
    private final String sentence;
    private final String over;
    private final int rounds;
    private final Unit unitOfPoints;
    private final Unit unit;

    @SuppressWarnings("ImmutableEnumChecker") // a list that cannot be changed, of enums
    private final List<Row> rows;

    CurveKind(
            String id,
            String title,
            String sentence,
            String over,
            int rounds,
            Unit unitOfPoints,
            Unit unit,
            Row... rows) {
        this.id = id;
        this.title = title;
        this.sentence = sentence;
        this.over = over;
        this.rounds = rounds;
        this.unitOfPoints = unitOfPoints;
        this.unit = unit;
        this.rows = List.of(rows);
    }

    /// The kind with this id.
    public static Optional<CurveKind> byId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /// Those rows that can be measured on this machine.
    public List<Row> measurable() {
        return rows.stream().filter(row -> row.refusal().isEmpty()).toList();
    }

    /// The name for programs.
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /// What exactly is measured.
    public String sentence() {
        return sentence;
    }

    /// What the figures depend on; empty if on nothing.
    public String over() {
        return over;
    }

    /// How often each row is measured if nobody says otherwise.
    public int rounds() {
        return rounds;
    }

    /// A point in words, e.g. `16 kB`.
    public String point(int x) {
        return unitOfPoints.words(x);
    }

    /// Whether what is measured grows by so much for each step, if things are as they should be.
    public boolean isLinear() {
        return this == FREIGHT || this == MEMORY;
    }

    public Unit unit() {
        return unit;
    }

    public List<Row> rows() {
        return rows;
    }
}
