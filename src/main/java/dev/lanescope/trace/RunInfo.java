package dev.lanescope.trace;

import java.time.Instant;
import java.util.List;

/// What a trace says about its run besides the spans.
///
/// @param model the id of the concurrency model, e.g. `fixed-pool`
/// @param modelTitle what people call it, e.g. `Platform threads`
/// @param workers how many workers the run was given; also the number of lanes
/// @param content the name of the content folder
/// @param contentBytes how many bytes of Markdown it held
/// @param started wall-clock time of the first submit
/// @param renderedBefore how many pages this JVM had rendered before; at 0 the run was cold, and
///   the compiler was still at work for the first few thousand
/// @param states every state a lane can be in; a state's code is its index here, at most 127
/// @param items the names of the items, in the order of the run
public record RunInfo(
        String model,
        String modelTitle,
        int workers,
        String content,
        long contentBytes,
        Instant started,
        long renderedBefore,
        List<State> states,
        List<String> items) {

    /// State codes are bytes.
    public static final int MOST_STATES = 127;

    public RunInfo {
        states = List.copyOf(states);
        items = List.copyOf(items);
        if (workers < 1) {
            throw new IllegalArgumentException("a run with " + workers + " workers");
        }
        if (states.isEmpty() || states.size() > MOST_STATES) {
            throw new IllegalArgumentException(
                    states.size() + " states; 1 to " + MOST_STATES + " can be told apart");
        }
    }

    /// How far the JVM had come before a run.
    public enum Temperature {
        /// Nothing was loaded or compiled.
        COLD,
        /// The compiler was at work; such runs get faster from one to the next by themselves.
        WARMING,
        /// Most of what matters was compiled. A rule of thumb by pages, not a proof.
        WARM
    }

    /// From how many pages on a JVM counts as warm.
    public static final int WARM_PAGES = 5_000;

    public Temperature temperature() {
        if (renderedBefore == 0) {
            return Temperature.COLD;
        }
        return renderedBefore < WARM_PAGES ? Temperature.WARMING : Temperature.WARM;
    }

    /// Whether the JVM had nothing behind it yet.
    public boolean isCold() {
        return temperature() == Temperature.COLD;
    }
}
