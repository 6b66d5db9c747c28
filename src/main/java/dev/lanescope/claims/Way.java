package dev.lanescope.claims;

import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.concurrency.knobs.Knobs;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Under which circumstances settings take turns.
public enum Way {
    /// Pages are rendered, by workers that have done so before.
    USUAL("", ""),
    /// The same with a slow disk: more time is waited than computed.
    WAITING("~waiting", "with 10 ms before each read and each write"),
    /// Each run in a JVM of its own, so that its memory is its own.
    COLD("~cold", "each in a JVM of its own");

    private static final Duration SLOW = Duration.ofMillis(10);
    private static final String RUNTIME = "CPython ";
    private static final String WARM_UP = "after ";

    private final String mark;
    private final String words;

    Way(String mark, String words) {
        this.mark = mark;
        this.words = words;
    }

    /// At the end of the keys of its measures; empty for the usual way.
    String mark() {
        return mark;
    }

    /// As part of a sentence; empty for the usual way.
    public String words() {
        return words;
    }

    /// How its runs are carried out.
    Knobs knobs() {
        return switch (this) {
            case USUAL -> Knobs.STANDARD.withWarmUp(1);
            case WAITING -> Knobs.STANDARD.withLatency(SLOW, SLOW).withWarmUp(1);
            case COLD -> Knobs.STANDARD;
        };
    }

    /// Whether runs were made so. Which Python they ran on and how they were warmed up is not
    /// asked.
    boolean fits(Contender ran) {
        String work =
                Arrays.stream(ran.info().setting().split(", ", -1))
                        .filter(each -> !each.startsWith(RUNTIME) && !each.startsWith(WARM_UP))
                        .collect(Collectors.joining(", "));
        return switch (this) {
            case USUAL -> work.isEmpty();
            case WAITING -> work.equals(Knobs.STANDARD.withLatency(SLOW, SLOW).words());
            case COLD -> work.isEmpty() && ran.runs().stream().allMatch(run -> run.info().isCold());
        };
    }
}
