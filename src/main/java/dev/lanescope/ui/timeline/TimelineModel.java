package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What the timeline shows: which trace, which stretch of time, which span is chosen, where the
/// cursor is. It knows no scene; the screen paints it, the keys and the mouse move it.
///
/// While a run goes on and nobody has moved the picture, the window *follows*: it begins at the
/// first submit and grows ahead of the live edge in steps, so that lanes fill from the left. Any
/// move ends that; [#showAll] resumes it.
public final class TimelineModel {

    private static final long FIRST_LIVE_WINDOW = 250_000_000;
    private static final double FULL = 0.94;
    private static final double GROWTH = 1.6;

    private final ReadOnlyObjectWrapper<Optional<Snapshot>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<TimeWindow> window =
            new ReadOnlyObjectWrapper<>(TimeWindow.fit(FIRST_LIVE_WINDOW));
    private final ReadOnlyObjectWrapper<Optional<Chosen>> selection =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Stretch>> range =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<OptionalDouble> cursor =
            new SimpleObjectProperty<>(OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<Set<Integer>> dimmed =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final ObjectProperty<Optional<Chosen>> hovered =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Brushed>> brush =
            new SimpleObjectProperty<>(Optional.empty());
    private final KeyPace pace = new KeyPace();
    private boolean following = true;

    /// Shows a trace, or a later moment of the one that is shown.
    public void show(Optional<Snapshot> snapshot) {
        boolean same = isSameRun(shown.get(), snapshot);
        boolean wasLive = shown.get().filter(now -> !now.finished()).isPresent();
        if (!same) {
            selection.set(Optional.empty());
            range.set(Optional.empty());
            hovered.set(Optional.empty());
            brush.set(Optional.empty());
            dimmed.set(Set.of());
            following = true;
        }
        shown.set(snapshot);
        snapshot.ifPresent(now -> follow(now, !same || wasLive));
    }

    @SuppressWarnings("ReferenceEquality") // the very run, without comparing thousands of names
    private static boolean isSameRun(Optional<Snapshot> one, Optional<Snapshot> other) {
        return one.isPresent() && other.isPresent() && one.get().info() == other.get().info();
    }

    private void follow(Snapshot now, boolean moved) {
        if (!following) {
            return;
        }
        if (now.finished()) {
            if (moved) {
                window.set(TimeWindow.fit(now.endNanos()));
            }
            return;
        }
        double width = Math.max(FIRST_LIVE_WINDOW, window.get().endNanos());
        if (now.endNanos() < FIRST_LIVE_WINDOW * FULL) {
            width = FIRST_LIVE_WINDOW;
        }
        while (now.endNanos() > width * FULL) {
            width *= GROWTH;
        }
        if (window.get().startNanos() != 0 || window.get().endNanos() != width) {
            window.set(new TimeWindow(0, width));
        }
    }

    private void move(TimeWindow to) {
        shown.get()
                .ifPresent(now -> {
                    following = false;
                    window.set(to.clamped(now.endNanos()));
                });
    }

    /// Shows `factor` times less time around a moment that stays where it is.
    public void zoomAt(double factor, double moment) {
        move(window.get().zoomed(factor, moment));
    }

    /// Moves the picture by a stretch of time; later moments if positive.
    public void panBy(double nanos) {
        move(window.get().panned(nanos));
    }

    /// Shows exactly this stretch.
    public void showWindow(TimeWindow wanted) {
        move(wanted);
    }

    /// A press of a zoom key, faster while it is held: at the cursor if it is over the lanes,
    /// otherwise in the middle.
    public void zoomKey(int direction) {
        TimeWindow now = window.get();
        double moment = cursor.get().orElse((now.startNanos() + now.endNanos()) / 2);
        zoomAt(Math.pow(1.12, direction * pace.press(direction)), moment);
    }

    /// A press of a pan key, faster while it is held.
    public void panKey(int direction) {
        panBy(direction * 0.04 * pace.press(direction * 2) * window.get().nanos());
    }

    /// Brings the chosen span into the middle; if it is there already, makes it fill the picture.
    public void focus() {
        chosenSpan()
                .ifPresent(span -> {
                    TimeWindow now = window.get();
                    double middle = (span.startNanos() + span.endNanos()) / 2.0;
                    double off = middle - (now.startNanos() + now.endNanos()) / 2;
                    boolean centred = Math.abs(off) < now.nanos() * 0.01;
                    move(
                            centred
                                    ? TimeWindow.around(span.startNanos(), span.endNanos())
                                    : now.panned(off));
                });
    }

    /// Shows the whole run, and follows it if it goes on.
    public void showAll() {
        following = true;
        shown.get().ifPresent(now -> follow(now, true));
    }

    public void choose(Chosen chosen) {
        selection.set(Optional.of(chosen));
    }

    /// Selects a part of the trace, or lets go of it.
    public void selectRange(Optional<Stretch> stretch) {
        range.set(stretch);
    }

    /// The selected part of the trace, if any.
    public ReadOnlyObjectProperty<Optional<Stretch>> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /// Chooses the span before the chosen one.
    public void previous() {
        step(-1);
    }

    /// Chooses the span after the chosen one, or the first one in sight if none is chosen.
    public void next() {
        step(+1);
    }

    private void step(int by) {
        if (shown.get().isEmpty()) {
            return;
        }
        Snapshot now = shown.get().get();
        Chosen from =
                selection
                        .get()
                        .orElseGet(() ->
                                new Chosen(0, now.lanes().getFirst().indexAt(firstMoment()) - by));
        LaneView lane = now.lanes().get(from.lane());
        int span = Math.clamp(from.span() + by, 0, lane.size() - 1);
        choose(new Chosen(from.lane(), span));
        bringIntoSight();
    }

    private long firstMoment() {
        return (long) Math.max(0, window.get().startNanos());
    }

    /// Chooses what the lane above did in the middle of the chosen span.
    public void laneAbove() {
        changeLane(-1);
    }

    /// Chooses what the lane below did in the middle of the chosen span.
    public void laneBelow() {
        changeLane(+1);
    }

    private void changeLane(int by) {
        chosenSpan()
                .ifPresent(span -> {
                    var lanes = shown.get().orElseThrow().lanes();
                    int lane = Math.clamp(span.lane() + by, 0, lanes.size() - 1);
                    long middle = (span.startNanos() + span.endNanos()) / 2;
                    choose(new Chosen(lane, lanes.get(lane).indexAt(middle)));
                    bringIntoSight();
                });
    }

    private void bringIntoSight() {
        chosenSpan()
                .ifPresent(span -> {
                    TimeWindow now = window.get();
                    if (span.endNanos() < now.startNanos() || span.startNanos() > now.endNanos()) {
                        double middle = (span.startNanos() + span.endNanos()) / 2.0;
                        panBy(middle - (now.startNanos() + now.endNanos()) / 2);
                    }
                });
    }

    /// Lets go of one thing: the selection first, then what the legend has dimmed.
    public void clear() {
        if (selection.get().isPresent()) {
            selection.set(Optional.empty());
        } else {
            dimmed.set(Set.of());
        }
    }

    /// The chosen span as it is now.
    public Optional<dev.lanescope.trace.Span> chosenSpan() {
        return shown.get()
                .flatMap(now ->
                        selection
                                .get()
                                .map(chosen -> now.lanes().get(chosen.lane()).span(chosen.span())));
    }

    /// Dims a state on the lanes, or shows it again.
    public void toggleDimmed(int state) {
        var states = new HashSet<>(dimmed.get());
        if (!states.remove(state)) {
            states.add(state);
        }
        dimmed.set(Set.copyOf(states));
    }

    /// Dims all states but one; if that is so already, none.
    public void solo(int state) {
        shown.get()
                .ifPresent(now -> {
                    var others = new HashSet<Integer>();
                    for (int code = 0; code < now.info().states().size(); code++) {
                        if (code != state) {
                            others.add(code);
                        }
                    }
                    dimmed.set(others.equals(dimmed.get()) ? Set.of() : Set.copyOf(others));
                });
    }

    /// Whether the picture moves along with the live edge.
    public boolean isFollowing() {
        return following;
    }

    public ReadOnlyObjectProperty<Optional<Snapshot>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TimeWindow> windowProperty() {
        return window.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Chosen>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /// The moment under the pointer, if it is over the time axis.
    public ObjectProperty<OptionalDouble> cursorProperty() {
        return cursor;
    }

    /// The states that are dimmed on the lanes.
    public ReadOnlyObjectProperty<Set<Integer>> dimmedProperty() {
        return dimmed.getReadOnlyProperty();
    }

    /// The span under the pointer, if any.
    public ObjectProperty<Optional<Chosen>> hoveredProperty() {
        return hovered;
    }

    /// The spans that are lit up because a histogram points at them.
    public ObjectProperty<Optional<Brushed>> brushProperty() {
        return brush;
    }
}
