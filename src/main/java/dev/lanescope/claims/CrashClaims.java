package dev.lanescope.claims;

import static dev.lanescope.claims.Claims.BENGAL_NOTES;
import static dev.lanescope.claims.Side.jvm;

import dev.lanescope.claims.ClaimExperiment.Costs;
import dev.lanescope.claims.ClaimExperiment.Crew;
import dev.lanescope.claims.ClaimExperiment.Faults;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.lab.Figure;

import java.util.List;

/// What is claimed of pages that go wrong.
final class CrashClaims {

    private static final String ONE_CRASH = "One crash does not affect the others";

    static final List<Claim> ALL =
            List.of(
                    Claims.contained(
                            "one-crash-interpreters",
                            ONE_CRASH + ", as each interpreter is isolated.",
                            BENGAL_NOTES + ", for interpreters of CPython",
                            "Isolated are exceptions and globals; os._exit or a crash of native"
                                    + " code ends the process with all interpreters in it.",
                            "python-interpreters"),
                    Claims.contained(
                            "one-crash-isolated-jvm",
                            ONE_CRASH + ", as each worker is isolated.",
                            BENGAL_NOTES + "; here with class loaders of the JVM",
                            "",
                            "isolated"),
                    Claims.contained(
                            "one-crash-processes",
                            ONE_CRASH + " where each worker is a process.",
                            "CPython, documentation of ProcessPoolExecutor, for what its pool"
                                    + " survives",
                            "",
                            "python-processes"),
                    Claims.contained(
                            "one-crash-processes-jvm",
                            ONE_CRASH + " where each worker is a process of the JVM.",
                            "All of the documents, for processes",
                            "",
                            "processes"),
                    isolationIsTheBenefit(),
                    isolationIsWorthIt());

    private CrashClaims() {}

    /// The key insight of the research notes, as a hypothesis: little speed, more isolation.
    private static Claim isolationIsTheBenefit() {
        Side isolated = Side.python("interpreters", Build.FREE);
        Side threads = Side.python("threads", Build.FREE);
        Fault.Kind poison = Fault.Kind.POISONED_STATIC;
        return new Claim(
                "isolation-main-benefit",
                "Where threads compute at once, isolation is the main benefit of interpreters, not"
                        + " speed.",
                "Bengal, research notes, key insight, for 3.14 without the GIL",
                "",
                List.of(
                        Claims.turns(Crew.CORES, isolated, threads),
                        new Faults(List.of(isolated.model(), threads.model()), List.of(poison))),
                new ClaimRule(
                        List.of(
                                new Condition(
                                        new Measure.SpeedUp(isolated, threads), Band.atMost(1.10)),
                                new Condition(
                                        new Measure.FewerLost(
                                                isolated.model(), threads.model(), poison),
                                        Band.atLeast(1)))));
    }

    /// The decision that the research was for. The limits are ours: the documents name none.
    private static Claim isolationIsWorthIt() {
        Side isolated = jvm("isolated");
        Side threads = jvm("fixed-pool");
        List<String> both = List.of("isolated", "fixed-pool");
        Fault.Kind poison = Fault.Kind.POISONED_STATIC;
        return new Claim(
                "isolation-worth-it",
                "On the JVM, isolation is worth its price: at most 10 % slower, at most ten times the start, 20"
                        + " MB of classes a worker and five times the code, and less is lost.",
                "Bengal, research notes, asked as their key question; the limits are ours, here with"
                        + " the JVM",
                "",
                List.of(
                        Claims.turns(Crew.CORES, isolated, threads),
                        new Costs(both, Reading.ENOUGH_ROUNDS),
                        new Faults(both, List.of(poison))),
                new ClaimRule(
                        List.of(
                                new Condition(
                                        new Measure.SpeedUp(isolated, threads), Band.atLeast(0.9)),
                                new Condition(
                                        new Measure.FewerLost("isolated", "fixed-pool", poison),
                                        Band.atLeast(1)),
                                new Condition(
                                        new Measure.CostRatio(
                                                Figure.START, "isolated", "fixed-pool"),
                                        Band.atMost(10)),
                                new Condition(
                                        new Measure.Cost("isolated", Figure.METASPACE),
                                        Band.atMost(20e6)),
                                new Condition(
                                        new Measure.CodeRatio("isolated", "fixed-pool"),
                                        Band.atMost(5)))));
    }
}
