package dev.lanescope.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.analysis.Query;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;
import dev.lanescope.ui.kit.Background;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Moving about in a trace, without a toolkit.
class TimelineModelTest {

    private static final int WORK = 0;
    private static final int IDLE = 1;
    private static final long MILLI = 1_000_000;

    private final TimelineModel model = new TimelineModel(new Background());

    /// Two lanes of hundred spans of a millisecond each.
    private static Trace trace() {
        var states =
                List.of(new State("work", State.Kind.WORK), new State("idle", State.Kind.IDLE));
        var info = new RunInfo("m", "M", 2, "c", 1, Instant.EPOCH, 0, states, List.of("page"));
        var trace = new Trace(info, IDLE);
        for (int lane = 0; lane < 2; lane++) {
            for (int span = 1; span < 100; span++) {
                trace.lane(lane).append(span * MILLI, span % 2, 0, -1);
            }
        }
        return trace;
    }

    private void showFinished() {
        Trace trace = trace();
        trace.finish(100 * MILLI);
        model.show(Optional.of(trace.snapshot(() -> 0)));
    }

    private TimeWindow window() {
        return model.windowProperty().get();
    }

    @Test
    void a_finished_run_is_shown_whole() {
        showFinished();
        assertThat(window()).isEqualTo(TimeWindow.fit(100 * MILLI));
    }

    @Test
    void a_live_run_fills_a_window_that_grows_ahead_of_it() {
        Trace trace = trace();
        model.show(Optional.of(trace.snapshot(() -> 100 * MILLI)));
        TimeWindow first = window();
        assertThat(first.endNanos()).isGreaterThan(100.0 * MILLI);
        model.show(Optional.of(trace.snapshot(() -> 150 * MILLI)));
        assertThat(window()).as("does not move every frame").isEqualTo(first);
        model.show(Optional.of(trace.snapshot(() -> 1000 * MILLI)));
        assertThat(window().startNanos()).isZero();
        assertThat(window().endNanos()).isBetween(1000.0 * MILLI, 2000.0 * MILLI);
        trace.finish(1010 * MILLI);
        model.show(Optional.of(trace.snapshot(() -> 0)));
        assertThat(window()).isEqualTo(TimeWindow.fit(1010 * MILLI));
    }

    @Test
    void whoever_looks_at_something_is_not_dragged_along_by_the_live_edge() {
        Trace trace = trace();
        model.show(Optional.of(trace.snapshot(() -> 100 * MILLI)));
        model.zoomAt(4, 10.0 * MILLI);
        TimeWindow chosen = window();
        model.show(Optional.of(trace.snapshot(() -> 400 * MILLI)));
        trace.finish(500 * MILLI);
        model.show(Optional.of(trace.snapshot(() -> 0)));
        assertThat(window()).isEqualTo(chosen);
        model.showAll();
        assertThat(window()).isEqualTo(TimeWindow.fit(500 * MILLI));
    }

    @Test
    void zooming_keeps_the_moment_under_the_pointer_where_it_is() {
        showFinished();
        double moment = 37.3 * MILLI;
        double before = window().xOf(moment, 1000);
        model.zoomAt(3, moment);
        assertThat(window().xOf(moment, 1000)).isCloseTo(before, within(1e-6));
    }

    @Test
    void focus_centres_first_and_then_fills_the_picture() {
        showFinished();
        model.zoomAt(10, 20.0 * MILLI);
        model.choose(new Chosen(0, 50));
        double width = window().nanos();
        model.focus();
        assertThat(window().nanos()).isCloseTo(width, within(1.0));
        assertThat((window().startNanos() + window().endNanos()) / 2)
                .isCloseTo(50.5 * MILLI, within(1.0));
        model.focus();
        assertThat(window()).isEqualTo(TimeWindow.around(50 * MILLI, 51 * MILLI));
    }

    @Test
    void walking_out_of_sight_takes_the_picture_along() {
        showFinished();
        model.choose(new Chosen(0, 10));
        model.focus();
        model.focus();
        for (int step = 0; step < 5; step++) {
            model.next();
        }
        assertThat(model.selectionProperty().get()).hasValue(new Chosen(0, 15));
        assertThat(window().contains(15.5 * MILLI)).isTrue();
    }

    @Test
    void the_lane_below_is_entered_at_the_same_moment() {
        showFinished();
        model.choose(new Chosen(0, 42));
        model.changeLane(+1);
        assertThat(model.selectionProperty().get()).hasValue(new Chosen(1, 42));
        model.changeLane(+1);
        assertThat(model.selectionProperty().get()).hasValue(new Chosen(1, 42));
        model.changeLane(-1);
        assertThat(model.selectionProperty().get()).hasValue(new Chosen(0, 42));
    }

