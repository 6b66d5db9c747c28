package dev.lanescope.trace;

/// What one piece of a file takes of an [Allowance] while it is being read, all given back when it
/// has become part of the trace.
final class Claim {

    private final Allowance memory;
    private long bytes;

    Claim(Allowance memory) {
        this.memory = memory;
    }

    synchronized void spend(long more) throws Refusal {
        memory.spend(more);
        bytes += more;
    }

    synchronized void release() {
        memory.release(bytes);
        bytes = 0;
    }
}
