package dev.lanescope.lab.curves;

import static dev.lanescope.lab.curves.CurveTest.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.lab.curves.BreakEven.Found;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// From which page cost on workers pay: as it follows from trips, and as runs show it.
class BreakEvenTest {

    private static final Curve TRIPS =
            curve(Map.of(1_000, List.of(60e3, 50e3, 900e3), 16_000, List.of(90e3)));

    @Test
    void two_workers_pay_where_a_page_costs_what_its_trip_takes() {
        assertThat(BreakEven.computed(TRIPS, 2))
                .containsExactly(Map.entry(1_000, 60e3), Map.entry(16_000, 90e3));
    }

    @Test
    void more_workers_pay_earlier() {
        assertThat(BreakEven.computed(TRIPS, 4).get(16_000)).isEqualTo(30e3);
    }

    @Test
    void on_one_processor_no_page_costs_enough_and_that_is_said() {
        CurveSheet trips =
                CurveSheet.empty(CurveKind.PING_PONG).with(Route.ISOLATED_RECORDS, TRIPS);
        CurveSheet none = CurveSheet.empty(CurveKind.BREAK_EVEN);
        var evens = new BreakEvens(trips, none, Curve.NONE, 2, 1);
        assertThat(evens.computed(Route.ISOLATED_RECORDS)).isEmpty();
        assertThat(evens.words())
                .singleElement()
                .asString()
                .startsWith("This machine has one processor: ");
        assertThat(new BreakEvens(trips, none, Curve.NONE, 4, 2).computed(Route.ISOLATED_RECORDS))
                .as("four workers on two processors are two side by side")
                .containsEntry(16_000, 90e3);
    }

    @Test
    void what_was_found_lies_between_the_costs_at_which_the_ratio_passes_one() {
        Curve ratios = curve(Map.of(1_000, List.of(0.5), 100_000, List.of(1.5)));
        assertThat(BreakEven.found(ratios))
                .hasValueSatisfying(found ->
                        assertThat(((Found.At) found).pageNanos()).isCloseTo(10_000, within(1e-6)));
    }

    @Test
    void one_lucky_cost_is_not_enough() {
        Curve ratios = curve(Map.of(1, List.of(1.1), 10, List.of(0.9), 100, List.of(1.9)));
        assertThat(BreakEven.found(ratios))
                .hasValueSatisfying(
                        found -> assertThat(((Found.At) found).pageNanos()).isBetween(10.0, 100.0));
    }

    @Test
    void where_workers_always_or_never_pay_that_is_said() {
        assertThat(BreakEven.found(curve(Map.of(2_000, List.of(1.2), 8_000, List.of(1.6)))))
                .hasValue(new Found.Below(2_000));
        assertThat(BreakEven.found(curve(Map.of(2_000, List.of(0.2), 8_000, List.of(0.6)))))
                .hasValue(new Found.Absent(8_000));
        assertThat(BreakEven.found(Curve.NONE)).isEmpty();
    }

    @Test
    void words_hold_runs_against_what_was_computed_and_place_the_folder() {
        CurveSheet trips =
                CurveSheet.empty(CurveKind.PING_PONG).with(Route.ISOLATED_RECORDS, TRIPS);
        CurveSheet runs =
                CurveSheet.empty(CurveKind.BREAK_EVEN)
                        .with(
                                Contest.ISOLATED_RECORDS,
                                curve(Map.of(2_000, List.of(0.2), 8_000, List.of(0.6))));
        Curve page = curve(Map.of(969, List.of(600e3)));
        assertThat(new BreakEvens(trips, runs, page, 2, 2).words())
                .containsExactly(
                        "Interpreter, records, 2 workers: runs do not pay at all, up to 8 us of CPU"
                                + " a page; computed from single trips: 90 us.",
                        "A page of this folder takes 600 us of CPU, and 969 B cross for it; as"
                                + " multiples of the break-evens: 10 x isolated-records.");
    }
}
