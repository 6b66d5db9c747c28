package dev.lanescope.concurrency;

import java.io.IOException;

/// How to build a workload where nothing of this heap can be seen: the name of a [Kitchen] on the
/// other side's class path, and the bytes it needs. Only classes of the program itself are named
/// here; the bytes are data, never code.
public final class Recipe {

    /// Builds workloads from a recipe's bytes. Has a public constructor without parameters.
    public interface Kitchen {

        /// Builds the workload.
        ///
        /// @throws IOException if the bytes are not what this kitchen wrote
        Workload<?, ?, ?> cook(byte[] ingredients) throws IOException;

        /// What the clock says on the other side, in nanoseconds since some fixed moment.
        default long nanos() {
            return 0;
        }

        /// The CPU time that the calling thread has used, or -1 if nobody can tell.
        default long threadCpuNanos() {
            return -1;
        }
    }

    private final Class<? extends Kitchen> kitchen;
    private final byte[] ingredients;

    public Recipe(Class<? extends Kitchen> kitchen, byte[] ingredients) {
        this.kitchen = kitchen;
        this.ingredients = ingredients.clone();
    }

    /// The name of the class to load on the other side.
    public String kitchen() {
        return kitchen.getName();
    }

    /// A copy of the bytes.
    public byte[] ingredients() {
        return ingredients.clone();
    }
}
