package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.KnownMachine;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.scaling.Grid;
import dev.lanescope.analysis.scaling.RuleCheck;
import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.study.rules.RulesOfThumb;
import dev.lanescope.ui.session.RunRecord;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the models among some runs scale; worked out in the background.
///
/// @param records all runs that were looked at
/// @param comparison what is held against what
/// @param sweeps the models that ran with more numbers of workers than one; none if the runs did
///   not do the same
/// @param rules of each sweep by its title, what rules of thumb would have chosen
/// @param grids the models that ran with several numbers of processes and of threads in each
/// @param objections why nothing can be said
record Scaled(
        List<RunRecord> records,
        Comparison comparison,
        List<Sweep> sweeps,
        Map<String, List<RuleCheck>> rules,
        List<Grid> grids,
        List<String> objections) {

    Scaled {
        records = List.copyOf(records);
        sweeps = List.copyOf(sweeps);
        rules = Map.copyOf(rules);
        grids = List.copyOf(grids);
        objections = List.copyOf(objections);
    }

    /// @param records finished runs, at least one
    static Scaled of(List<RunRecord> records) {
        Comparison comparison = Comparison.of(records.stream().map(RunRecord::trace).toList());
        int cores =
                KnownMachine.processors(comparison.baseline().info())
                        .orElseGet(() -> Runtime.getRuntime().availableProcessors());
        List<String> objections = comparison.objections();
        List<Sweep> sweeps = objections.isEmpty() ? Sweep.allOf(comparison, cores) : List.of();
        return new Scaled(
                records,
                comparison,
                sweeps,
                sweeps.stream()
                        .collect(
                                Collectors.toMap(
                                        Sweep::title,
                                        sweep -> RulesOfThumb.checked(sweep, comparison),
                                        (first, _) -> first)),
                objections.isEmpty() ? Grid.allOf(comparison) : List.of(),
                objections);
    }

    /// The sweep with this title, else the first of the model with this id.
    Optional<Sweep> of(String name) {
        return sweeps.stream()
                .filter(sweep -> sweep.title().equals(name))
                .findFirst()
                .or(() -> sweeps.stream().filter(sweep -> sweep.model().equals(name)).findFirst());
    }
}
