package dev.lanescope.concurrency.isolated;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Worker;
import dev.lanescope.concurrency.Workload;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Work that counts itself in a static field: an item comes out as the number of items that were
/// done with the same class so far.
public final class Census implements Workload<Integer, Integer, Integer> {

    /// An item that spins until [#RELEASE] is set.
    static final int SPINS = -1;

    /// An item that is interrupted by its own doing.
    static final int INTERRUPTED = -2;

    /// A system property: those are the JDK's, so they are seen on both sides.
    static final String RELEASE = "lanescope.test.release";

    /// How many items were done.
    static final AtomicInteger COUNT = new AtomicInteger();

    private static final int[] PATH = {0};

    @Override
    public List<Stage> stages() {
        return List.of(new Stage("count", Stage.Kind.COMPUTE));
    }

    @Override
    public int[] path(Integer item) {
        return PATH;
    }

    @Override
    public Worker<Integer> newWorker() {
        return (_, item) -> {
            if (item == INTERRUPTED) {
                throw new InterruptedException();
            }
            while (item == SPINS && System.getProperty(RELEASE) == null) {
                Thread.onSpinWait();
            }
        };
    }

    @Override
    public void transfer(int stage, Integer item) {}

    @Override
    public long weight(Integer item) {
        return 1;
    }

    @Override
    public Integer begin(Integer item) {
        return item;
    }

    @Override
    public Integer finish(Integer item) {
        return COUNT.incrementAndGet();
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
        return new Recipe(CensusKitchen.class, new byte[0]);
    }

    /// Builds the same.
    public static final class CensusKitchen implements Recipe.Kitchen {
        @Override
        public Census cook(byte[] ingredients) {
            return new Census();
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
