package dev.lanescope.concurrency;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A small workload whose result tells whether everything was done, once and in order: item `n`
/// passes three stages and comes out as `n` with the digits 0, 1 and 2 behind it. What a stage does
/// besides can be set.
final class Sums implements Workload<Integer, Sums.Sum, Integer> {

    /// What happens in a stage besides the work; runs on the worker's thread.
    interface Extra {
        void at(int item, int stage) throws Exception;
    }

    /// An item on its way.
    static final class Sum {
        final int item;
        int value;

        Sum(int item) {
            this.item = item;
            this.value = item;
        }
    }

    private static final int[] ALL_STAGES = {0, 1, 2};

    private final Extra extra;
    private final Function<Integer, int[]> path;
    final AtomicInteger workersMade = new AtomicInteger();
    final AtomicInteger stepsDone = new AtomicInteger();

    private Sums(Extra extra, Function<Integer, int[]> path) {
        this.extra = extra;
        this.path = path;
    }

    Sums(Extra extra) {
        this(extra, _ -> ALL_STAGES);
    }

    Sums(Function<Integer, int[]> path) {
        this((_, _) -> {}, path);
    }

    Sums() {
        this((_, _) -> {});
    }

    static int expected(int item) {
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
        return path.apply(item);
    }

    @Override
    public Worker<Sum> newWorker() {
        workersMade.incrementAndGet();
        long owner = Thread.currentThread().threadId();
        return (stage, sum) -> {
            if (Thread.currentThread().threadId() != owner) {
                throw new AssertionError("a worker of thread " + owner + " used by another");
            }
            pass(stage, sum);
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
        return new Recipe(SumsKitchen.class, new byte[0]);
    }

    /// Builds [Sums] without extras.
    public static final class SumsKitchen implements Recipe.Kitchen {
        @Override
        public Workload<?, ?, ?> cook(byte[] ingredients) {
            return new Sums();
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
