package dev.lanescope.ui.compare;

import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.RunRecord;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What the screen of compared runs shows: which runs, which stretch of their one clock, where the
/// cursor is, which span and which page is chosen. It works only while somebody looks, and forgets
/// all traces when nobody does.
public final class CompareModel {

    private record Pair(Entrant slower, Entrant faster) {}

    private record Question(Compared compared, String page) {}

    private static final double ZOOM = 1.25;
    private static final double PAN = 0.08;

    private final ChosenRuns chosen;
    private final ReadOnlyObjectWrapper<Optional<Compared>> compared =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<TimeWindow> window =
            new ReadOnlyObjectWrapper<>(TimeWindow.fit(1));
    private final ObjectProperty<OptionalDouble> cursor =
            new SimpleObjectProperty<>(OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<Optional<Picked>> picked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PageMarks> marks =
            new ReadOnlyObjectWrapper<>(PageMarks.NONE);
    private final ReadOnlyObjectWrapper<Optional<PageDiff>> diff =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Latest<List<RunRecord>, Compared> comparing;
    private final Latest<Question, PageMarks> marking;
    private final Latest<Pair, PageDiff> diffing;
    private boolean shown;
    private boolean zoomToMarks;
    private OptionalInt slower = OptionalInt.empty();

    public CompareModel(ChosenRuns chosen, Background background) {
        this.chosen = chosen;
        comparing = new Latest<>(background, "compare", Compared::of, this::take);
        marking =
                new Latest<>(
                        background,
                        "find page",
                        asked -> PageMarks.of(asked.compared(), asked.page()),
                        this::mark);
        diffing =
                new Latest<>(
                        background,
                        "match pages",
                        pair -> PageDiff.of(pair.slower(), pair.faster()),
                        this::takeDiff);
        chosen.property().subscribe(this::ask);
    }

    /// Whether somebody looks.
    public void setShown(boolean now) {
        shown = now;
        ask();
    }

    private void ask() {
        List<RunRecord> wanted = shown ? chosen.property().get() : List.of();
        if (wanted.isEmpty()) {
            comparing.forget();
            forget();
        } else if (compared.get().filter(now -> now.records().equals(wanted)).isEmpty()) {
            comparing.ask(wanted);
        }
    }

    private void forget() {
        picked.set(Optional.empty());
        marks.set(PageMarks.NONE);
        marking.forget();
        diffing.forget();
        diff.set(Optional.empty());
        cursor.set(OptionalDouble.empty());
        compared.set(Optional.empty());
    }

    /// An answer that nobody waits for any more is dropped.
    private void take(Compared answer) {
        if (!shown || !answer.records().equals(chosen.property().get())) {
            return;
        }
        forget();
        window.set(TimeWindow.fit(answer.endNanos()));
        compared.set(Optional.of(answer));
        askDiff();
    }

    /// What is compared, once it is known.
    ReadOnlyObjectProperty<Optional<Compared>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /// What of the one clock can be seen.
    public ReadOnlyObjectProperty<TimeWindow> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /// The moment under the pointer.
    ObjectProperty<OptionalDouble> cursorProperty() {
        return cursor;
    }

    ReadOnlyObjectProperty<Optional<Picked>> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    /// The page that is chosen, in all runs.
    ReadOnlyObjectProperty<PageMarks> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /// The chosen run and the fastest other one, page by page.
    ReadOnlyObjectProperty<Optional<PageDiff>> diffProperty() {
        return diff.getReadOnlyProperty();
    }

    /// Shows `factor` times less time around a moment that stays where it is.
    void zoomAt(double factor, double moment) {
        move(window.get().zoomed(factor, moment));
    }

    void panBy(double nanos) {
        move(window.get().panned(nanos));
    }

    private void move(TimeWindow to) {
        compared.get().ifPresent(now -> window.set(to.clamped(now.endNanos())));
    }

    /// A press of a zoom key: at the cursor if there is one.
    public void zoomKey(int direction) {
        TimeWindow now = window.get();
        double middle = (now.startNanos() + now.endNanos()) / 2;
        zoomAt(Math.pow(ZOOM, direction), cursor.get().orElse(middle));
    }

    /// A press of a pan key.
    public void panKey(int direction) {
        panBy(direction * PAN * window.get().nanos());
    }

    /// Shows all of all runs.
    public void showAll() {
        compared.get().ifPresent(now -> window.set(TimeWindow.fit(now.endNanos())));
    }

    /// Shows the chosen span from edge to edge.
    public void focus() {
        picked.get()
                .map(Picked::span)
                .ifPresent(span -> move(TimeWindow.around(span.startNanos(), span.endNanos())));
    }

    /// Chooses a span, and with it its page in all runs.
    void pick(int run, Span span) {
        picked.set(Optional.of(new Picked(run, span)));
        compared.get()
                .flatMap(now -> now.entrant(run))
                .flatMap(entrant -> entrant.trace().itemOf(span))
                .ifPresentOrElse(
                        page -> askMarks(page, false),
                        () -> {
                            marking.forget();
                            marks.set(PageMarks.NONE);
                        });
    }

    /// Chooses a page in all runs and shows all that was done for it.
    void pickPage(String page) {
        picked.set(Optional.empty());
        askMarks(page, true);
    }

    private void askMarks(String page, boolean zoom) {
        zoomToMarks = zoom;
        compared.get().ifPresent(now -> marking.ask(new Question(now, page)));
    }

    private void mark(PageMarks found) {
        if (compared.get().isEmpty()) {
            return;
        }
        marks.set(found);
        var all = found.spans().values().stream().flatMap(List::stream).toList();
        if (zoomToMarks && !all.isEmpty()) {
            long from = all.stream().mapToLong(Span::startNanos).min().orElse(0);
            long to = all.stream().mapToLong(Span::endNanos).max().orElse(0);
            move(TimeWindow.around(from, to));
        }
    }

    /// Lets go of the chosen span and page; then of the window.
    public void clear() {
        if (picked.get().isPresent() || !marks.get().page().isEmpty()) {
            picked.set(Optional.empty());
            marking.forget();
            marks.set(PageMarks.NONE);
        } else {
            showAll();
        }
    }

    /// Chooses the span before or after the chosen one on its lane; the first one if none is.
    public void step(int by) {
        compared.get()
                .ifPresent(now -> {
                    Picked from = picked.get().orElse(null);
                    if (from == null) {
                        Entrant first = now.entrants().getFirst();
                        pick(first.number(), first.trace().lanes().getFirst().span(0));
                        return;
                    }
                    now.entrant(from.run())
                            .map(entrant -> entrant.trace().lanes().get(from.span().lane()))
                            .ifPresent(lane -> {
                                int to = Math.clamp(from.span().index() + by, 0, lane.size() - 1);
                                pick(from.run(), lane.span(to));
                            });
                });
    }

    /// Chooses what the lane above or below did at the same time, be it another run's.
    public void changeLane(int by) {
        picked.get().ifPresent(from -> compared.get().ifPresent(now -> changeLane(now, from, by)));
    }

    private void changeLane(Compared now, Picked from, int by) {
        int place = now.entrants().indexOf(now.entrant(from.run()).orElseThrow());
        int lane = from.span().lane() + by;
        List<LaneView> lanes = now.entrants().get(place).trace().lanes();
        if (lane < 0 || lane >= lanes.size()) {
            place += by;
            if (place < 0 || place >= now.entrants().size()) {
                return;
            }
            lanes = now.entrants().get(place).trace().lanes();
            lane = by > 0 ? 0 : lanes.size() - 1;
        }
        long middle = from.span().startNanos() + from.span().nanos() / 2;
        LaneView there = lanes.get(lane);
        long moment = Math.min(middle, Math.max(0, there.endNanos() - 1));
        pick(now.entrants().get(place).number(), there.span(there.indexAt(moment)));
    }

    /// Holds the pages of a run against those of the fastest other one.
    void choosePair(int run) {
        slower = OptionalInt.of(run);
        askDiff();
    }

    private void askDiff() {
        Compared now = compared.get().orElse(null);
        if (now == null || !now.isOfSeveral()) {
            return;
        }
        Entrant one =
                slower.isPresent()
                        ? now.entrant(slower.getAsInt()).orElse(now.entrants().getLast())
                        : now.entrants().getLast();
        Entrant other =
                now.entrants().stream()
                        .filter(each -> each.number() != one.number())
                        .findFirst()
                        .orElseThrow();
        diffing.ask(new Pair(one, other));
    }

    private void takeDiff(PageDiff answer) {
        boolean wanted =
                compared.get()
                        .filter(now -> now.entrant(answer.slower().number()).isPresent())
                        .filter(now -> now.entrant(answer.faster().number()).isPresent())
                        .isPresent();
        if (wanted) {
            diff.set(Optional.of(answer));
        }
    }
}
