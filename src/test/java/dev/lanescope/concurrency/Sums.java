package dev.lanescope.concurrency;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A small workload whose result tells whether everything was done, once and in order: item `n`
/// passes three stages and comes out as `n` with the digits 0, 1 and 2 behind it. What a stage does
/// besides can be set.
public class Sums implements Workload<Integer, Sums.Sum, Integer> {

    /// What happens in a stage besides the work; runs on the worker's thread.
    interface Extra {
        void at(int item, int stage) throws Exception;
    }

    /// An item on its way.
    public static final class Sum {
        final int item;
        int value;

        Sum(int item) {
            this.item = item;
            this.value = item;
        }
    }

    private static final int[] ALL_STAGES = {0, 1, 2};
    private static final int[] SHORT = {1};

    /// By how much the clock of the other side is ahead.
    public static final long AHEAD_NANOS = 3_000_000_000L;

    /// An item of which not even the path is known.
    public static final int WITHOUT_PATH = -1;

    /// An item that cannot be begun.
    public static final int WITHOUT_DRAFT = -2;

    private final Extra extra;
    private final Trouble trouble;
    final AtomicInteger workersMade = new AtomicInteger();
    final AtomicInteger rehearsals = new AtomicInteger();
    final AtomicInteger stepsDone = new AtomicInteger();

    private Sums(Extra extra, Trouble trouble) {
        this.extra = extra;
        this.trouble = trouble;
    }

    /// An extra that only workers in this heap see.
    Sums(Extra extra) {
        this(extra, Trouble.NONE);
    }

    /// Trouble that meets all workers, wherever they live.
    Sums(Trouble trouble) {
        this(trouble, trouble);
    }

    /// All items wait for ever, until they are interrupted.
    public static Sums thatBlock() {
        return new Sums(Trouble.blocksFrom(0));
    }

    public Sums() {
        this(Trouble.NONE);
    }

    public static int expected(int item) {
        return item * 1000 + 12;
    }

    @Override
    public List<Stage> stages() {
        return List.of(
                new Stage("first", Stage.Kind.INPUT),
                new Stage("second", Stage.Kind.COMPUTE),
                new Stage("third", Stage.Kind.OUTPUT));
    }

    @Override
    public int[] path(Integer item) {
        if (item == WITHOUT_PATH) {
            throw new IllegalStateException("no path");
        }
        return trouble.oddAreShort() && item % 2 == 1 ? SHORT : ALL_STAGES;
    }

    @Override
    public Worker<Sum> newWorker() {
        workersMade.incrementAndGet();
        var inUse = new AtomicBoolean();
        return new Worker<>() {
            @Override
            public void step(int stage, Sum sum) throws Exception {
                if (inUse.getAndSet(true)) {
                    throw new AssertionError("a worker is used by two threads at once");
                }
                try {
                    pass(stage, sum);
                } finally {
                    inUse.set(false);
                }
            }

            @Override
            public void rehearse(int stage, Sum sum) {
                rehearsals.incrementAndGet();
            }
        };
    }

    @Override
    public void transfer(int stage, Sum sum) throws Exception {
        pass(stage, sum);
    }

    private void pass(int stage, Sum sum) throws Exception {
        extra.at(sum.item, stage);
        sum.value = sum.value * 10 + stage;
        stepsDone.incrementAndGet();
    }

    @Override
    public long weight(Integer item) {
        return item % 7;
    }

    @Override
    public Sum begin(Integer item) {
        if (item == WITHOUT_DRAFT) {
            throw new AssertionError("no draft");
        }
        return new Sum(item);
    }

    @Override
    public Integer finish(Sum draft) {
        return draft.value;
    }

    @Override
    public ByteForm<Integer> itemForm() {
        return IntForm.INSTANCE;
    }

    @Override
    public ByteForm<Integer> resultForm() {
        return IntForm.INSTANCE;
    }

    @Override
    public Recipe recipe() {
        return new Recipe(SumsKitchen.class, trouble.bytes());
    }

    /// Builds [Sums] with the same trouble.
    public static final class SumsKitchen implements Recipe.Kitchen {
        @Override
        public Workload<?, ?, ?> cook(byte[] ingredients) throws IOException {
            return new Sums(Trouble.of(ingredients));
        }

        @Override
        public long nanos() {
            return System.nanoTime() + AHEAD_NANOS;
        }

        @Override
        public long threadCpuNanos() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    private enum IntForm implements ByteForm<Integer> {
        INSTANCE;

        @Override
        public void write(Integer value, DataOutput out) throws IOException {
            out.writeInt(value);
        }

        @Override
        public Integer read(DataInput in) throws IOException {
            return in.readInt();
        }
    }
}
