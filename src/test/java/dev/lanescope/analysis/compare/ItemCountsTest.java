package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Phase;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Runs that had not the same to make say who had to make what, why, and what to do.
class ItemCountsTest {

    private static RunInfo run(String model, int items, int pages) {
        RunInfo usual = Traces.info(2, items);
        return new RunInfo(
                model,
                model,
                2,
                "",
                usual.content(),
                usual.contentBytes(),
                usual.started(),
                0,
                usual.states(),
                usual.items(),
                items == pages
                        ? List.of(new Phase(RunInfo.PAGES, 0))
                        : List.of(
                                new Phase(RunInfo.PAGES, 0), new Phase(RunInfo.GENERATED, pages)));
    }

    private static ItemCounts of(RunInfo... runs) {
        return new ItemCounts(List.of(runs));
    }

    @Test
    void runs_with_the_same_to_make_can_be_compared() {
        assertThat(of(run("gil", 117, 112), run("fixed-pool", 117, 112)).differ()).isFalse();
    }

    @Test
    void a_python_beside_the_jvm_says_with_numbers_that_it_makes_the_pages_alone() {
        ItemCounts counts =
                of(
                        run("sequential", 117, 112),
                        run("fixed-pool", 117, 112),
                        run("python-threads", 112, 112));
        assertThat(counts.differ()).isTrue();
        assertThat(counts.objection())
                .isEqualTo(
                        "The runs had different numbers of files to make: 112 pages and 5 files"
                                + " made of them (sequential, fixed-pool) against 112 pages"
                                + " (python-threads). A CPython makes the pages alone; hold its"
                                + " executors against python-sequential, and the models of the JVM"
                                + " against sequential.");
    }

    @Test
    void of_many_models_the_first_are_named() {
        assertThat(
                        of(
                                        run("a", 2, 2),
                                        run("b", 2, 2),
                                        run("c", 2, 2),
                                        run("d", 2, 2),
                                        run("e", 1, 1))
                                .objection())
                .contains("2 pages (a, b, c and 1 more) against 1 page (e).")
                .endsWith("Hold only those against each other that had the same to make.");
    }
}
