package dev.lanescope.exchange.report;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Contender;

/// What a report calls settings: what they have in common is told once and not in every name.
record Names(Comparison comparison) {

    String of(Contender contender) {
        return common().isEmpty() ? contender.title() : contender.shortTitle();
    }

    String of(Comparison.Row row) {
        return of(row.contender());
    }

    /// What all settings turned alike, in words; empty if nothing, or if they differ.
    String common() {
        String first = comparison.baseline().info().setting();
        return comparison.contenders().stream()
                        .allMatch(contender -> contender.info().setting().equals(first))
                ? first
                : "";
    }
}
