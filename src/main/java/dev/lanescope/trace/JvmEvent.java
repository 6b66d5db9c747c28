package dev.lanescope.trace;

/// Something the JVM did for itself while a run went on; it concerns all lanes of that JVM.
///
/// @param kind what it was
/// @param name as the JVM calls it, e.g. `G1New` or `C2`
/// @param startNanos nanoseconds since the first submit
/// @param endNanos never before the start
public record JvmEvent(Kind kind, String name, long startNanos, long endNanos) {

    /// What a JVM does for itself.
    public enum Kind {
        /// All threads stood still while it collected garbage.
        COLLECTION,
        /// All threads stood still for another reason.
        SAFEPOINT,
        /// A method was compiled, beside the threads.
        COMPILATION;

        /// Whether no lane could go on meanwhile.
        public boolean stopsTheWorld() {
            return this != COMPILATION;
        }
    }

    public JvmEvent {
        if (endNanos < startNanos) {
            throw new IllegalArgumentException(name + " ends before it begins");
        }
    }

    /// The same, but over by then at the latest.
    JvmEvent until(long moment) {
        return endNanos <= moment ? this : new JvmEvent(kind, name, startNanos, moment);
    }

    public long nanos() {
        return endNanos - startNanos;
    }
}
