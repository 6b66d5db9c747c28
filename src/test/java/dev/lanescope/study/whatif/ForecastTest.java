package dev.lanescope.study.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanescope.analysis.replay.Order;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Experiment;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What is said of another setting, and when nothing is.
class ForecastTest {

    private static final NoiseProbe QUIET = new NoiseProbe(2, 1.99);
    private static final NoiseProbe NOISY = new NoiseProbe(2, 1.1);

    @TempDir Path place;

    private Experiment base(String model) throws Exception {
        Path content = Files.createDirectories(place.resolve("content"));
        Files.writeString(content.resolve("page.md"), "# Page\n");
        return new Experiment(
                SiteScanner.scan(content, ScanProgress.NONE),
                place.resolve("out"),
                Models.byId(model).orElseThrow(),
                Models.byId(model).orElseThrow().workers().least());
    }

    private Forecast forecast(WhatIf asked, NoiseProbe probe, Snapshot... runs) {
        return Forecast.of(List.of(runs), asked, 2, probe);
    }

    @Test
    void several_runs_give_the_median_figure_and_the_widest_bounds() throws Exception {
        var asked = new WhatIf(base("fixed-pool"), 2, Order.AS_RECORDED, 1);
        Snapshot one = Traces.of("parse@0 10, parse@1 20, parse@2 70");
        Snapshot other = Traces.of("parse@0 20, parse@1 40, parse@2 140");
        assertThat(forecast(asked, QUIET, one)).isEqualTo(new Forecast.Told(80, 70, 85, 1, 0));
        assertThat(forecast(asked, QUIET, one, other, one))
                .isEqualTo(new Forecast.Told(80, 70, 170, 3, 0));
    }

    @Test
    void more_workers_than_processors_bring_no_more() throws Exception {
        Snapshot run = Traces.of("parse@0 10, parse@1 20, parse@2 70");
        var two = new WhatIf(base("fixed-pool"), 2, Order.AS_RECORDED, 1);
        var many = new WhatIf(base("fixed-pool"), 40, Order.AS_RECORDED, 1);
        assertThat(forecast(many, QUIET, run)).isEqualTo(forecast(two, QUIET, run));
    }

    @Test
    void on_a_noisy_machine_nothing_is_said_and_why_is_told() throws Exception {
        var asked = new WhatIf(base("fixed-pool"), 2, Order.AS_RECORDED, 1);
        assertThat(forecast(asked, NOISY, Traces.of("parse@0 10, parse@1 20")))
                .isEqualTo(
                        new Forecast.Withheld(
                                "The machine is too noisy: it gave 1.10 of 2 processors. Ask again"
                                        + " when nothing else runs."));
    }

    @Test
    void a_replay_that_misses_its_own_run_says_nothing() throws Exception {
        var asked = new WhatIf(base("gil"), 2, Order.AS_RECORDED, 1);
        Snapshot odd = Traces.of("parse@0 40, lock 160", "lock 160, parse@1 40");
        assertThat(((Forecast.Withheld) forecast(asked, QUIET, odd)).why())
                .startsWith("The replay misses the recorded run itself by 60");
    }

    @Test
    void what_a_model_cannot_do_is_not_foretold_and_not_run() throws Exception {
        var asked = new WhatIf(base("sequential"), 2, Order.AS_RECORDED, 1);
        assertThat(forecast(asked, QUIET, Traces.of("parse@0 10")))
                .isInstanceOf(Forecast.Withheld.class);
        assertThatIllegalArgumentException().isThrownBy(asked::experiment);
        assertThat(new WhatIf(base("fixed-pool"), 2, Order.HEAVIEST_FIRST, 8).refusal())
                .get()
                .asString()
                .startsWith("Chunks are taken in the order of the pages");
    }

    @Test
    void what_is_run_is_exactly_what_was_asked() throws Exception {
        Experiment chunks = new WhatIf(base("fixed-pool"), 3, Order.AS_RECORDED, 8).experiment();
        assertThat(chunks.workers()).isEqualTo(3);
        assertThat(chunks.knobs()).isEqualTo(Knobs.STANDARD.with(Scheduling.chunksOf(8)));
        Experiment batches = new WhatIf(base("processes"), 2, Order.AS_RECORDED, 4).experiment();
        assertThat(batches.knobs()).isEqualTo(Knobs.STANDARD.withBatch(4));
        Experiment heaviest =
                new WhatIf(base("fixed-pool"), 2, Order.HEAVIEST_FIRST, 1).experiment();
        assertThat(heaviest.knobs()).isEqualTo(Knobs.STANDARD.with(Scheduling.HEAVIEST_FIRST));
        Experiment dealt = new WhatIf(base("fixed-pool"), 2, Order.ROUND_ROBIN, 1).experiment();
        assertThat(dealt.knobs()).isEqualTo(Knobs.STANDARD.with(Scheduling.ROUND_ROBIN));
    }
}
