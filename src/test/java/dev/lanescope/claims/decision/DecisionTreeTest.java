package dev.lanescope.claims.decision;

import static dev.lanescope.claims.decision.Question.ASYNC;
import static dev.lanescope.claims.decision.Question.AT_ONCE;
import static dev.lanescope.claims.decision.Question.COMPATIBLE;
import static dev.lanescope.claims.decision.Question.COMPUTES;
import static dev.lanescope.claims.decision.Question.ISOLATED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.Readings;
import dev.lanescope.claims.decision.DecisionTree.Answer;
import dev.lanescope.claims.decision.DecisionTree.Step;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tree of others, case by case.
class DecisionTreeTest {

    private static final String THREADS = "python-threads@with_gil/python-sequential@with_gil";

    /// Answers by the bits of a number, in the order of the questions.
    private static Map<Question, Answer> answers(int bits) {
        Map<Question, Answer> answers = new EnumMap<>(Question.class);
        for (Question each : Question.values()) {
            answers.put(each, new Answer((bits >> each.ordinal() & 1) == 1, "by the table"));
        }
        return answers;
    }

    private static Leaf leaf(Map<Question, Answer> answers) {
        return DecisionTree.path(answers).leaf().orElseThrow();
    }

    /// What computes: free threads, else interpreters for what must stay local, else processes.
    @ParameterizedTest
    @CsvSource({
        "true,  true,  true,  THREADS",
        "true,  true,  false, THREADS",
        "true,  false, true,  THREADS",
        "true,  false, false, THREADS",
        "false, true,  true,  INTERPRETERS",
        "false, true,  false, PROCESSES",
        "false, false, true,  PROCESSES",
        "false, false, false, PROCESSES",
    })
    void what_computes(boolean atOnce, boolean isolated, boolean compatible, Leaf leaf) {
        for (boolean async : new boolean[] {true, false}) { // it is not asked
            var answers = answers(0);
            answers.put(COMPUTES, new Answer(true, "measured"));
            answers.put(AT_ONCE, new Answer(atOnce, "measured"));
            answers.put(ISOLATED, new Answer(isolated, "said"));
            answers.put(COMPATIBLE, new Answer(compatible, "probed"));
            answers.put(ASYNC, new Answer(async, "said"));
            assertThat(leaf(answers)).isEqualTo(leaf);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true,  true,  ASYNCIO",
        "true,  false, ASYNCIO",
        "false, true,  INTERPRETERS",
        "false, false, THREADS",
    })
    void what_waits(boolean async, boolean isolated, Leaf leaf) {
        var answers = answers(0);
        answers.put(ASYNC, new Answer(async, "said"));
        answers.put(ISOLATED, new Answer(isolated, "said"));
        assertThat(leaf(answers)).isEqualTo(leaf);
    }

    @Test
    void every_case_ends_and_every_end_is_reached() {
        var reached = EnumSet.noneOf(Leaf.class);
        for (int bits = 0; bits < 1 << Question.values().length; bits++) {
            reached.add(leaf(answers(bits)));
        }
        assertThat(reached).containsExactlyInAnyOrder(Leaf.values());
    }

    @Test
    void what_is_not_known_is_where_the_path_stops() {
        var answers = answers(0b11111);
        answers.remove(AT_ONCE);
        DecisionTree.Path path = DecisionTree.path(answers);
        assertThat(path.leaf()).isEmpty();
        assertThat(path.open()).contains(AT_ONCE);
        assertThat(path.steps()).extracting(Step::question).containsExactly(COMPUTES);
        assertThat(path.words()).endsWith("Can threads compute at once? not known yet");
    }

    @Test
    void a_path_says_what_each_answer_rests_on() {
        assertThat(DecisionTree.path(answers(0b00001)).words())
                .isEqualTo(
                        "Do pages mostly compute? yes (by the table). Can threads compute at once?"
                                + " no (by the table). Must what goes wrong stay local? no (by the"
                                + " table). \u2192 Processes");
    }

    private static Here here() {
        return new Here("this machine", 2, "book", 100, List.of(), true);
    }

    private static Map<Question, Answer> measured(Reading... readings) {
        return Answers.of(here(), List.of(readings), true, false);
    }

    private static boolean yes(Question question, Reading reading) {
        return Optional.ofNullable(measured(reading).get(question)).orElseThrow().yes();
    }

    private static Reading threads(double value, double low, double high, int repeats) {
        return new Reading(THREADS, "threads against one", value, low, high, repeats);
    }

    @Test
    void whether_threads_compute_at_once_only_a_whole_interval_says() {
        assertThat(yes(AT_ONCE, threads(0.95, 0.9, 1.0, 5))).isFalse();
        assertThat(yes(AT_ONCE, threads(1.8, 1.7, 1.9, 5))).isTrue();
        assertThat(measured(threads(1.2, 1.0, 1.4, 5))).doesNotContainKey(AT_ONCE);
        assertThat(measured(threads(1.9, 1.9, 1.9, 2))).doesNotContainKey(AT_ONCE);
        assertThat(measured()).doesNotContainKeys(AT_ONCE, COMPUTES);
    }

    private static Reading share(String model, double value, double low, double high, int runs) {
        return new Reading(Readings.computing(model), model + " \u00d7 1", value, low, high, runs);
    }

    @Test
    void whether_pages_compute_runs_of_one_say_if_they_agree() {
        assertThat(measured(share("sequential", 0.9, 0.9, 0.9, 1)).get(COMPUTES))
                .isEqualTo(
                        new Answer(
                                true, "sequential \u00d7 1 computed 90.0% of its time in 1 run"));
        assertThat(measured(share("sequential", 0.2, 0.1, 0.4, 3)).get(COMPUTES))
                .isEqualTo(
                        new Answer(
                                false,
                                "sequential \u00d7 1 computed 20.0% (10.0% to 40.0%) of its time in"
                                        + " 3 runs"));
        assertThat(measured(share("sequential", 0.6, 0.4, 0.7, 5))).doesNotContainKey(COMPUTES);
    }

    @Test
    void whether_pages_compute_python_says_before_the_jvm() {
        Reading jvm = share("sequential", 0.2, 0.2, 0.2, 5);
        Reading python = share("python-sequential", 0.9, 0.8, 0.95, 5);
        assertThat(Optional.ofNullable(measured(jvm, python).get(COMPUTES)))
                .hasValueSatisfying(answer -> assertThat(answer.yes()).isTrue());
        Reading open = share("python-sequential", 0.5, 0.4, 0.6, 5);
        assertThat(measured(jvm, open)).doesNotContainKey(COMPUTES);
    }
}
