package dev.lanescope.ui.session;

import dev.lanescope.analysis.compare.Certainty;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Workspace;
import dev.lanescope.study.Study;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

import java.time.Duration;

/// What all have in common who ask for a study: whether one can begin, how often it is repeated,
/// what its runs are, and what is said of it before.
public final class StudyQuestion {

    /// A study has at most so many workers a run.
    public static final int MOST_WORKERS = 1_000;

    private static final int WARM_UP = 1;
    private static final int MOST_MILLIS = 60_000;

    private StudyQuestion() {}

    /// Whether no study can begin now: there is no content, or a run or a study goes on, which the
    /// window shows. What else is being measured is told to whoever begins one.
    public static BooleanBinding isOff(SessionModel session) {
        return Bindings.createBooleanBinding(
                () ->
                        session.isRunning()
                                || !(session.contentProperty().get() instanceof Content.Ready),
                session.activeProperty(),
                session.contentProperty(),
                session.measuring().studyProperty());
    }

    /// Reads how often each setting is to run.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    public static int repeats(String typed) {
        String number = typed.strip();
        if (!number.matches("\\d{1,4}")
                || Integer.parseInt(number) < 1
                || Integer.parseInt(number) > Study.MOST_REPEATS) {
            throw new IllegalArgumentException(
                    "Repeats are a number from 1 to "
                            + Study.MOST_REPEATS
                            + "; \u201c"
                            + number
                            + "\u201d is none.");
        }
        return Integer.parseInt(number);
    }

    /// Reads the seed of the order.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    public static long seed(String typed) {
        String number = typed.strip();
        if (!number.matches("-?\\d{1,18}")) {
            throw new IllegalArgumentException(
                    "The seed of the order is a whole number of at most 18 digits; \u201c"
                            + number
                            + "\u201d is none.");
        }
        return Long.parseLong(number);
    }

    /// Reads how long to wait before each read, or each write, in milliseconds.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    public static Duration latency(String typed) {
        String number = typed.strip();
        if (!number.matches("\\d{1,5}") || Integer.parseInt(number) > MOST_MILLIS) {
            throw new IllegalArgumentException(
                    "A latency is a number of milliseconds from 0 to "
                            + MOST_MILLIS
                            + "; \u201c"
                            + number
                            + "\u201d is none.");
        }
        return Duration.ofMillis(Integer.parseInt(number));
    }

    /// Reads how often the HTML of each page is made.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    public static int cpuWeight(String typed) {
        String number = typed.strip();
        if (!number.matches("\\d{1,4}")
                || Integer.parseInt(number) < 1
                || Integer.parseInt(number) > Knobs.MOST_WEIGHT) {
            throw new IllegalArgumentException(
                    "Pages are made from 1 to "
                            + Knobs.MOST_WEIGHT
                            + " times; \u201c"
                            + number
                            + "\u201d is no such number.");
        }
        return Integer.parseInt(number);
    }

    /// What is said of a plan before it begins: how many runs it takes, and whether its repeats can
    /// carry an answer.
    ///
    /// @param plan how many runs it takes, in words
    /// @throws IllegalArgumentException with a sentence for people, if they are too many
    public static String words(String plan, int settings, int repeats) {
        if ((long) settings * repeats > Study.MOST_RUNS) {
            throw new IllegalArgumentException(
                    "That makes more than " + Study.MOST_RUNS + " runs; ask for fewer.");
        }
        return plan
                + "."
                + Certainty.objection(repeats, Math.max(1, settings - 1))
                        .map(why -> " " + why)
                        .orElse("");
    }

    /// A run of a study: recorded, and after one pass of its workers unless it is cold.
    ///
    /// @param knobs what all runs of the study have in common
    public static Experiment experiment(
            Site site,
            RenderSettings rendering,
            ConcurrencyModel model,
            int workers,
            Knobs knobs,
            boolean cold) {
        return new Experiment(site, Workspace.outputFor(site), model, workers, rendering, true)
                .with(knobs.withWarmUp(cold ? 0 : WARM_UP))
                .watchingJvm(true);
    }
}