    @Test
    void the_first_and_the_last_span_are_the_ends_of_the_walk() {
        showFinished();
        model.previous();
        assertThat(model.selectionProperty().get().orElseThrow().span()).isNotNegative();
        model.choose(new Chosen(0, 99));
        model.next();
        assertThat(model.selectionProperty().get()).hasValue(new Chosen(0, 99));
        model.choose(new Chosen(0, 0));
        model.previous();
        assertThat(model.selectionProperty().get()).hasValue(new Chosen(0, 0));
    }

    @Test
    void escape_lets_go_of_one_thing_at_a_time() {
        showFinished();
        model.toggleDimmed(WORK);
        model.choose(new Chosen(0, 3));
        model.clear();
        assertThat(model.selectionProperty().get()).isEmpty();
        assertThat(model.dimmedProperty().get()).containsExactly(WORK);
        model.clear();
        assertThat(model.dimmedProperty().get()).isEmpty();
    }

    @Test
    void solo_dims_all_the_others_and_again_none() {
        showFinished();
        model.solo(WORK);
        assertThat(model.dimmedProperty().get()).containsExactly(IDLE);
        model.solo(WORK);
        assertThat(model.dimmedProperty().get()).isEmpty();
    }

    @Test
    void another_run_begins_with_nothing_chosen() {
        showFinished();
        model.choose(new Chosen(0, 3));
        model.zoomAt(5, 0);
        showFinished();
        assertThat(model.selectionProperty().get()).isEmpty();
        assertThat(window()).isEqualTo(TimeWindow.fit(100 * MILLI));
    }

    @Test
    void without_a_trace_every_move_does_nothing() {
        TimeWindow before = window();
        model.zoomAt(2, 0);
        model.panBy(5);
        model.focus();
        model.next();
        model.changeLane(-1);
        model.showAll();
        Optional<Snapshot> nothing = Optional.empty();
        model.show(nothing);
        assertThat(window()).isEqualTo(before);
    }

    @Test
    void focus_fits_what_the_ends_of_the_run_keep_from_the_middle() {
        showFinished();
        model.selectRange(Optional.of(new Stretch(2 * MILLI, 4 * MILLI, List.of(0))));
        model.focus();
        model.focus();
        assertThat(window()).isEqualTo(TimeWindow.around(2 * MILLI, 4 * MILLI));
    }

    @Test
    void every_move_can_be_undone_and_redone() {
        showFinished();
        TimeWindow all = window();
        model.showWindow(new TimeWindow(10.0 * MILLI, 20.0 * MILLI));
        TimeWindow near = window();
        model.back();
        assertThat(window()).isEqualTo(all);
        model.forward();
        assertThat(window()).isEqualTo(near);
    }

    @Test
    void a_range_grows_and_shrinks_by_whole_spans() {
        showFinished();
        model.choose(new Chosen(1, 10));
        model.selectChosen();
        assertThat(range()).isEqualTo(new Stretch(10 * MILLI, 11 * MILLI, List.of(1)));
        RangeSteps.moveEnd(model, 1);
        assertThat(range()).isEqualTo(new Stretch(10 * MILLI, 12 * MILLI, List.of(1)));
        RangeSteps.moveEnd(model, -1);
        assertThat(range()).isEqualTo(new Stretch(10 * MILLI, 11 * MILLI, List.of(1)));
        model.selectChosen();
        assertThat(range().lanes()).as("again: on all lanes").containsExactly(0, 1);
    }

    private Stretch range() {
        return model.rangeProperty().get().orElseThrow();
    }

    @Test
    void measuring_again_takes_the_bracket_away_and_escape_too() {
        showFinished();
        model.measure();
        assertThat(model.measuredProperty().get()).as("nothing is selected").isEmpty();
        model.choose(new Chosen(0, 3));
        model.measure();
        assertThat(model.measuredProperty().get().orElseThrow().nanos()).isEqualTo(MILLI);
        model.measure();
        assertThat(model.measuredProperty().get()).isEmpty();
        model.measure();
        model.clear();
        assertThat(model.measuredProperty().get()).isEmpty();
        assertThat(model.selectionProperty().get()).isPresent();
    }

    @Test
    void a_search_steps_through_the_places_and_round() {
        showFinished();
        Finder finder = model.finder();
        finder.lookFor(Query.of("work"));
        int count = finder.matchesProperty().get().size();
        assertThat(count).isEqualTo(98);
        finder.next();
        assertThat(finder.position()).hasValue(0);
        finder.previous();
        assertThat(finder.position()).hasValue(count - 1);
        finder.next();
        assertThat(finder.position()).hasValue(0);
        model.clear();
        assertThat(finder.isLooking()).as("first the span is let go of").isTrue();
        model.clear();
        assertThat(finder.isLooking()).isFalse();
        assertThat(finder.matchesProperty().get().size()).isZero();
    }

    @Test
    void a_typed_time_is_gone_to() {
        showFinished();
        model.finder().lookFor(Query.of("20..30 ms"));
        model.finder().next();
        assertThat(window()).isEqualTo(new TimeWindow(20.0 * MILLI, 30.0 * MILLI));
        model.finder().lookFor(Query.of("50 ms"));
        model.finder().next();
        assertThat((window().startNanos() + window().endNanos()) / 2)
                .isCloseTo(50.0 * MILLI, within(1.0));
    }

