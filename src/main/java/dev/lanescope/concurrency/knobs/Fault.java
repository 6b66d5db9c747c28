package dev.lanescope.concurrency.knobs;

/// A page that is made to fail.
///
/// @param kind in which way
/// @param item index of the page in the run
public record Fault(Kind kind, int item) {

    /// Ways to fail, from harmless to deadly.
    public enum Kind {
        /// Throws an exception.
        EXCEPTION("exception", false),
        /// Never comes back.
        ENDLESS_LOOP("endless-loop", false),
        /// Calls itself until the stack is full.
        STACK_OVERFLOW("stack-overflow", false),
        /// Allocates until the heap is full.
        OUT_OF_MEMORY("out-of-memory", false),
        /// Leaves a static field behind that breaks every page after it that sees the same class.
        POISONED_STATIC("poisoned-static", false),
        /// Calls `System.exit`.
        EXIT("exit", true),
        /// Calls `Runtime.halt`.
        HALT("halt", true),
        /// Kills its own process, as a crash in native code would.
        CRASH("crash", true),
        /// Prints nonsense where its process talks to us; a real CPython only.
        NONSENSE("nonsense", true),
        /// Makes the process vanish that leads the others, from one moment to the next; a real
        /// CPython only.
        VANISH("vanish", true);

        private final String id;
        private final boolean endsProcess;

        Kind(String id, boolean endsProcess) {
            this.id = id;
            this.endsProcess = endsProcess;
        }

        public String id() {
            return id;
        }

        /// Whether only a real CPython can fail like this.
        public boolean isOfPython() {
            return this == NONSENSE || this == VANISH;
        }

        /// Whether it takes the whole process with it that it happens in.
        public boolean endsProcess() {
            return endsProcess;
        }
    }

    public Fault {
        if (item < 0) {
            throw new IllegalArgumentException("item " + item);
        }
    }
}
