package dev.lanescope.ui.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class SweepPlanTest {

    private static final ConcurrencyModel HYBRID = Models.byId("hybrid").orElseThrow();

    @Test
    void a_grid_of_numbers_that_the_model_cannot_have_is_refused_in_a_sentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SweepPlan(HYBRID, List.of(1_000), List.of(1, 2), 5, Knobs.STANDARD))
                .withMessage(
                        "A sweep takes at least two numbers of workers that "
                                + HYBRID.title()
                                + " can have.");
    }

    @Test
    void a_grid_takes_every_number_of_groups_with_every_number_of_threads() {
        var plan = new SweepPlan(HYBRID, List.of(1, 2), List.of(1, 2, 3), 5, Knobs.STANDARD);
        assertThat(plan.settings()).isEqualTo(7);
        assertThat(plan.words())
                .startsWith("2 × 3 ways to part the workers and Sequential × 5 rounds = 35 runs");
    }

    /// Nothing else writes what a Python writes.
    @Test
    void an_executor_of_python_is_held_against_pythons_own_sequential_one(@TempDir Path folder)
            throws Exception {
        Files.writeString(folder.resolve("page.md"), "# A page");
        Site site = SiteScanner.scan(folder, ScanProgress.NONE);
        var knobs = Knobs.STANDARD.withLatency(Duration.ofMillis(5), Duration.ZERO);
        ConcurrencyModel threads = Models.byId("python-threads").orElseThrow();
        var plan = new SweepPlan(threads, List.of(1, 2), 5, knobs);
        assertThat(plan.words()).startsWith("2 numbers of workers and Python sequential");
        assertThat(plan.study(site, RenderSettings.STANDARD).settings())
                .extracting(each -> each.model().id())
                .containsExactly("python-sequential", "python-threads", "python-threads");
        assertThat(plan.study(site, RenderSettings.STANDARD).settings())
                .extracting(Experiment::knobs)
                .allMatch(each -> each.readLatency().equals(Duration.ofMillis(5)));
    }
}
