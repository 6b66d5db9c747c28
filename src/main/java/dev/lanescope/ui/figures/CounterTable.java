package dev.lanescope.ui.figures;

import dev.lanescope.analysis.ReadingList;
import dev.lanescope.analysis.ReadingList.Reading;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.CounterView;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.timeline.Moments;
import dev.lanescope.ui.timeline.Scope;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.frame.CounterLook;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// The table twin of the rows below the lanes: what the counters were set to in the selected or the
/// visible time, one reading a row, by the names of counters. Enter or a double click puts the
/// cursor there.
final class CounterTable extends ScopeRows<Reading> {

    /// What is asked for, and how it is wanted.
    private record Question(
            Scope scope, String text, ReadingList.@Nullable Column by, boolean descending) {}

    private record Answer(Scope scope, ReadingList readings) {}

    private static final ReadingList.Words WORDS =
            new ReadingList.Words() {
                @Override
                public String title(CounterView counter) {
                    return CounterLook.of(counter).title(counter);
                }

                @Override
                public double figure(CounterView counter, long value) {
                    return CounterLook.of(counter).amount(value);
                }
            };

    private final TimelineModel timeline;
    private final Latest<Question, Answer> latest;
    private final ScopeWatch watch;
    private @Nullable Answer shown;

    CounterTable(TimelineModel timeline, Background background) {
        super(
                "counter",
                "readings",
                "Find a counter",
                "What counters were set to, one reading a row. Enter goes there.",
                "Nothing was counted here.");
        this.timeline = timeline;
        this.latest =
                new Latest<>(background, "table of counters", CounterTable::answer, this::show);
        this.watch = new ScopeWatch(timeline, this, this::ask, this::forget);
        column(ReadingList.Column.COUNTER, "Counter", 220, CounterTable::title);
        var moments = new Moments(timeline);
        figures(ReadingList.Column.TIME, "Time", 110, it -> moments.text(it.nanos()));
        figures(ReadingList.Column.VALUE, "Value", 110, CounterTable::figure);
        column(null, "Unit", 80, CounterTable::unit);
        tell(watch::again, this::goThere);
    }

    private static String title(Reading reading) {
        return WORDS.title(reading.counter());
    }

    private static String figure(Reading reading) {
        return CounterLook.of(reading.counter()).figure(reading.value());
    }

    private static String unit(Reading reading) {
        return CounterLook.of(reading.counter()).unit();
    }

    private void ask(Scope scope) {
        String by = order();
        latest.ask(
                new Question(
                        scope,
                        wanted(),
                        by == null ? null : ReadingList.Column.valueOf(by),
                        isDescending()));
    }

    private void forget() {
        latest.forget();
        shown = null;
        showNone();
    }

    private static Answer answer(Question question) {
        Scope scope = question.scope();
        ReadingList readings =
                ReadingList.of(scope.trace(), scope.stretch(), MOST_ROWS, WORDS)
                        .matching(question.text());
        ReadingList.Column by = question.by();
        return new Answer(
                scope, by == null ? readings : readings.sorted(by, question.descending()));
    }

    /// The row that somebody stands on stays chosen as long as it is there.
    private void show(Answer answer) {
        watch.answered();
        if (!watch.isWanted(answer.scope())) {
            return;
        }
        Reading before = row();
        shown = answer;
        ReadingList readings = answer.readings();
        show(readings.size(), readings.all(), "readings", readings::reading);
        int row = before == null ? -1 : readings.rowOf(before);
        if (row >= 0) {
            select(row, false);
        }
    }

    private void goThere() {
        Reading reading = row();
        if (reading != null) {
            TimeWindow window = timeline.windowProperty().get();
            if (!window.shows(reading.nanos(), reading.nanos())) {
                timeline.panBy(reading.nanos() - (window.startNanos() + window.endNanos()) / 2);
            }
            timeline.cursorProperty().set(OptionalDouble.of((double) reading.nanos()));
        }
    }

    /// The rows as they stand, times in nanoseconds; of very many the first ones.
    CopyTable table() {
        List<List<String>> rows = new ArrayList<>();
        Answer now = shown;
        if (now != null) {
            ReadingList readings = now.readings();
            for (int row = 0; row < Math.min(readings.size(), MOST_COPIED); row++) {
                Reading reading = readings.reading(row);
                rows.add(
                        List.of(
                                title(reading),
                                Long.toString(reading.nanos()),
                                figure(reading),
                                unit(reading)));
            }
        }
        return new CopyTable(List.of("counter", "time_ns", "value", "unit"), rows);
    }
}
