package dev.lanescope.claims.guide;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.claims.Build;
import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.Here;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.Row;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a step of a guide does. Each is something that the app does anyway.
public sealed interface GuideExperiment {

    /// Why it cannot be done here, in a sentence; empty if it can.
    Optional<String> obstacle(Here here);

    /// For people.
    String words(Here here);

    /// About how long it takes.
    Duration estimate(Here here);

    private static Optional<String> withoutPages(Here here) {
        return here.pages() == 0
                ? Optional.of("This folder has no page to measure with.")
                : Optional.empty();
    }

    /// Looks what there is: Pythons, their names, and whether an interpreter of the JVM can be
    /// made, called and ended.
    record Look() implements GuideExperiment {
        @Override
        public Optional<String> obstacle(Here here) {
            return Optional.empty();
        }

        @Override
        public String words(Here here) {
            return "ask every Python for its names, and make, call and end an interpreter of the"
                    + " JVM";
        }

        @Override
        public Duration estimate(Here here) {
            return Duration.ofSeconds(10);
        }
    }

    /// Packs all that is known of the site, and unpacks it again.
    record Packing() implements GuideExperiment {
        @Override
        public Optional<String> obstacle(Here here) {
            return withoutPages(here);
        }

        @Override
        public String words(Here here) {
            return "pack and unpack the whole site";
        }

        @Override
        public Duration estimate(Here here) {
            return Duration.ofSeconds(3);
        }
    }

    /// Curves of costs, each row in JVMs of its own.
    record Curves(Map<CurveKind, List<Row>> plan, int rounds) implements GuideExperiment {

        private static final int SECONDS = 7;
        private static final int JIT_SECONDS = 20;

        public Curves {
            plan = Map.copyOf(plan);
        }

        int measurements() {
            return rounds * plan.values().stream().mapToInt(List::size).sum();
        }

        @Override
        public Optional<String> obstacle(Here here) {
            return withoutPages(here);
        }

        @Override
        public String words(Here here) {
            return "costs --measure "
                    + plan.keySet().stream()
                            .sorted()
                            .map(CurveKind::id)
                            .collect(Collectors.joining(", "))
                    + ", "
                    + Amounts.count(rounds, "round");
        }

        @Override
        public Duration estimate(Here here) {
            return Duration.ofSeconds(
                    plan.entrySet().stream()
                            .mapToLong(each ->
                                    (long) rounds
                                            * each.getValue().size()
                                            * (each.getKey() == CurveKind.JIT
                                                    ? JIT_SECONDS
                                                    : SECONDS))
                            .sum());
        }
    }

    /// One interpreter of a CPython renders the folder, with pages sent as what is needed, pickled
    /// with their text, and pickled with their whole site: as the documents would have done it.
    record Pickling() implements GuideExperiment {

        /// With more pages than this the whole site is not pickled for each of them.
        static final int MOST_PAGES = 300;

        static final int REPEATS = 5;
        private static final double PAGE_SECONDS = 0.02;

        @Override
        public Optional<String> obstacle(Here here) {
            return withoutPages(here)
                    .or(() ->
                            here.runtime(Build.WITH_GIL).isEmpty()
                                    ? Optional.of(
                                            "No CPython with interpreters was found to pickle"
                                                    + " with.")
                                    : Optional.empty());
        }

        @Override
        public String words(Here here) {
            return "python-interpreters \u00d7 1 with --transport records, pickled-pages"
                    + (here.pages() > MOST_PAGES ? "" : ", pickled-sites")
                    + ", "
                    + REPEATS
                    + " repeats in turns";
        }

        @Override
        public Duration estimate(Here here) {
            return Duration.ofSeconds(10 + Math.round(3 * REPEATS * PAGE_SECONDS * here.pages()));
        }
    }

    /// What claims are tested by.
    record Tested(ClaimExperiment experiment) implements GuideExperiment {

        private static final int COST_SECONDS = 9;
        private static final int FAULT_SECONDS = 4;
        private static final int WARM_UP_SECONDS = 30;
        private static final double PAGE_SECONDS = 0.002;
        private static final double PYTHON_PAGE_SECONDS = 0.01;

        @Override
        public Optional<String> obstacle(Here here) {
            return experiment.obstacle(here);
        }

        @Override
        public String words(Here here) {
            return experiment.words(here);
        }

        @Override
        public Duration estimate(Here here) {
            return switch (experiment) {
                case ClaimExperiment.Turns turns -> {
                    boolean python = turns.sides().getFirst().model().startsWith("python-");
                    int settings = 1 + turns.sides().size() * turns.workers(here).size();
                    double page = python ? PYTHON_PAGE_SECONDS : PAGE_SECONDS;
                    double run = 1 + 2 * page * here.pages(); // with its warm-up
                    yield Duration.ofSeconds(
                            WARM_UP_SECONDS + Math.round(settings * turns.repeats(here) * run));
                }
                case ClaimExperiment.Faults faults ->
                        Duration.ofSeconds(
                                (long) FAULT_SECONDS
                                        * faults.models().size()
                                        * faults.kinds().size());
                case ClaimExperiment.Costs costs ->
                        Duration.ofSeconds(
                                (long) COST_SECONDS * costs.models().size() * costs.rounds());
                case ClaimExperiment.Sources _ -> Duration.ofSeconds(1);
            };
        }
    }
}
