package dev.lanescope.concurrency.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Sums;
import dev.lanescope.concurrency.knobs.Knobs;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What all models have in common when they do items.
class ItemRunnerTest {

    @Test
    void an_item_that_cannot_be_begun_is_settled_whatever_is_thrown() throws Exception {
        var runner = new ItemRunner<>(new Sums(), Knobs.STANDARD, new StopSignal());
        var batch = runner.begin(List.of(Sums.WITHOUT_PATH, Sums.WITHOUT_DRAFT));
        assertThat(runner.open(batch, 0, LaneObserver.NOBODY)).isNull();
        assertThat(runner.open(batch, 1, LaneObserver.NOBODY)).isNull();
        assertThat(runner.outcomes(batch)).hasOnlyElementsOfType(Outcome.Failed.class);
    }
}
