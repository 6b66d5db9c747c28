package dev.lanescope.claims.guide;

import static dev.lanescope.claims.guide.Sought.needed;
import static dev.lanescope.claims.guide.Sought.welcome;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.claims.Build;
import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.ClaimExperiment.Crew;
import dev.lanescope.claims.ClaimExperiment.Turns;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Measure;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.Side;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.lab.Figure;
import dev.lanescope.lab.Unit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the prototypes are, and what they are held against each other by: interpreters of the JVM
/// against its threads, and those of a real CPython where there is one.
final class Prototype {

    /// So many carry an interval from the least to the greatest.
    static final int ROUNDS = 6;

    static final String ISOLATED = "isolated";
    static final String THREADS = "fixed-pool";

    private static final Side ISOLATED_SIDE = new Side(ISOLATED, Build.NONE);
    private static final Side THREADS_SIDE = new Side(THREADS, Build.NONE);
    private static final Side LOCKED_SIDE = new Side("gil", Build.NONE);
    private static final Side PYTHON_SIDE = new Side("python-interpreters", Build.WITH_GIL);
    private static final Side PYTHON_THREADS = new Side("python-threads", Build.WITH_GIL);

    /// What its runs are held against each other for.
    static final List<Measure> MEASURES =
            List.of(
                    new Measure.SpeedUp(ISOLATED_SIDE, THREADS_SIDE),
                    new Measure.SpeedUp(ISOLATED_SIDE, LOCKED_SIDE),
                    new Measure.SpeedUp(THREADS_SIDE, LOCKED_SIDE),
                    new Measure.SpeedUp(PYTHON_SIDE, PYTHON_THREADS));

    static final String GAIN = MEASURES.get(0).key();
    static final String OVER_LOCK = MEASURES.get(1).key();
    static final String FREE_OVER_LOCK = MEASURES.get(2).key();
    static final String PYTHON_GAIN = MEASURES.get(3).key();
    static final String START = new Measure.CostRatio(Figure.START, ISOLATED, THREADS).key();
    static final String METASPACE = key(ISOLATED, Figure.METASPACE);
    static final String HEAP = key(ISOLATED, Figure.HEAP);
    static final String CODE = new Measure.CodeRatio(ISOLATED, THREADS).key();

    private static final String FEWER_LOST =
            new Measure.FewerLost(ISOLATED, THREADS, Fault.Kind.POISONED_STATIC).key();

    private static final List<Fault.Kind> FAULTS =
            Arrays.stream(Fault.Kind.values()).filter(each -> !each.isOfPython()).toList();

    private static final Turns OF_JVM =
            new Turns(List.of(ISOLATED_SIDE, THREADS_SIDE, LOCKED_SIDE), Crew.CORES);
    private static final Turns OF_PYTHON =
            new Turns(List.of(PYTHON_SIDE, PYTHON_THREADS), Crew.CORES);

    private Prototype() {}

    /// The key of a figure that a model costs.
    static String key(String model, Figure figure) {
        return new Measure.Cost(model, figure).key();
    }

    /// The Python's study comes first: without one, the others are all there is.
    static List<GuideExperiment> experiments(Here here) {
        List<GuideExperiment> all = new ArrayList<>();
        all.add(new GuideExperiment.Tested(OF_JVM));
        if (pythonObstacle(here).isEmpty()) {
            all.add(new GuideExperiment.Tested(OF_PYTHON));
        }
        all.add(
                new GuideExperiment.Tested(
                        new ClaimExperiment.Costs(List.of(ISOLATED, THREADS), ROUNDS)));
        all.add(
                new GuideExperiment.Tested(
                        new ClaimExperiment.Faults(List.of(ISOLATED, THREADS), FAULTS)));
        return all;
    }

    /// Why no Python is among them.
    static Optional<String> pythonObstacle(Here here) {
        return OF_PYTHON.obstacle(here);
    }

