package dev.lanescope.analysis.explain;

import dev.lanescope.trace.Snapshot;

import java.util.List;
import java.util.stream.Stream;

/// What kept a run from being faster, in words: every [Rule] looks once, and what took most comes
/// first. Nothing is found in a run that was not slowed down by any of these.
public final class Findings {

    private static final List<Rule> RULES =
            List.of(
                    new Tail(),
                    new SerialPart(),
                    new LockWait(),
                    new Oversubscription(),
                    new ForeignLoad(),
                    new Serialization(),
                    new StartUp(),
                    new WarmUp(),
                    new CollectorPressure(),
                    new InputOutput(),
                    new BlockedLoop(),
                    new BackPressure(),
                    new SmallTasks(),
                    new Pinned());

    private Findings() {}

    /// The same of a run that stands beside a sequential one: if what took most of its speed-up is
    /// nothing that a rule speaks of, there is a finding about that too.
    ///
    /// @param stack of the run over the sequential one
    /// @param one the sequential run
    public static List<Finding> of(Snapshot run, SpeedUpStack stack, Snapshot one) {
        List<Finding> said = of(run);
        if (run.info().isForeign() || !run.finished() || run.endNanos() == 0) {
            return said;
        }
        return MainLoss.of(new Examination(run), stack, one, said)
                .map(main -> Stream.concat(said.stream(), Stream.of(main)))
                .orElseGet(said::stream)
                .sorted((finding, other) -> Double.compare(other.share(), finding.share()))
                .toList();
    }

    /// Looks at a finished run; the number of processors is taken from its facts, and without it
    /// some rules say nothing. Of traces of other tools nothing is said: what their states mean is
    /// not known.
    public static List<Finding> of(Snapshot run) {
        if (run.info().isForeign() || !run.finished() || run.endNanos() == 0) {
            return List.of();
        }
        var examination = new Examination(run);
        return RULES.stream()
                .flatMap(rule -> rule.examine(examination).stream())
                .sorted((one, other) -> Double.compare(other.share(), one.share()))
                .toList();
    }
}
