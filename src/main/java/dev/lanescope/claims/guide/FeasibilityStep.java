package dev.lanescope.claims.guide;

import static dev.lanescope.claims.guide.Sought.needed;
import static dev.lanescope.claims.guide.Sought.welcome;

import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.lab.Unit;
import dev.lanescope.lab.curves.Contest;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.Route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The steps of the feasibility study.
enum FeasibilityStep implements Step {
    AVAILABILITY("availability", "Availability", "Are isolated interpreters there at all?") {
        @Override
        public List<GuideExperiment> experiments(Here here) {
            return List.of(new GuideExperiment.Look());
        }

        @Override
        public List<Sought> sought(Here here) {
            return List.of(
                    needed(LookAround.LOADERS, "Interpreters of the JVM", Unit.THREADS),
                    needed(LookAround.PYTHONS, "Pythons", Unit.THREADS),
                    needed(
                            LookAround.INTERPRETERS,
                            "Pythons with an InterpreterPoolExecutor",
                            Unit.THREADS),
                    needed(LookAround.FREE, "Pythons without the GIL", Unit.THREADS),
                    welcome(LookAround.NAMES, "Names of the library that are there", Unit.THREADS));
        }

        @Override
        public String result(Found found) {
            return "The JVM makes, calls and ends isolated interpreters. Pythons "
                    + what(found, LookAround.INTERPRETERS)
                    + ". Pythons "
                    + what(found, LookAround.FREE)
                    + ".";
        }
    },
    SERIALISABILITY(
            "serialisability",
            "Serialisability",
            "Can site and pages cross at all, and what does all of it cost against only what is"
                    + " needed?") {
        @Override
        public List<GuideExperiment> experiments(Here here) {
            return Crossing.experiments(here);
        }

        @Override
        public List<Sought> sought(Here here) {
            return Crossing.sought(here);
        }

        @Override
        public String result(Found found) {
            return Crossing.words(found);
        }

        @Override
        public Optional<String> note(Here here) {
            return Crossing.note(here);
        }
    },
    CHANNEL(
            "channel",
            "Channel overhead",
            "What does it take to send and to receive, against a reference, and from which cost of"
                    + " a page on does it pay?") {
        @Override
        public List<GuideExperiment> experiments(Here here) {
            return List.of(
                    new GuideExperiment.Curves(
                            Map.of(
                                    CurveKind.PAGE,
                                    CurveKind.PAGE.measurable(),
                                    CurveKind.PING_PONG,
                                    CurveKind.PING_PONG.rows(),
                                    CurveKind.BREAK_EVEN,
                                    CurveKind.BREAK_EVEN.measurable()),
                            2));
        }

        @Override
        public List<Sought> sought(Here here) {
            List<Sought> sought = new ArrayList<>();
            for (Route route : Route.values()) {
                sought.add(
                        needed(
                                CurveReadings.trip(route),
                                route == Route.DIRECT
                                        ? route.title()
                                        : route.title() + ", 16 kB there and back",
                                Unit.NANOSECONDS));
            }
            sought.add(needed(CurveReadings.PAGE_CPU, "CPU time of a page here", Unit.NANOSECONDS));
            for (Contest contest : Contest.values()) {
                sought.add(welcome(CurveReadings.breakEven(contest), "", Unit.NANOSECONDS));
            }
            return sought;
        }

        @Override
        public String result(Found found) {
            List<Sought> all = sought(found.here());
            var words = new StringBuilder("A reference to a thread takes ");
            words.append(of(found, all, CurveReadings.trip(Route.THREAD)))
                    .append(" there and back, 16 kB to an interpreter ")
                    .append(of(found, all, CurveReadings.trip(Route.ISOLATED_RECORDS)))
                    .append(", to a process ")
                    .append(of(found, all, CurveReadings.trip(Route.PROCESS_RECORDS)))
                    .append(". A page of this folder takes ")
                    .append(of(found, all, CurveReadings.PAGE_CPU))
                    .append(" of CPU.");
            found.of(CurveReadings.breakEven(Contest.ISOLATED_RECORDS))
                    .ifPresent(even ->
                            words.append(" ")
                                    .append(even.what())
                                    .append(": ")
                                    .append(Unit.NANOSECONDS.words(even.value()))
                                    .append(" of CPU a page."));
            return words.toString();
        }

        @Override
        public Optional<String> note(Here here) {
            return here.processors() < 2
                    ? Optional.of(
                            "This machine has one processor: there is no cost of a page from which"
                                    + " more workers pay.")
                    : Optional.empty();
        }
    },
    PROTOTYPE(
            "prototype",
            "Prototype comparison",
            "Isolated workers against threads on this folder: speed, memory, start, complexity, and"
                    + " what is lost when a page goes wrong.") {
        @Override
        public List<GuideExperiment> experiments(Here here) {
            return Prototype.experiments(here);
        }

        @Override
        public List<Sought> sought(Here here) {
            return Prototype.sought(here);
        }

        @Override
        public String result(Found found) {
            return Prototype.words(found);
        }

        @Override
        public Optional<String> note(Here here) {
            return Prototype.pythonObstacle(here);
        }
    },
    DECISION("decision", "Decision", "Carry on, or say why not?") {
        @Override
        public List<GuideExperiment> experiments(Here here) {
            return List.of();
        }

        @Override
        public List<Sought> sought(Here here) {
            return List.of();
        }

        @Override
        public String result(Found found) {
            return FeasibilityVerdict.of(found).map(Verdict::words).orElse("");
        }

        @Override
        public boolean isConclusion() {
            return true;
        }
    };

    /// As Bengal's study divides them.
    static final List<Guide.Phase> PHASES =
            List.of(
                    new Guide.Phase(
                            "Basic feasibility",
                            "1 to 2 hours",
                            List.of(AVAILABILITY, SERIALISABILITY, CHANNEL)),
                    new Guide.Phase("Prototype", "2 to 4 hours", List.of(PROTOTYPE)),
                    new Guide.Phase("Decision", "", List.of(DECISION)));

    private final String id;
    private final String title;
    private final String asked;

    FeasibilityStep(String id, String title, String asked) {
        this.id = id;
        this.title = title;
        this.asked = asked;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String asked() {
        return asked;
    }

    private static String what(Found found, String key) {
        return found.of(key).map(Reading::what).orElse("");
    }

    private static String of(Found found, List<Sought> all, String key) {
        return all.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .map(each ->
                        found.of(key)
                                .map(known -> each.unit().words(known.value()))
                                .orElse("an unknown time"))
                .orElseThrow();
    }
}
