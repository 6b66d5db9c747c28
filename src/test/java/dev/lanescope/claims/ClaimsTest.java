package dev.lanescope.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.compare.Certainty;
import dev.lanescope.claims.ClaimExperiment.Costs;
import dev.lanescope.claims.ClaimExperiment.Faults;
import dev.lanescope.claims.ClaimExperiment.Sources;
import dev.lanescope.claims.ClaimExperiment.Turns;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.runtime.BuildFlags;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.lab.Figure;
import dev.lanescope.recording.faults.FaultGrid;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The list of claims hangs together: what each is judged by is what its experiments measure.
class ClaimsTest {

    private static final BuildFlags LIKE_ALL =
            new BuildFlags(true, true, false, false, "", false, "-O3", "GCC 12.2.0");

    static PythonRuntime python(String id, String version, boolean free, boolean gil, String jit) {
        return new PythonRuntime(
                id,
                Path.of("/usr/bin/python" + id.replaceAll("\\+.*", "")),
                Map.of(),
                version,
                free,
                gil,
                !jit.isEmpty(),
                jit.equals("on"),
                true,
                version.startsWith("3.14"),
                List.of("mistune"),
                false,
                LIKE_ALL);
    }

    /// A machine that has every Python there is.
    static Here everything(int processors, int pages) {
        return new Here(
                "this machine",
                processors,
                "book",
                pages,
                List.of(
                        python("3.14.0", "3.14.0", false, true, ""),
                        python("3.14.0t", "3.14.0", true, false, ""),
                        python("3.14.0t+gil", "3.14.0", true, true, ""),
                        python("3.13.0", "3.13.0", false, true, "off"),
                        python("3.13.0+jit", "3.13.0", false, true, "on"),
                        python("3.13.0t", "3.13.0", true, false, "")),
                true);
    }

    static Here nothing(int processors, int pages) {
        return new Here("this machine", processors, "book", pages, List.of(), false);
    }

    @Test
    void each_has_a_name_of_its_own_words_and_somebody_who_claims_it() {
        assertThat(Claims.all()).extracting(Claim::id).doesNotHaveDuplicates();
        assertThat(Claims.all()).extracting(Claim::words).doesNotHaveDuplicates();
        assertThat(Claims.all())
                .allSatisfy(each -> {
                    assertThat(each.words()).endsWith(".");
                    assertThat(each.by()).doesNotContain("Lanescope");
                });
    }

    @Test
    void every_model_that_is_named_exists() {
        for (Claim claim : Claims.all()) {
            for (ClaimExperiment each : claim.experiments()) {
                List<String> models =
                        switch (each) {
                            case Turns turns -> turns.sides().stream().map(Side::model).toList();
                            case Faults faults -> faults.models();
                            case Costs costs -> costs.models();
                            case Sources sources -> sources.models();
                        };
                assertThat(models).allSatisfy(id -> assertThat(Models.byId(id)).isPresent());
            }
        }
    }

    @Test
    void what_each_is_judged_by_is_what_its_experiments_measure() {
        for (Claim claim : Claims.all()) {
            assertThat(claim.rule().conditions())
                    .as(claim.id())
                    .allMatch(condition ->
                            claim.experiments().stream()
                                    .anyMatch(each -> measures(each, condition.measure())));
        }
    }

    private static boolean measures(ClaimExperiment experiment, Measure measure) {
        return switch (experiment) {
            case Turns(var sides, _, _, _) ->
                    switch (measure) {
                        case Measure.SpeedUp(Side of, Side over, _, _) ->
                                sides.contains(of) && sides.contains(over);
                        case Measure.BestWorkers(Side side, _) -> sides.contains(side);
                        default -> false;
                    };
            case Faults(var models, var kinds) ->
                    switch (measure) {
                        case Measure.PagesLost(var model, var kind) ->
                                models.contains(model)
                                        && kinds.contains(kind)
                                        && canTry(model, kind);
                        case Measure.FewerLost(var model, var than, var kind) ->
                                models.containsAll(List.of(model, than))
                                        && kinds.contains(kind)
                                        && canTry(model, kind)
                                        && canTry(than, kind);
                        default -> false;
                    };
            case Costs(var models, _) ->
                    switch (measure) {
                        case Measure.CostRatio(var figure, var of, var over) ->
                                models.containsAll(List.of(of, over))
                                        && has(of, figure)
                                        && has(over, figure);
                        case Measure.CodeRatio(var of, var over) ->
                                models.containsAll(List.of(of, over));
                        case Measure.CrossingRatio(var model, var of, var over) ->
                                models.contains(model) && has(model, of) && has(model, over);
                        case Measure.Cost(var model, var figure) ->
                                models.contains(model) && has(model, figure);
                        default -> false;
                    };
            case Sources(var models) ->
                    measure instanceof Measure.Code(var model, _) && models.contains(model);
        };
    }

