package dev.lanescope.concurrency.knobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnobPositionsTest {

    @ParameterizedTest
    @CsvSource({
        "scheduling, heaviest-first",
        "scheduling, chunks:4",
        "state, per-page",
        "buffers, fresh",
        "writes, behind",
        "transport, serialization",
        "batch, 16",
        "cpu-weight, 3",
        "threads, 3",
        "warm-up, 3"
    })
    void a_knob_is_turned_by_its_name_and_no_other_one(String id, String position) {
        Knobs turned = KnobPositions.with(Knobs.STANDARD, id, position).orElseThrow();
        assertThat(turned.turned()).extracting(Knob::id).containsExactly(id);
        assertThat(turned.positions()).contains(id + " " + position);
    }

    @ParameterizedTest
    @CsvSource({
        "scheduling, backwards",
        "state, mine",
        "batch, 0",
        "batch, 1001",
        "batch, 99999999999",
        "warm-up, -1",
        "colour, blue"
    })
    void what_there_is_not_turns_nothing(String id, String position) {
        assertThat(KnobPositions.with(Knobs.STANDARD, id, position)).isEmpty();
    }

    @Test
    void other_knobs_stay_where_they_were() {
        Knobs before = Knobs.STANDARD.withBatch(4);
        assertThat(KnobPositions.with(before, "transport", "serialization").orElseThrow())
                .isEqualTo(before.with(Transport.SERIALIZATION));
    }
}
