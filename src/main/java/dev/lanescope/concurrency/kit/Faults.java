package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.knobs.Fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes pages fail as they were told to.
final class Faults {

    /// What a page that was told to says.
    static final class Injected extends RuntimeException {
        private static final long serialVersionUID = 1;

        Injected(String message) {
            super(message);
        }
    }

    private static volatile boolean poisoned;

    private final Map<Integer, Fault.Kind> kinds;
    private volatile boolean over;

    private Faults(List<Fault> faults) {
        kinds = faults.stream().collect(Collectors.toMap(Fault::item, Fault::kind, (a, _) -> a));
    }

    /// For a new run: what an earlier one has poisoned is clean again.
    static Faults of(List<Fault> faults) {
        if (!faults.isEmpty()) {
            poisoned = false;
        }
        return new Faults(faults);
    }

    /// The run is over: no loop goes on, for it would take its core from every later run.
    void end() {
        over = true;
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    /// Fails in the way that was chosen for the item; does nothing if none was, unless an item
    /// before has poisoned this class.
    void strike(int number) throws Exception {
        Fault.Kind kind = kinds.get(number);
        if (kind != null) {
            strike(kind);
        }
        if (poisoned) {
            throw new Injected("a static field was poisoned by another page");
        }
    }

    private void strike(Fault.Kind kind) throws Exception {
        switch (kind) {
            case EXCEPTION -> throw new Injected("an exception, as ordered");
            case ENDLESS_LOOP -> loop();
            case STACK_OVERFLOW -> throw new Injected("never seen: " + dive(0));
            case OUT_OF_MEMORY -> throw new Injected("never seen: " + hoard());
            case POISONED_STATIC -> poisoned = true;
            case EXIT -> System.exit(70);
            case HALT -> Runtime.getRuntime().halt(71);
            case CRASH -> crash();
            case NONSENSE, VANISH -> throw new Injected(kind.id() + " is for a real CPython");
        }
    }

    private void loop() {
        while (!over) {
            Thread.onSpinWait();
        }
        throw new Injected("an endless loop, left when the run was over");
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int dive(int depth) {
        return dive(depth + 1) + 1;
    }

    private static int hoard() {
        List<byte[]> heap = new ArrayList<>();
        while (heap.size() < Integer.MAX_VALUE) {
            heap.add(new byte[64 * 1024 * 1024]);
        }
        return heap.size();
    }

    /// What a bug in native code does, seen from outside: the process is gone without a word.
    private static void crash() throws Exception {
        long self = ProcessHandle.current().pid();
        new ProcessBuilder("kill", "-9", Long.toString(self)).start().waitFor();
    }
}