    @Test
    void a_note_is_grasped_anywhere_in_its_time_the_shortest_first() {
        Trace trace = trace();
        trace.finish(100 * MILLI);
        var longer = new Note(0, 50 * MILLI, "long");
        var shorter = new Note(10 * MILLI, 20 * MILLI, "short");
        Snapshot noted = trace.snapshot(() -> 0).withNotes(List.of(longer, shorter));
        model.show(Optional.of(noted));
        assertThat(model.notes().at(15.0 * MILLI, 0)).hasValue(shorter);
        assertThat(model.notes().at(30.0 * MILLI, 0)).hasValue(longer);
        assertThat(model.notes().at(60.0 * MILLI, 0)).isEmpty();
        model.notes().select(shorter);
        assertThat(range()).isEqualTo(new Stretch(10 * MILLI, 20 * MILLI, List.of(0, 1)));
        assertThat(model.notes().at(15.0 * MILLI, 0)).as("then the next").hasValue(longer);
        model.notes().select(longer);
        assertThat(model.notes().at(15.0 * MILLI, 0)).as("then again").hasValue(shorter);
    }

    @Test
    void notes_on_one_time_of_different_lanes_are_different_notes() {
        Trace trace = trace();
        trace.finish(100 * MILLI);
        var first = new Note(10 * MILLI, 20 * MILLI, "first", List.of(0));
        var second = new Note(10 * MILLI, 20 * MILLI, "second", List.of(1));
        var whole = new Note(10 * MILLI, 20 * MILLI, "whole");
        model.show(Optional.of(trace.snapshot(() -> 0).withNotes(List.of(first, second, whole))));
        for (Note note : List.of(first, second, whole)) {
            model.notes().select(note);
            assertThat(model.notes().on(range())).hasValue(note);
            assertThat(model.notes().write(range(), note.text())).isEqualTo(note);
        }
        assertThat(model.notes().about(second).lanes()).containsExactly(1);
        assertThat(model.notes().about(whole).lanes()).containsExactly(0, 1);
    }

    @Test
    void only_a_run_that_goes_on_can_be_paused() {
        showFinished();
        model.togglePaused();
        assertThat(model.pausedProperty().get()).isFalse();
        model.show(Optional.of(trace().snapshot(() -> 100 * MILLI)));
        model.togglePaused();
        assertThat(model.pausedProperty().get()).isTrue();
        model.show(Optional.of(trace().snapshot(() -> 100 * MILLI)));
        assertThat(model.pausedProperty().get()).as("another run").isFalse();
    }

    @Test
    void what_a_histogram_lights_up_is_let_go_of_first_and_with_the_run() {
        showFinished();
        model.choose(new Chosen(0, 3));
        model.brushProperty().set(Optional.of(new Brushed(WORK, 0, MILLI)));
        model.clear();
        assertThat(model.brushProperty().get()).isEmpty();
        assertThat(model.selectionProperty().get()).isPresent();
        model.brushProperty().set(Optional.of(new Brushed(WORK, 0, MILLI)));
        showFinished();
        assertThat(model.brushProperty().get()).isEmpty();
    }

    @Test
    void a_brush_means_spans_of_its_state_whose_duration_lies_within() {
        showFinished();
        var lane = model.shownProperty().get().orElseThrow().lanes().getFirst();
        assertThat(new Brushed(IDLE, MILLI, MILLI + 1).matches(lane, 3)).isTrue();
        assertThat(new Brushed(WORK, MILLI, MILLI + 1).matches(lane, 3)).isFalse();
        assertThat(new Brushed(IDLE, 0, MILLI).matches(lane, 3)).isFalse();
    }

    @Test
    void figures_are_asked_of_the_selection_or_of_what_is_in_view() {
        assertThat(Scope.of(model)).isEmpty();
        showFinished();
        model.showWindow(new TimeWindow(10 * MILLI, 20 * MILLI));
        Scope view = Scope.of(model).orElseThrow();
        assertThat(view.stretch()).isEqualTo(new Stretch(10 * MILLI, 20 * MILLI, List.of(0, 1)));
        assertThat(view.axis()).isEqualTo(window());
        assertThat(view.words()).isEqualTo("in view: 2 lanes × 10.00 ms");
        var range = new Stretch(3 * MILLI, 4 * MILLI, List.of(1));
        model.selectRange(Optional.of(range));
        Scope selected = Scope.of(model).orElseThrow();
        assertThat(selected.stretch()).isEqualTo(range);
        assertThat(selected.axis()).isEqualTo(new TimeWindow(3 * MILLI, 4 * MILLI));
        assertThat(selected.words()).isEqualTo("selected: 1 lane × 1.000 ms");
    }
}
