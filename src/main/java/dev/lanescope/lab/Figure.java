package dev.lanescope.lab;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Transport;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One thing that a model costs.
public enum Figure {
    PYTHON(Group.STARTING, "CPython", "From starting a Python until it answers."),
    IMPORT(Group.STARTING, "imports", "What a worker imports before it can work."),
    START(Group.STARTING, "worker", "From hiring a crew of one to its first stage of work."),
    FIRST_PAGE(Group.STARTING, "first page", "From hiring a crew of one to its first page."),
    EMPTY_TASK(Group.STARTING, "empty task", "A task that does nothing, one worker."),

    RECORDS_BYTES(Transport.RECORDS, false),
    SERIALIZATION_BYTES(Transport.SERIALIZATION, false),
    SHARED_MEMORY_BYTES(Transport.SHARED_MEMORY, false),
    PICKLED_PAGES_BYTES(Transport.PICKLED_PAGES, false),
    PICKLED_SITES_BYTES(Transport.PICKLED_SITES, false),

    RECORDS_TIME(Transport.RECORDS, true),
    SERIALIZATION_TIME(Transport.SERIALIZATION, true),
    SHARED_MEMORY_TIME(Transport.SHARED_MEMORY, true),
    PICKLED_PAGES_TIME(Transport.PICKLED_PAGES, true),
    PICKLED_SITES_TIME(Transport.PICKLED_SITES, true),

    HEAP(Group.MEMORY, "heap", "Live objects after a collection."),
    METASPACE(Group.MEMORY, "metaspace", "Classes."),
    CODE_CACHE(Group.MEMORY, "code cache", "Compiled code."),

    CHILD_RSS(Group.CHILDREN, "RSS", "Resident memory of child processes."),
    CHILD_PSS(
            Group.CHILDREN,
            "PSS",
            "The same, but pages of memory that several processes share are divided by them."),

    THREADS(Group.THREADS, "1 worker", "Platform threads more than without a crew, at most."),
    THREADS_OF_MORE(
            Group.THREADS,
            CostCase.MORE_WORKERS + " workers",
            "Platform threads more than without a crew, at most."),
    CHILD_THREADS(Group.THREADS, "in a child", "All threads of a child process, the JVM's too.");

    /// What is told together.
    public enum Group {
        STARTING("Time to start, and of an empty task", Unit.NANOSECONDS),
        BYTES("Bytes that cross for a page, both ways", Unit.BYTES),
        CROSSING("Time that crossing takes, for a page", Unit.NANOSECONDS),
        MEMORY("Memory of a further worker, in this process", Unit.BYTES),
        CHILDREN("Memory of a further worker, in child processes", Unit.BYTES),
        THREADS("Threads", Unit.THREADS);

        private final String title;
        private final Unit unit;

        Group(String title, Unit unit) {
            this.title = title;
            this.unit = unit;
        }

        public String title() {
            return title;
        }

        public Unit unit() {
            return unit;
        }

        public List<Figure> figures() {
            return Arrays.stream(Figure.values()).filter(each -> each.group == this).toList();
        }
    }

    private final Group group;
    private final String head;
    private final String sentence;
    private final @Nullable Transport transport;

    Figure(Group group, String head, String sentence) {
        this.group = group;
        this.head = head;
        this.sentence = sentence;
        this.transport = null;
    }

    Figure(Transport transport, boolean isTime) {
        this.group = isTime ? Group.CROSSING : Group.BYTES;
        this.head = transport.id().replace('-', ' ');
        this.sentence =
                isTime
                        ? "Packing, unpacking and waiting for the channel, of a worker's lane; of"
                                + " CPython packing and unpacking alone; pages "
                                + transport.words()
                                + "."
                        : "Of page and result, of CPython of the page; pages "
                                + transport.words()
                                + ".";
        this.transport = transport;
    }

    /// The name for programs, e.g. `first-page`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Group group() {
        return group;
    }

    /// What stands above its column; what it means only together with its group.
    public String head() {
        return head;
    }

    /// What exactly it is.
    public String sentence() {
        return sentence;
    }

    /// Those that there may be of a model: one of the JVM, or one of a real CPython.
    public static List<Figure> of(ConcurrencyModel model) {
        return Arrays.stream(values()).filter(each -> each.isOf(model.isForeign())).toList();
    }

    private boolean isOf(boolean foreign) {
        return switch (this) {
            case PYTHON, IMPORT -> foreign;
            case HEAP, METASPACE, CODE_CACHE, THREADS, THREADS_OF_MORE -> !foreign;
            case START, FIRST_PAGE, EMPTY_TASK, CHILD_RSS, CHILD_PSS, CHILD_THREADS -> true;
            default ->
                    transport == Transport.RECORDS
                            || (transport != null && transport.isPickled() == foreign);
        };
    }

    /// Why a model that was measured has no such figure, in one sentence.
    public String whyMissing(ConcurrencyModel model) {
        if (!isOf(model.isForeign())) {
            return model.isForeign()
                    ? "Its workers do not live in this JVM."
                    : "Only a real CPython has it.";
        }
        if (transport != null) {
            return refusal(model, transport).orElse("Not measured on this system.");
        }
        if (this == THREADS_OF_MORE && model.workers().most() < CostCase.MORE_WORKERS) {
            return "It cannot have so many workers.";
        }
        return (group == Group.CHILDREN || this == CHILD_THREADS) && !model.survivesCrashes()
                ? "It has no child processes."
                : "Not measured on this system.";
    }

    /// Why nothing crosses so under a model; empty if it does.
    static Optional<String> refusal(ConcurrencyModel model, Transport transport) {
        if (model.sharesHeap()) {
            return Optional.of("Nothing crosses: its workers share the heap.");
        }
        if (transport == Transport.RECORDS && !model.isForeign()) {
            return Optional.empty();
        }
        return model.refusal(Knob.TRANSPORT)
                .or(() -> model.refusal(Knobs.STANDARD.with(transport)));
    }

    static Figure bytes(Transport transport) {
        return of(Group.BYTES, transport);
    }

    static Figure time(Transport transport) {
        return of(Group.CROSSING, transport);
    }

    private static Figure of(Group group, Transport transport) {
        return group.figures().stream()
                .filter(each -> each.transport == transport)
                .findFirst()
                .orElseThrow();
    }
}
