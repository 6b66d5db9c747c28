package dev.lanescope.claims.guide;

import static dev.lanescope.claims.guide.Sought.needed;
import static dev.lanescope.claims.guide.Sought.welcome;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.claims.Build;
import dev.lanescope.claims.ClaimExperiment.Crew;
import dev.lanescope.claims.ClaimExperiment.Turns;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Measure;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.Side;
import dev.lanescope.claims.StageReadings;
import dev.lanescope.lab.Unit;
import dev.lanescope.lab.curves.Compiling;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.pipeline.Stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The steps of the JIT study. What they ask is asked of CPython; where no Python has a JIT, that
/// is the answer, and the figures beside it are of the JVM's compilers, which are something else.
enum JitStep implements Step {
    SUPPORT("support", "Support", "Is there a JIT, how is it switched on, and is it active?") {
        @Override
        public List<GuideExperiment> experiments(Here here) {
            return List.of(new GuideExperiment.Look());
        }

        @Override
        public List<Sought> sought(Here here) {
            return List.of(
                    needed(LookAround.PYTHON_JIT, "Pythons with a JIT", Unit.THREADS),
                    needed(LookAround.JVM_JIT, "JVM that compiles", Unit.THREADS));
        }

        @Override
        public String result(Found found) {
            return what(found, LookAround.PYTHON_JIT)
                    + ". This JVM: "
                    + what(found, LookAround.JVM_JIT)
                    + ".";
        }
    },
    RENDERING("rendering", "Rendering with it", "Does it make rendering faster?") {
        @Override
        public List<GuideExperiment> experiments(Here here) {
            List<GuideExperiment> all = new ArrayList<>();
            if (pythonObstacle(here).isEmpty()) {
                all.add(new GuideExperiment.Tested(PYTHON));
            }
            all.add(CURVES);
            return all;
        }

        @Override
        public List<Sought> sought(Here here) {
            List<Sought> sought = new ArrayList<>();
            if (pythonObstacle(here).isEmpty()) {
                sought.add(needed(PYTHON_GAIN, "CPython, JIT on against off", Unit.RATIO));
                for (Stage part : StageReadings.PARTS) {
                    sought.add(
                            welcome(
                                    StageReadings.key(part),
                                    StageReadings.title(part),
                                    Unit.RATIO));
                }
            }
            for (Compiling way : Compiling.values()) {
                sought.add(
                        needed(
                                CurveReadings.steady(way),
                                "JVM, a page at the end: " + way.title(),
                                Unit.NANOSECONDS));
            }
            sought.add(
                    needed(
                            CurveReadings.GAIN,
                            "JVM, as usual against interpreting only",
                            Unit.RATIO));
            return sought;
        }

        @Override
        public String result(Found found) {
            String python =
                    found.of(PYTHON_GAIN)
                            .map(gain ->
                                    "CPython with its JIT is "
                                            + gain.words()
                                            + " times as fast as without, claimed were 1.05 to"
                                            + " 1.15.")
                            .orElse(
                                    "No Python here has a JIT, so what is claimed of it, 5 to 15 %,"
                                            + " could not be tested.");
            return python
                    + " The JVM's compilers, which are another JIT, make a page "
                    + found.of(CurveReadings.GAIN).map(Reading::words).orElse("?")
                    + " times as fast as interpreting it.";
        }

        @Override
        public Optional<String> note(Here here) {
            return pythonObstacle(here);
        }
    },
    WARM_UP(
            "warm-up",
            "Warm-up",
            "What does it cost until the compiled level is reached, and after how many pages has"
                    + " it paid?") {
        @Override
        public List<GuideExperiment> experiments(Here here) {
            return List.of(CURVES);
        }

        @Override
        public List<Sought> sought(Here here) {
            return List.of(
                    needed(
                            CurveReadings.FIRST_OVER_STEADY,
                            "JVM, a page at first over one at the end",
                            Unit.RATIO),
                    needed(CurveReadings.WARM_AFTER, "JVM, pages until its level", Unit.THREADS),
                    needed(
                            CurveReadings.COST,
                            "JVM, what the warm-up took in all",
                            Unit.NANOSECONDS),
                    welcome(
                            CurveReadings.BREAK_EVEN,
                            "JVM, pages until compiling is ahead in all",
                            Unit.THREADS));
        }

        @Override
        public String result(Found found) {
            return "In a fresh JVM the first pages take "
                    + found.of(CurveReadings.FIRST_OVER_STEADY).map(Reading::words).orElse("?")
                    + " times as long as later ones; its level is reached after "
                    + Amounts.pages(
                            Math.round(
                                    found.of(CurveReadings.WARM_AFTER)
                                            .map(Reading::value)
                                            .orElse(0.0)))
                    + ", which cost "
                    + Unit.NANOSECONDS.words(
                            found.of(CurveReadings.COST).map(Reading::value).orElse(0.0))
                    + " in all. "
                    + found.of(CurveReadings.BREAK_EVEN)
                            .map(Reading::what)
                            .orElse("Compiling was never ahead of interpreting in all")
                    + ".";
        }

        @Override
        public Optional<String> note(Here here) {
            return pythonObstacle(here)
                    .map(why -> why + " The figures are of the JVM's compilers.");
        }
    },
    FINDINGS("findings", "Findings", "What is to be written down?") {
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
            return JitVerdict.of(found).map(Verdict::words).orElse("");
        }

        @Override
        public boolean isConclusion() {
            return true;
        }
    };

    private static final Side ON = new Side("python-sequential", Build.JIT_ON);
    private static final Side OFF = new Side("python-sequential", Build.JIT_OFF);
    private static final Turns PYTHON = new Turns(List.of(ON, OFF), Crew.ONE);
    private static final GuideExperiment CURVES =
            new GuideExperiment.Curves(
                    Map.of(CurveKind.JIT, CurveKind.JIT.rows()), CurveKind.JIT.rounds());

    /// The key of what the JIT of a CPython brings.
    static final String PYTHON_GAIN = new Measure.SpeedUp(ON, OFF).key();

    /// As Bengal's notes have it; they plan no hours for it.
    static final List<Guide.Phase> PHASES =
            List.of(new Guide.Phase("JIT compilation research", "", List.of(values())));

    private final String id;
    private final String title;
    private final String asked;

    JitStep(String id, String title, String asked) {
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

    /// Why no Python's JIT can be tried.
    static Optional<String> pythonObstacle(Here here) {
        return PYTHON.obstacle(here);
    }

    private static String what(Found found, String key) {
        return found.of(key).map(Reading::what).orElse("");
    }
}
