package dev.lanescope.ui.figures;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.SpanList;
import dev.lanescope.chart.LaneTitle;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.Moments;
import dev.lanescope.ui.timeline.Scope;
import dev.lanescope.ui.timeline.TimelineModel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table twin of the lanes: the spans of the selection, or of what is in view, a row each.
/// Enter or a double click chooses a span on the lanes.
final class SpanTable extends ScopeRows<Span> {

    /// What is asked for, and how it is wanted.
    private record Question(
            Scope scope, String text, SpanList.@Nullable Column by, boolean descending) {}

    private record Answer(Scope scope, SpanList spans) {}

    private final TimelineModel timeline;
    private final Latest<Question, Answer> latest;
    private final ScopeWatch watch;
    private @Nullable Answer shown;

    SpanTable(TimelineModel timeline, Background background) {
        super(
                "span",
                "spans",
                "Find page, stage or lane",
                "Spans, one a row. Enter chooses a span on the lanes.",
                "No spans here.");
        this.timeline = timeline;
        this.latest = new Latest<>(background, "table of spans", SpanTable::answer, this::show);
        this.watch = new ScopeWatch(timeline, this, this::ask, this::forget);
        column(SpanList.Column.LANE, "Lane", 110, this::lane);
        var moments = new Moments(timeline);
        figures(SpanList.Column.START, "Start", 100, span -> moments.text(span.startNanos()));
        figures(SpanList.Column.DURATION, "Duration", 90, span -> Durations.text(span.nanos()));
        column(SpanList.Column.STATE, "State", 140, this::state);
        figures(SpanList.Column.ALLOCATED, "Allocated", 90, span -> words(allocated(span)));
        column(SpanList.Column.ITEM, "Page", 300, this::page);
        tell(watch::again, this::choose);
    }

    /// Negative if it was not read.
    private long allocated(Span span) {
        return timeline.shownProperty()
                .get()
                .filter(trace -> span.lane() < trace.lanes().size())
                .map(trace -> trace.lanes().get(span.lane()))
                .filter(lane -> span.index() < lane.size())
                .map(lane -> lane.allocatedBytes(span.index()))
                .orElse(Lane.NOT_READ);
    }

    private static String words(long bytes) {
        return bytes < 0 ? "" : Amounts.bytes(bytes);
    }

    private Snapshot trace() {
        return shown == null ? timeline.shownProperty().get().orElseThrow() : shown.scope().trace();
    }

    private String lane(Span span) {
        return LaneTitle.of(trace().info(), trace().lanes().get(span.lane()));
    }

    private String state(Span span) {
        return trace().stateOf(span).name();
    }

    private String page(Span span) {
        return trace().itemOf(span).orElse("");
    }

    private void ask(Scope scope) {
        String by = order();
        latest.ask(
                new Question(
                        scope,
                        wanted(),
                        by == null ? null : SpanList.Column.valueOf(by),
                        isDescending()));
    }

    private void forget() {
        latest.forget();
        shown = null;
        showNone();
    }

    private static Answer answer(Question question) {
        Scope scope = question.scope();
        SpanList spans =
                SpanList.of(scope.trace(), scope.stretch(), MOST_ROWS).matching(question.text());
        SpanList.Column by = question.by();
        return new Answer(scope, by == null ? spans : spans.sorted(by, question.descending()));
    }

    /// Of a run that goes on, the row that somebody stands on stays chosen.
    private void show(Answer answer) {
        watch.answered();
        if (!watch.isWanted(answer.scope())) {
            return;
        }
        Span before = isInUse() ? row() : null;
        shown = answer;
        SpanList spans = answer.spans();
        show(spans.size(), spans.all(), "spans", spans::span);
        Optional.ofNullable(before)
                .map(span -> new Chosen(span.lane(), span.index()))
                .or(timeline.selectionProperty()::get)
                .map(chosen -> spans.rowOf(chosen.lane(), chosen.span()))
                .filter(at -> at >= 0)
                .ifPresent(at -> select(at, true));
    }

    private void choose() {
        Span span = row();
        if (span != null) {
            timeline.choose(new Chosen(span.lane(), span.index()));
            timeline.focus();
        }
    }

    /// The rows as they stand, times in nanoseconds; of very many the first ones.
    CopyTable table() {
        List<List<String>> rows = new ArrayList<>();
        SpanList spans = shown == null ? null : shown.spans();
        for (int row = 0; spans != null && row < Math.min(spans.size(), MOST_COPIED); row++) {
            Span span = spans.span(row);
            rows.add(
                    List.of(
                            lane(span),
                            Long.toString(span.startNanos()),
                            Long.toString(span.nanos()),
                            state(span),
                            allocated(span) < 0 ? "" : Long.toString(allocated(span)),
                            page(span)));
        }
        return new CopyTable(
                List.of("lane", "start_ns", "duration_ns", "state", "allocated_bytes", "page"),
                rows);
    }
}
