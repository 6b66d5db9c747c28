package dev.lanescope.content;

import java.util.ArrayList;
import java.util.List;

/// What a scan did not take, each with the reason; after a thousand nothing more is written down.
final class LeftOut {

    private static final int MAX = 1_000;

    private final List<String> reasons = new ArrayList<>();

    void add(String what, String why) {
        if (reasons.size() < MAX) {
            reasons.add(what + " (" + why + ")");
        }
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    /// All of them, sorted.
    List<String> sorted() {
        return reasons.stream().sorted().toList();
    }
}
