package dev.lanescope.ui.timeline;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which states are dimmed after somebody has pointed at one.
final class Dimming {

    private Dimming() {}

    /// The same but for one state.
    static Set<Integer> toggled(Set<Integer> dimmed, int state) {
        return dimmed.contains(state)
                ? dimmed.stream()
                        .filter(code -> code != state)
                        .collect(Collectors.toUnmodifiableSet())
                : Stream.concat(dimmed.stream(), Stream.of(state))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// All but one state; none if that is so already.
    static Set<Integer> solo(Set<Integer> dimmed, int states, int state) {
        Set<Integer> others =
                IntStream.range(0, states)
                        .filter(code -> code != state)
                        .boxed()
                        .collect(Collectors.toUnmodifiableSet());
        return others.equals(dimmed) ? Set.of() : others;
    }
}
