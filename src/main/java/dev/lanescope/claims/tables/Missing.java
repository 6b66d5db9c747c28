package dev.lanescope.claims.tables;

import dev.lanescope.claims.Build;
import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.ClaimExperiment.Costs;
import dev.lanescope.claims.ClaimExperiment.Faults;
import dev.lanescope.claims.ClaimExperiment.Sources;
import dev.lanescope.claims.ClaimExperiment.Turns;
import dev.lanescope.claims.Side;
import dev.lanescope.claims.Way;
import dev.lanescope.concurrency.knobs.Fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What many cells miss, put together: settings that take turns under the same circumstances take
/// them with each other, and what is tried out of several models is one trial.
final class Missing {

    private final Set<String> counted = new LinkedHashSet<>();
    private final Set<String> costly = new LinkedHashSet<>();
    private final Map<String, Set<Fault.Kind>> faults = new LinkedHashMap<>();
    private final Map<Circumstances, Set<Side>> turns = new LinkedHashMap<>();
    private int rounds;

    /// What settings must share to take turns with each other. Those of Python share their builds,
    /// for each is held against its own.
    private record Circumstances(
            ClaimExperiment.Crew crew, Way way, int rounds, Set<Build> builds) {}

    private Missing() {}

    /// The quick ones first.
    static List<ClaimExperiment> of(List<Entry> entries) {
        var all = new Missing();
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Missing missing -> {
                    if (missing.obstacle().isEmpty()) {
                        missing.by().forEach(all::add);
                    }
                }
                case Entry.Measured measured -> measured.again().forEach(all::add);
                case Entry.Never _ -> {}
            }
        }
        return all.together();
    }

    private void add(ClaimExperiment experiment) {
        switch (experiment) {
            case Sources(List<String> models) -> counted.addAll(models);
            case Costs(List<String> models, int many) -> {
                costly.addAll(models);
                rounds = Math.max(rounds, many);
            }
            case Faults(List<String> models, List<Fault.Kind> kinds) ->
                    models.forEach(model ->
                            faults.computeIfAbsent(model, _ -> new LinkedHashSet<>())
                                    .addAll(kinds));
            case Turns(List<Side> sides, ClaimExperiment.Crew crew, Way way, int many) ->
                    turns.computeIfAbsent(
                                    new Circumstances(
                                            crew,
                                            way,
                                            many,
                                            sides.stream()
                                                    .map(Side::build)
                                                    .collect(Collectors.toSet())),
                                    _ -> new LinkedHashSet<>())
                            .addAll(sides);
        }
    }

    private List<ClaimExperiment> together() {
        var all = new ArrayList<ClaimExperiment>();
        if (!counted.isEmpty()) {
            all.add(new Sources(List.copyOf(counted)));
        }
        turns.forEach((same, sides) ->
                all.add(new Turns(List.copyOf(sides), same.crew(), same.way(), same.rounds())));
        var alike = new LinkedHashMap<Set<Fault.Kind>, List<String>>();
        faults.forEach(
                (model, kinds) -> alike.computeIfAbsent(kinds, _ -> new ArrayList<>()).add(model));
        alike.forEach((kinds, models) -> all.add(new Faults(models, List.copyOf(kinds))));
        if (!costly.isEmpty()) {
            all.add(new Costs(List.copyOf(costly), rounds));
        }
        return List.copyOf(all);
    }
}
