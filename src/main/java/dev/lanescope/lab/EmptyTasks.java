package dev.lanescope.lab;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Worker;
import dev.lanescope.concurrency.Workload;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/// Work that is none: one stage that does nothing to a number. What it takes all the same is the
/// model's.
final class EmptyTasks implements Workload<Integer, Integer, Integer> {

    private static final List<Stage> STAGES = List.of(new Stage("nothing", Stage.Kind.COMPUTE));
    private static final int[] PATH = {0};

    @Override
    public List<Stage> stages() {
        return STAGES;
    }

    @Override
    public int[] path(Integer item) {
        return PATH;
    }

    @Override
    public Worker<Integer> newWorker() {
        return (_, _) -> {};
    }

    @Override
    public void transfer(int stage, Integer draft) {}

    @Override
    public long weight(Integer item) {
        return 1;
    }

    @Override
    public Integer begin(Integer item) {
        return item;
    }

    @Override
    public Integer finish(Integer draft) {
        return draft;
    }

    @Override
    public ByteForm<Integer> itemForm() {
        return NumberForm.INSTANCE;
    }

    @Override
    public ByteForm<Integer> resultForm() {
        return NumberForm.INSTANCE;
    }

    @Override
    public Recipe recipe() {
        return new Recipe(Kitchen.class, new byte[0]);
    }

    /// Makes the same nothing elsewhere.
    public static final class Kitchen implements Recipe.Kitchen {
        @Override
        public EmptyTasks cook(byte[] ingredients) {
            return new EmptyTasks();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    }

    private enum NumberForm implements ByteForm<Integer> {
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
