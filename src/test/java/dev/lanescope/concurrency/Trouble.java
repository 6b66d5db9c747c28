package dev.lanescope.concurrency;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// What goes wrong with some items of [Sums]; unlike a lambda it can cross to another process.
///
/// @param bad items that fail in the stage of their number modulo 3: even ones by an exception, odd
///   ones by a stack overflow
/// @param abortsAt the item that ends the run in its last stage; -1 for none
/// @param blocksFrom items from this number on wait for ever, until they are interrupted
/// @param oddAreShort whether items with an odd number only pass stage 1
/// @param loopsAt the item that loops in stage 1 and reacts to nothing until [#letGo]; -1 for none
/// @param loop which of all loops that is
record Trouble(
        Set<Integer> bad, int abortsAt, int blocksFrom, boolean oddAreShort, int loopsAt, int loop)
        implements Sums.Extra {

    static final Trouble NONE = new Trouble(Set.of(), -1, Integer.MAX_VALUE, false, -1, 0);

    private static final long BETWEEN_TURNS_NANOS = 1_000_000;

    private static final AtomicInteger LOOPS = new AtomicInteger();

    static Trouble bad(Set<Integer> items) {
        return new Trouble(items, -1, Integer.MAX_VALUE, false, -1, 0);
    }

    static Trouble abortsAt(int item) {
        return new Trouble(Set.of(), item, Integer.MAX_VALUE, false, -1, 0);
    }

    static Trouble blocksFrom(int item) {
        return new Trouble(Set.of(), -1, item, false, -1, 0);
    }

    static final Trouble ODD_ARE_SHORT = new Trouble(Set.of(), -1, Integer.MAX_VALUE, true, -1, 0);

    static Trouble loopsAt(int item) {
        int loop = LOOPS.incrementAndGet();
        return new Trouble(Set.of(), -1, Integer.MAX_VALUE, false, item, loop);
    }

    /// Ends the loop in this process, in whatever class loader.
    void letGo() {
        System.setProperty(letGoProperty(), "now");
    }

    /// A property is what class loaders have in common.
    private String letGoProperty() {
        return "lanescope.test.letGo." + loop;
    }

    Trouble {
        bad = Set.copyOf(bad);
    }

    @Override
    public void at(int item, int stage) throws Exception {
        if (bad.contains(item) && stage == item % 3) {
            if (item % 2 == 0) {
                throw new IllegalStateException("bad item " + item);
            }
            throw new StackOverflowError("deep item " + item);
        }
        if (item == abortsAt && stage == 2) {
            throw new RunAborted("the disk is full", new Exception());
        }
        if (item == loopsAt && stage == 1) {
            loopUntil(() -> System.getProperty(letGoProperty()) != null);
        }
        if (item >= blocksFrom) {
            new CountDownLatch(1).await();
        }
    }

    /// Loops and reacts to nothing until it is let go. A thread of its own leaves the processor to
    /// other tests meanwhile; a virtual one that did so would let go of its carrier, too.
    static void loopUntil(BooleanSupplier letGo) {
        boolean interrupted = false;
        while (!letGo.getAsBoolean()) {
            if (Thread.currentThread().isVirtual()) {
                Thread.onSpinWait();
            } else {
                interrupted |= Thread.interrupted(); // or else it could not wait any more
                LockSupport.parkNanos(BETWEEN_TURNS_NANOS);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(bad.size());
            for (int item : bad) {
                out.writeInt(item);
            }
            out.writeInt(abortsAt);
            out.writeInt(blocksFrom);
            out.writeBoolean(oddAreShort);
            out.writeInt(loopsAt);
            out.writeInt(loop);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    static Trouble of(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Set<Integer> bad = new HashSet<>();
            int count = in.readInt();
            for (int item = 0; item < count; item++) {
                bad.add(in.readInt());
            }
            return new Trouble(
                    bad, in.readInt(), in.readInt(), in.readBoolean(), in.readInt(), in.readInt());
        }
    }
}