    /// What is decided by runs of the JVM says so where it is claimed, or who claims it.
    @Test
    void no_claim_about_cpython_is_decided_by_the_jvm_alone() {
        for (Claim claim : Claims.all()) {
            boolean ofJvm =
                    claim.experiments().stream()
                            .noneMatch(each -> each.words(everything(4, 500)).contains("python-"));
            if (ofJvm) {
                assertThat(claim.words() + " " + claim.by()).as(claim.id()).contains("JVM");
            }
        }
    }

    /// Whether nothing but the system can keep a model from having a figure.
    private static boolean has(String model, Figure figure) {
        return figure.whyMissing(Models.byId(model).orElseThrow())
                .equals("Not measured on this system.");
    }

    private static boolean canTry(String model, Fault.Kind kind) {
        return FaultGrid.kinds(Models.byId(model).orElseThrow()).contains(kind);
    }

    @Test
    void with_every_python_and_many_pages_each_can_be_tested() {
        assertThat(Claims.all())
                .allSatisfy(each -> assertThat(each.obstacle(everything(4, 500))).isEmpty());
    }

    @Test
    void without_a_python_those_of_the_jvm_can_be_tested_and_the_others_say_what_is_missing() {
        Here here = nothing(4, 500);
        assertThat(state("gil-threads-jvm", here)).isInstanceOf(ClaimState.Undecided.class);
        assertThat(state("no-gil-threads", here).why()).contains("No free-threaded Python");
        assertThat(state("free-overhead-3-13", here).why()).contains("No CPython 3.13");
        assertThat(state("jit-5-15", here).why()).isEqualTo("No Python with a JIT was found.");
        assertThat(state("gil-threads", here))
                .isInstanceOf(ClaimState.NotTestable.class)
                .extracting(ClaimState::why)
                .asString()
                .contains("none comes along");
    }

    @Test
    void on_one_processor_nothing_computes_at_once_and_a_small_folder_is_too_small() {
        assertThat(state("no-lock-jvm", everything(1, 500)).why()).contains("one processor");
        assertThat(state("no-lock-jvm", everything(4, 15)).why())
                .isEqualTo("This folder has fewer than 16 pages: too few to keep 4 workers busy.");
        assertThat(state("free-overhead-3-14", everything(1, 500)))
                .as("one thread is enough for that")
                .isInstanceOf(ClaimState.Undecided.class);
    }

    /// What was found before is not forgotten because the Python is gone.
    @Test
    void what_is_decided_stays_decided_where_it_cannot_be_tested_any_more() {
        Claim claim = Claims.byId("jit-5-15").orElseThrow();
        String key = claim.rule().conditions().getFirst().measure().key();
        var reading = new Reading(key, "with the JIT", 1.0, 0.98, 1.02, 5);
        assertThat(claim.state(nothing(4, 500), List.of(reading)))
                .isInstanceOf(ClaimState.Refuted.class);
    }

    @Test
    void each_side_runs_on_the_python_that_it_speaks_of() {
        Here here = everything(4, 500);
        assertThat(turns("no-gil-threads").models(here))
                .containsExactly("python-threads@3.14.0t", "python-threads@3.14.0t+gil");
        assertThat(turns("free-overhead-3-13").models(here))
                .containsExactly("python-sequential@3.13.0", "python-sequential@3.13.0t");
        assertThat(turns("jit-5-15").models(here))
                .containsExactly("python-sequential@3.13.0+jit", "python-sequential@3.13.0");
        assertThat(turns("gil-threads").models(here))
                .as("the baseline is always among them")
                .containsExactly("python-threads@3.14.0");
        assertThat(turns("gil-threads").models(new Here("m", 2, "b", 99, List.of(), true)))
                .containsExactly("python-threads@bundled");
        assertThat(turns("gil-threads").workers(here)).containsExactly(4);
    }

