package dev.lanescope.claims;

import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.lab.Figure;

import java.util.Locale;
import java.util.Optional;

/// What a claim is about, so that it can be measured.
public sealed interface Measure {

    /// By which its readings are known.
    String key();

    /// For people.
    String title();

    /// What stands behind its figures, with a space before it; may be empty.
    String unit();

    /// Whether it has no spread.
    default boolean isCounted() {
        return false;
    }

    /// Whether its limits are whole numbers.
    default boolean isWhole() {
        return isCounted();
    }

    /// How the runs have to be made that it is read from, if it is read from runs.
    default Way way() {
        return Way.USUAL;
    }

    /// How many times as fast one is as the other, with as many workers each.
    ///
    /// @param crew one worker, or as many as there are processors
    /// @param way how the runs were made
    record SpeedUp(Side of, Side over, ClaimExperiment.Crew crew, Way way) implements Measure {

        private static final String MADE_ALIKE = "=alike";

        /// With as many workers as there are processors, in the usual way.
        public SpeedUp(Side of, Side over) {
            this(of, over, ClaimExperiment.Crew.CORES, Way.USUAL);
        }

        /// With one worker each.
        public static SpeedUp ofOne(Side of, Side over) {
            return new SpeedUp(of, over, ClaimExperiment.Crew.ONE, Way.USUAL);
        }

        private boolean isOfOne() {
            return crew == ClaimExperiment.Crew.ONE;
        }

        /// The key of two binaries says that they were held against each other only because they
        /// were made alike: what was kept before that was asked is not found by it.
        @Override
        public String key() {
            return of.key()
                    + "/"
                    + over.key()
                    + (isOfOne() ? "*1" : "")
                    + way.mark()
                    + (isOfTwoBinaries() ? MADE_ALIKE : "");
        }

        private boolean isOfTwoBinaries() {
            return of.build() != Build.NONE
                    && over.build() != Build.NONE
                    && of.build() != over.build()
                    && !of.build().otherWay().equals(Optional.of(over.build()));
        }

        @Override
        public String title() {
            return of.title()
                    + " against "
                    + over.title()
                    + (isOfOne() ? ", one worker each" : "")
                    + (way.words().isEmpty() ? "" : ", " + way.words());
        }

        @Override
        public String unit() {
            return " times as fast";
        }
    }

    /// How many times as fast a number of workers is as every other that was tried.
    ///
    /// @param timesCores the number of workers, in units of the processors
    record BestWorkers(Side side, int timesCores) implements Measure {
        @Override
        public String key() {
            return side.key() + "*" + timesCores + "cores";
        }

        @Override
        public String title() {
            return side.title()
                    + " with "
                    + timesCores
                    + " \u00d7 cores against every other number of workers";
        }

        @Override
        public String unit() {
            return " times as fast";
        }
    }

    /// Something that is counted, once.
    sealed interface Counted extends Measure {
        @Override
        default String unit() {
            return "";
        }

        @Override
        default boolean isCounted() {
            return true;
        }
    }

    /// How many pages do not come out when one goes wrong.
    record PagesLost(String model, Fault.Kind fault) implements Counted {
        @Override
        public String key() {
            return model + "!" + fault.id();
        }

        @Override
        public String title() {
            return "pages lost under " + model + " by " + fault.id();
        }
    }

    /// How many pages fewer are lost under one model than under another.
    record FewerLost(String model, String than, Fault.Kind fault) implements Counted {
        @Override
        public String key() {
            return model + "<" + than + "!" + fault.id();
        }

        @Override
        public String title() {
            return "pages that "
                    + fault.id()
                    + " costs less under "
                    + model
                    + " than under "
                    + than;
        }
    }

    /// How many times as much one costs as the other.
    record CostRatio(Figure figure, String of, String over) implements Measure {
        @Override
        public String key() {
            return figure.id() + ":" + of + "/" + over;
        }

        @Override
        public String title() {
            return figure.id().replace('-', ' ') + " of " + of + " against that of " + over;
        }

        @Override
        public String unit() {
            return " times as much";
        }
    }

    /// What a figure comes to, in the middle.
    record Cost(String model, Figure figure) implements Measure {
        @Override
        public String key() {
            return figure.id() + ":" + model;
        }

        @Override
        public String title() {
            return figure.id().replace('-', ' ') + " under " + model;
        }

        @Override
        public String unit() {
            return switch (figure.group().unit()) {
                case BYTES -> " bytes";
                case NANOSECONDS -> " ns";
                case THREADS -> " threads";
                case RATIO -> "";
            };
        }

        @Override
        public boolean isWhole() {
            return true;
        }
    }

    /// How much memory a further worker takes, in this process and in those that it starts.
    record WorkerMemory(String model) implements Measure {
        @Override
        public String key() {
            return "memory:" + model;
        }

        @Override
        public String title() {
            return "memory of a further worker under " + model;
        }

        @Override
        public String unit() {
            return " bytes";
        }

        @Override
        public boolean isWhole() {
            return true;
        }
    }

    /// What runs of a model tell of themselves, with as many workers as there are processors.
    record OfRuns(Quantity quantity, Side side) implements Measure {
        @Override
        public String key() {
            return quantity.id() + ":" + side.key() + quantity.way().mark();
        }

        @Override
        public String title() {
            return quantity.title() + ", " + side.title();
        }

        @Override
        public String unit() {
            return switch (quantity.unit()) {
                case BYTES -> " bytes";
                case NANOSECONDS -> " ns";
                case THREADS -> " threads";
                case RATIO -> "";
            };
        }

        @Override
        public Way way() {
            return quantity.way();
        }
    }

    /// How much code a model is made of.
    record Code(String model, Aspect aspect) implements Counted {

        /// What is counted in it.
        public enum Aspect {
            LINES("lines of code"),
            STATES("fields that change"),
            FAILURES("ways on which something goes wrong");

            private final String words;

            Aspect(String words) {
                this.words = words;
            }

            public String words() {
                return words;
            }
        }

        @Override
        public String key() {
            return aspect.name().toLowerCase(Locale.ROOT) + ":" + model;
        }

        @Override
        public String title() {
            return aspect.words() + " of " + model;
        }

        @Override
        public String unit() {
            return " " + aspect.words();
        }
    }

    /// How many times as much one way to cross costs as the other, under one model.
    record CrossingRatio(String model, Figure of, Figure over) implements Measure {
        @Override
        public String key() {
            return of.id() + "/" + over.id() + ":" + model;
        }

        @Override
        public String title() {
            return of.id().replace('-', ' ')
                    + " against "
                    + over.id().replace('-', ' ')
                    + " under "
                    + model;
        }

        @Override
        public String unit() {
            return " times as much";
        }
    }

    /// How many times as many lines of code one model has as the other.
    record CodeRatio(String of, String over) implements Counted {
        @Override
        public String key() {
            return "code:" + of + "/" + over;
        }

        @Override
        public String title() {
            return "lines of code of " + of + " against " + over;
        }

        @Override
        public String unit() {
            return " times as many";
        }
    }
}
