package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Worker;
import dev.lanescope.concurrency.Workload;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.util.List;

/// Work whose items come back as they are, after as much CPU time as is said.
final class Echo implements Workload<byte[], byte[], byte[]> {

    private static final List<Stage> STAGES = List.of(new Stage("echo", Stage.Kind.COMPUTE));
    private static final int[] PATH = {0};
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long cpuNanos;

    /// @param cpuNanos what an item takes; 0 for as little as possible
    Echo(long cpuNanos) {
        this.cpuNanos = cpuNanos;
    }

    @Override
    public List<Stage> stages() {
        return STAGES;
    }

    @Override
    public int[] path(byte[] item) {
        return PATH;
    }

    @Override
    public Worker<byte[]> newWorker() {
        return (_, _) -> compute();
    }

    /// By the thread's own clock, so that it is the same amount wherever it is done, and whoever
    /// else wants the processor.
    private void compute() {
        if (cpuNanos > 0) {
            long end = THREADS.getCurrentThreadCpuTime() + cpuNanos;
            while (THREADS.getCurrentThreadCpuTime() < end) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void transfer(int stage, byte[] draft) {}

    @Override
    public long weight(byte[] item) {
        return 1;
    }

    @Override
    public byte[] begin(byte[] item) {
        return item;
    }

    @Override
    public byte[] finish(byte[] draft) {
        return draft;
    }

    @Override
    public ByteForm<byte[]> itemForm() {
        return PayloadForm.INSTANCE;
    }

    @Override
    public ByteForm<byte[]> resultForm() {
        return PayloadForm.INSTANCE;
    }

    @Override
    public Recipe recipe() {
        return new Recipe(Kitchen.class, ByteBuffer.allocate(Long.BYTES).putLong(cpuNanos).array());
    }

    /// Makes the same echo elsewhere.
    public static final class Kitchen implements Recipe.Kitchen {
        @Override
        public Echo cook(byte[] ingredients) throws IOException {
            if (ingredients.length != Long.BYTES) {
                throw new IOException(ingredients.length + " bytes that are no echo");
            }
            return new Echo(ByteBuffer.wrap(ingredients).getLong());
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    }

    private enum PayloadForm implements ByteForm<byte[]> {
        INSTANCE;

        private static final int MOST = 1 << 24;

        @Override
        public void write(byte[] value, DataOutput out) throws IOException {
            out.writeInt(value.length);
            out.write(value);
        }

        @Override
        public byte[] read(DataInput in) throws IOException {
            int length = in.readInt();
            if (length < 0 || length > MOST) {
                throw new IOException("a payload of " + length + " bytes");
            }
            byte[] value = new byte[length];
            in.readFully(value);
            return value;
        }
    }
}