    @Test
    void what_is_one_binary_in_the_words_is_one_binary() {
        var here =
                new Here(
                        "this machine",
                        4,
                        "book",
                        500,
                        List.of(
                                python("3.15.1+jit", "3.15.1", false, true, "on"),
                                python("3.15.0t", "3.15.0", true, false, ""),
                                python("3.14.0t", "3.14.0", true, false, ""),
                                python("3.14.0t+gil", "3.14.0", true, true, ""),
                                python("3.14.0", "3.14.0", false, true, "off"),
                                python("3.14.0+jit", "3.14.0", false, true, "on")),
                        false);
        assertThat(turns("no-gil-threads").models(here))
                .containsExactly("python-threads@3.14.0t", "python-threads@3.14.0t+gil");
        assertThat(turns("jit-5-15").models(here))
                .containsExactly("python-sequential@3.14.0+jit", "python-sequential@3.14.0");
    }

    /// Other flags move more than the GIL does.
    @Test
    void builds_are_held_against_each_other_only_if_they_are_made_alike() {
        var plain = new BuildFlags(true, false, false, false, "", false, "-O2", "GCC 12.2.0");
        var with =
                new PythonRuntime[] {
                    python("3.14.3", "3.14.3", false, true, ""), made("3.14.0", false, plain)
                };
        Here unlike = with(List.of(with[0], made("3.14.0t", true, plain)), false);
        assertThat(state("free-overhead-3-14", unlike))
                .isInstanceOf(ClaimState.NotTestable.class)
                .extracting(ClaimState::why)
                .isEqualTo(
                        "CPython 3.14.3 and 3.14.0t differ in more than this claim is about:"
                                + " version; PGO against no PGO named; -O3 against -O2."
                                + " It takes two of the same version and flags.");
        Here alike = with(List.of(with[0], with[1], made("3.14.0t", true, plain)), false);
        assertThat(turns("free-overhead-3-14").models(alike))
                .as("the newest is passed over for one that is made alike")
                .containsExactly("python-sequential@3.14.0", "python-sequential@3.14.0t");
        Here untold =
                with(
                        List.of(
                                made("3.14.0", false, BuildFlags.UNTOLD),
                                made("3.14.0t", true, BuildFlags.UNTOLD)),
                        false);
        assertThat(state("free-overhead-3-14", untold).why()).contains("do not tell their flags");
    }

    private static PythonRuntime made(String id, boolean free, BuildFlags flags) {
        PythonRuntime like = python(id, id.replace("t", ""), free, !free, "");
        return new PythonRuntime(
                id,
                like.executable(),
                Map.of(),
                like.version(),
                free,
                !free,
                false,
                false,
                true,
                true,
                List.of(),
                false,
                flags);
    }

    private static Here with(List<PythonRuntime> pythons, boolean comesAlong) {
        return new Here("this machine", 4, "book", 500, pythons, comesAlong);
    }

    @Test
    void what_comes_along_stands_for_a_3_14_with_a_gil_but_not_beside_one_that_differs() {
        Here here = with(List.of(python("3.14.0t", "3.14.0", true, false, "")), true);
        assertThat(turns("gil-threads").models(here)).containsExactly("python-threads@bundled");
        assertThat(state("free-overhead-3-14", here))
                .isInstanceOf(ClaimState.NotTestable.class)
                .extracting(ClaimState::why)
                .asString()
                .contains("comes along was built is known when it is unpacked");
        assertThat(here.runtime(Build.FREE)).as("alone").contains("3.14.0t");
    }

    @Test
    void a_sweep_holds_twice_the_cores_and_the_cores_and_one_and_is_short() {
        for (int cores = 2; cores <= 130; cores++) {
            List<Integer> numbers = turns("twice-the-cores").workers(everything(cores, 5_000));
            assertThat(numbers)
                    .as(cores + " cores")
                    .contains(1, cores, 2 * cores)
                    .isSorted()
                    .hasSizeLessThanOrEqualTo(10);
        }
    }

    /// Twice the cores are held against all other numbers together, which takes more repeats.
    @Test
    void every_study_repeats_often_enough_to_decide() {
        for (int cores = 2; cores <= 130; cores++) {
            Here here = everything(cores, 5_000);
            Turns sweep = turns("twice-the-cores");
            assertThat(sweep.repeats(here))
                    .as(cores + " cores")
                    .isBetween(Certainty.needed(sweep.workers(here).size() - 1), 6);
        }
        assertThat(turns("no-lock-jvm").repeats(everything(4, 500))).isEqualTo(5);
    }

    private static Turns turns(String id) {
        return (Turns) Claims.byId(id).orElseThrow().experiments().getFirst();
    }

    private static ClaimState state(String id, Here here) {
        Optional<Claim> claim = Claims.byId(id);
        return claim.orElseThrow().state(here, List.of());
    }
}