    static List<Sought> sought(Here here) {
        List<Sought> sought = new ArrayList<>();
        sought.add(needed(GAIN, "Isolated workers against threads, JVM", Unit.RATIO));
        if (pythonObstacle(here).isEmpty()) {
            sought.add(needed(PYTHON_GAIN, "Interpreters against threads, CPython", Unit.RATIO));
        }
        sought.add(needed(OVER_LOCK, "Isolated workers against one global lock", Unit.RATIO));
        sought.add(needed(FREE_OVER_LOCK, "Threads against one global lock", Unit.RATIO));
        sought.add(needed(START, "Start of a worker, isolated over thread", Unit.RATIO));
        sought.add(needed(METASPACE, "Classes of a further isolated worker", Unit.BYTES));
        sought.add(needed(HEAP, "Heap of a further isolated worker", Unit.BYTES));
        sought.add(needed(CODE, "Lines of code, isolated over threads", Unit.RATIO));
        sought.add(
                needed(
                        FEWER_LOST,
                        "Pages that poison costs less under isolated workers",
                        Unit.THREADS));
        for (Fault.Kind kind : FAULTS) {
            for (String model : List.of(ISOLATED, THREADS)) {
                sought.add(
                        needed(
                                lost(model, kind),
                                "Pages lost under " + model + " by " + kind.id(),
                                Unit.THREADS));
            }
        }
        sought.add(welcome(PhaseReadings.TOTAL, "A site by one worker", Unit.NANOSECONDS));
        sought.add(welcome(PhaseReadings.PREPARE, "of that: preparing", Unit.NANOSECONDS));
        sought.add(welcome(PhaseReadings.PAGES, "of that: rendering pages", Unit.NANOSECONDS));
        sought.add(
                welcome(PhaseReadings.GENERATED, "of that: files made of pages", Unit.NANOSECONDS));
        sought.add(welcome(PhaseReadings.VERIFY, "of that: reading back", Unit.NANOSECONDS));
        sought.add(welcome(PhaseReadings.UNACCOUNTED, "of that: unaccounted", Unit.NANOSECONDS));
        sought.add(welcome(PhaseReadings.RATE, "Pages a second, rendering alone", Unit.THREADS));
        sought.add(
                welcome(PhaseReadings.RATE_OVER_ALL, "Pages a second, end to end", Unit.THREADS));
        return sought;
    }

    private static String lost(String model, Fault.Kind kind) {
        return new Measure.PagesLost(model, kind).key();
    }

    /// By how many faults nothing but the page itself is lost; empty if one was not tried.
    static Optional<Integer> contained(Found found, String model) {
        int contained = 0;
        for (Fault.Kind kind : FAULTS) {
            Optional<Reading> lost = found.of(lost(model, kind));
            if (lost.isEmpty()) {
                return Optional.empty();
            }
            contained += lost.get().value() <= 1 ? 1 : 0;
        }
        return Optional.of(contained);
    }

    /// E.g. `5 of 8 faults cost nothing but their page`.
    static String scoreWords(Found found, String model) {
        return contained(found, model)
                .map(score ->
                        score + " of " + FAULTS.size() + " faults cost nothing but their page")
                .orElse("not measured");
    }

    static String words(Found found) {
        var words = new StringBuilder();
        Reading gain = found.of(GAIN).orElseThrow();
        words.append("Isolated workers of the JVM are ")
                .append(gain.words())
                .append(" times as fast as its threads: their overhead is ")
                .append(overhead(gain))
                .append(". Against one global lock threads are ")
                .append(found.of(FREE_OVER_LOCK).map(Reading::words).orElse("?"))
                .append(" times as fast, isolated workers ")
                .append(found.of(OVER_LOCK).map(Reading::words).orElse("?"))
                .append(" times.");
        found.of(PYTHON_GAIN)
                .ifPresent(python ->
                        words.append(" In CPython interpreters are ")
                                .append(python.words())
                                .append(" times as fast as threads."));
        phases(found).ifPresent(told -> words.append(" ").append(told));
        return words.toString();
    }

    /// How much longer the work takes, e.g. `4 % (2 % to 6 %)`.
    private static String overhead(Reading speedUp) {
        String middle = Amounts.percent(1 / speedUp.value() - 1);
        return speedUp.isSure()
                ? middle
                        + " ("
                        + Amounts.percent(1 / speedUp.high() - 1)
                        + " to "
                        + Amounts.percent(1 / speedUp.low() - 1)
                        + ")"
                : middle;
    }

    /// What rendering is of all that one worker takes for a site.
    private static Optional<String> phases(Found found) {
        Optional<Reading> pages = found.of(PhaseReadings.PAGES);
        Optional<Reading> total = found.of(PhaseReadings.TOTAL);
        Optional<Reading> alone = found.of(PhaseReadings.RATE);
        Optional<Reading> over = found.of(PhaseReadings.RATE_OVER_ALL);
        if (pages.isEmpty() || total.isEmpty() || alone.isEmpty() || over.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                "Rendering pages is "
                        + Amounts.percent(pages.get().value() / total.get().value())
                        + " of the "
                        + Unit.NANOSECONDS.words(total.get().value())
                        + " that one worker takes for the site: "
                        + Amounts.rate(alone.get().value())
                        + " pages/s alone, "
                        + Amounts.rate(over.get().value())
                        + " end to end.");
    }
}
