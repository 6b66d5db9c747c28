package dev.lanescope.concurrency;

/// How to build a workload where nothing of this heap can be seen: the name of a [Kitchen] on the
/// other side's class path, and the bytes it needs. Only classes of the program itself are named
/// here; the bytes are data, never code.
public record Recipe(String kitchen, byte[] ingredients) {

    /// Builds workloads from a recipe's bytes. Has a public constructor without parameters.
    public interface Kitchen {
        /// Builds the workload.
        ///
        /// @throws java.io.IOException if the bytes are not what this kitchen wrote
        Workload<?, ?, ?> cook(byte[] ingredients) throws java.io.IOException;
    }
}
