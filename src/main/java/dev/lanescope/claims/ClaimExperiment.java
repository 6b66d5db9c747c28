package dev.lanescope.claims;

import dev.lanescope.analysis.compare.Certainty;
import dev.lanescope.concurrency.knobs.Fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is done to test a claim. Each is something that the app does anyway: a study, a trial of
/// faults, a measurement of costs.
public sealed interface ClaimExperiment {

    /// Why it cannot be done here, in a sentence; empty if it can.
    Optional<String> obstacle(Here here);

    /// For people.
    ///
    /// @param here to know the numbers of workers
    String words(Here here);

    /// How many workers each has.
    enum Crew {
        /// One.
        ONE,
        /// As many as there are processors.
        CORES,
        /// From one to twice the processors, one after the other: a sweep.
        UP_TO_TWICE_THE_CORES;

        /// The numbers.
        List<Integer> workers(Here here) {
            int cores = here.processors();
            return switch (this) {
                case ONE -> List.of(1);
                case CORES -> List.of(cores);
                case UP_TO_TWICE_THE_CORES ->
                        IntStream.rangeClosed(1, 2 * cores)
                                .filter(each ->
                                        each == 1 || each % step(cores) == 0 || each % cores == 0)
                                .boxed()
                                .toList();
            };
        }

        /// At most ten numbers, so that many processors do not make it endless.
        private static int step(int cores) {
            return Math.ceilDiv(cores, 4);
        }
    }

    /// Settings take turns over the pages of the folder, the one that works alone among them.
    ///
    /// @param rounds how often each runs at least
    record Turns(List<Side> sides, Crew crew, Way way, int rounds) implements ClaimExperiment {

        /// A worker with fewer pages than this does not show what it can do.
        private static final int PAGES_PER_WORKER = 4;

        public Turns {
            sides = List.copyOf(sides);
        }

        /// In the usual way, and as often as one interval takes.
        public Turns(List<Side> sides, Crew crew) {
            this(sides, crew, Way.USUAL, Certainty.needed(1));
        }

        @Override
        public Optional<String> obstacle(Here here) {
            if (crew != Crew.ONE && here.processors() < 2) {
                return Optional.of(
                        "This machine has one processor: nothing can compute at once here.");
            }
            Optional<String> missing =
                    sides.stream()
                            .map(Side::build)
                            .filter(build -> build != Build.NONE)
                            .filter(build -> here.runtime(build).isEmpty())
                            .map(Build::missing)
                            .findFirst();
            Optional<String> obstacle = missing.or(() -> unlike(here));
            if (obstacle.isPresent()) {
                return obstacle;
            }
            int pages = PAGES_PER_WORKER * workers(here).getLast();
            return here.pages() < pages
                    ? Optional.of(
                            "This folder has fewer than "
                                    + pages
                                    + " pages: too few to keep "
                                    + workers(here).getLast()
                                    + " workers busy.")
                    : Optional.empty();
        }

        /// Why builds among them cannot be held against each other.
        private Optional<String> unlike(Here here) {
            List<Build> builds = sides.stream().map(Side::build).distinct().toList();
            return builds.stream()
                    .flatMap(one ->
                            one.counterpart().filter(builds::contains).stream()
                                    .flatMap(other -> here.unlike(one, other).stream()))
                    .findFirst();
        }

        /// How many workers those have that can have several.
        public List<Integer> workers(Here here) {
            return crew.workers(here);
        }

        /// How often each runs: so often that every setting can be held against one, all together.
        public int repeats(Here here) {
            int settings = 1 + models(here).size() * workers(here).size();
            return Math.max(rounds, Certainty.needed(settings - 1));
        }

        /// The models as commands take them, each with its runtime behind it: `ID` or `ID@RUNTIME`.
        /// The baseline is not among them, unless that is all there is.
        public List<String> models(Here here) {
            boolean alone = sides.stream().allMatch(Side::isBaseline);
            return sides.stream()
                    .filter(side -> alone || !side.isBaseline())
                    .map(side -> name(side, here))
                    .toList();
        }

        private static String name(Side side, Here here) {
            return side.build() == Build.NONE
                    ? side.model()
                    : side.model() + "@" + here.runtime(side.build()).orElse("");
        }

        @Override
        public String words(Here here) {
            String numbers =
                    workers(here).stream().map(String::valueOf).collect(Collectors.joining(", "));
            return sides.stream().map(Side::title).collect(Collectors.joining(", "))
                    + ": "
                    + numbers
                    + (numbers.equals("1") ? " worker, " : " workers, ")
                    + (way.words().isEmpty() ? "" : way.words() + ", ")
                    + repeats(here)
                    + " repeats in turns";
        }
    }

    private static Optional<String> noPython(List<String> models, Here here) {
        boolean python = models.stream().anyMatch(each -> each.startsWith("python-"));
        return python && here.runtime(Build.WITH_GIL).isEmpty()
                ? Optional.of(Build.WITH_GIL.missing())
                : Optional.empty();
    }

    /// One page goes wrong, each case in a process of its own, over the sample content.
    record Faults(List<String> models, List<Fault.Kind> kinds) implements ClaimExperiment {
        public Faults {
            models = List.copyOf(models);
            kinds = List.copyOf(kinds);
        }

        @Override
        public Optional<String> obstacle(Here here) {
            return noPython(models, here);
        }

        @Override
        public String words(Here here) {
            return "one page goes wrong under "
                    + String.join(", ", models)
                    + ", by "
                    + kinds.stream().map(Fault.Kind::id).collect(Collectors.joining(", "))
                    + "; 2 workers, each case in a process of its own, sample content";
        }
    }

    /// What models cost, each in JVMs of its own.
    record Costs(List<String> models, int rounds) implements ClaimExperiment {
        public Costs {
            models = List.copyOf(models);
        }

        @Override
        public Optional<String> obstacle(Here here) {
            return here.pages() == 0
                    ? Optional.of("This folder has no page to measure with.")
                    : noPython(models, here);
        }

        @Override
        public String words(Here here) {
            return "costs of " + String.join(", ", models) + ", " + rounds + " rounds";
        }
    }

    /// The source of models is counted, as it was compiled.
    record Sources(List<String> models) implements ClaimExperiment {
        public Sources {
            models = List.copyOf(models);
        }

        @Override
        public Optional<String> obstacle(Here here) {
            return Optional.empty();
        }

        @Override
        public String words(Here here) {
            return "the source of " + String.join(", ", models) + " is counted";
        }
    }
}
