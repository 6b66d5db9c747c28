package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.kit.Background;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What the timeline shows: which trace, which stretch of time, what is chosen, selected, measured
/// and looked for, where the cursor is. It knows no scene; the screen paints it, the keys and the
/// mouse move it.
public final class TimelineModel {

    private final ReadOnlyObjectWrapper<Optional<Snapshot>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Navigation navigation = new Navigation();
    private final ReadOnlyObjectWrapper<Optional<Chosen>> selection =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Stretch>> range =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Stretch>> measured =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<OptionalDouble> cursor =
            new SimpleObjectProperty<>(OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<Set<Integer>> dimmed =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final LaneArrangement arrangement = new LaneArrangement();
    private final ObjectProperty<Optional<Chosen>> hovered =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Brushed>> brush =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final Finder finder;
    private final ChosenStory story;
    private final Stops stops = new Stops(this);
    private final ShownNotes notes = new ShownNotes(this);
    private final KeyPace pace = new KeyPace();

    /// @param background where long traces are looked through
    public TimelineModel(Background background) {
        finder = new Finder(this, background);
        story = new ChosenStory(this, background);
    }

    /// Whether keys that are held go on at one pace, not faster and faster.
    public void setSteadyKeys(boolean steady) {
        pace.setSteady(steady);
    }

    /// Shows a trace, or a later moment of the one that is shown.
    public void show(Optional<Snapshot> snapshot) {
        boolean same =
                shown.get().filter(now -> snapshot.filter(now::isOfRun).isPresent()).isPresent();
        boolean wasLive = shown.get().filter(now -> !now.finished()).isPresent();
        if (!same) {
            selection.set(Optional.empty());
            range.set(Optional.empty());
            hovered.set(Optional.empty());
            brush.set(Optional.empty());
            measured.set(Optional.empty());
            dimmed.set(Set.of());
            paused.set(false);
            navigation.begin();
        }
        arrangement.show(snapshot, same);
        shown.set(snapshot);
        navigation.show(snapshot.orElse(null), !same || wasLive);
        if (!same || snapshot.filter(Snapshot::finished).isPresent()) {
            finder.look();
        }
    }

    /// Shows `factor` times less time around a moment that stays where it is.
    public void zoomAt(double factor, double moment) {
        navigation.move(navigation.window().zoomed(factor, moment));
    }

    /// Moves the picture by a stretch of time; later moments if positive.
    public void panBy(double nanos) {
        navigation.move(navigation.window().panned(nanos));
    }

    /// Shows exactly this stretch.
    public void showWindow(TimeWindow wanted) {
        navigation.move(wanted);
    }

    /// A press of a zoom key, faster while it is held: at the cursor if it is over the lanes,
    /// otherwise in the middle.
    public void zoomKey(int direction) {
        double moment = cursor.get().orElse(navigation.middle());
        zoomAt(Math.pow(1.12, direction * pace.press(direction)), moment);
    }

    /// A press of a pan key, faster while it is held.
    public void panKey(int direction) {
        panBy(direction * 0.04 * pace.press(direction * 2) * navigation.window().nanos());
    }

    /// Undoes the last move in time.
    public void back() {
        navigation.back();
    }

    /// Does a move again that was undone.
    public void forward() {
        navigation.forward();
    }

    /// Brings the selection into the middle; if it is there already, makes it fill the picture.
    public void focus() {
        inFocus()
                .ifPresent(it -> {
                    if (!navigation.centre((it.startNanos() + it.endNanos()) / 2.0)) {
                        navigation.move(TimeWindow.around(it.startNanos(), it.endNanos()));
                    }
                });
    }

    /// What is meant by "it": the selected range, or else the chosen page or span.
    public Optional<Stretch> inFocus() {
        return range.get().or(this::chosenStretch);
    }

    private Optional<Stretch> chosenStretch() {
        return chosenPage()
                .map(Stretch::of)
                .or(() -> chosenSlice().map(Stretch::of))
                .or(() -> chosenSpan().map(Stretch::of));
    }

    /// Shows the whole run, and follows it if it goes on.
    public void showAll() {
        navigation.showAll();
    }

    /// Chooses a span; one that the trace does not have is passed over.
    public void choose(Chosen chosen) {
        boolean there =
                shown.get()
                        .map(Snapshot::lanes)
                        .filter(lanes -> chosen.lane() < lanes.size())
                        .filter(lanes -> chosen.span() < lanes.get(chosen.lane()).size())
                        .isPresent();
        if (there) {
            selection.set(Optional.of(chosen));
        }
    }

    /// Chooses a span and moves there if it is out of sight.
    public void goTo(Chosen chosen) {
        choose(chosen);
        chosenStretch()
                .filter(it -> !navigation.window().shows(it.startNanos(), it.endNanos()))
                .ifPresent(it -> navigation.centre((it.startNanos() + it.endNanos()) / 2.0));
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
        shown.get()
                .ifPresent(now -> {
                    double start = navigation.window().startNanos();
                    int lane = arrangement.rows().ownLanes().findFirst().orElse(0);
                    goTo(
                            selection
                                    .get()
                                    .map(from -> SpanSteps.along(now, from, by))
                                    .orElseGet(() -> SpanSteps.first(now, lane, start)));
                });
    }

    /// Chooses what the lane so many below, or above if negative, did in the middle of the chosen
    /// span.
    public void changeLane(int by) {
        chosenSpan()
                .ifPresent(span -> {
                    Snapshot now = shown.get().orElseThrow();
                    int lane = arrangement.rows().neighbour(span.lane(), by);
                    goTo(SpanSteps.onLane(now, span, lane));
                });
    }

    /// Selects a part of the trace, or lets go of it.
    public void selectRange(Optional<Stretch> stretch) {
        if (stretch.isPresent()) {
            selection.set(Optional.empty()); // figures are about one thing
        }
        range.set(stretch);
    }

    /// Selects the time of the chosen span on its lane; again, on all lanes.
    public void selectChosen() {
        inFocus()
                .ifPresent(it -> {
                    boolean again = range.get().filter(it::equals).isPresent();
                    selectRange(Optional.of(again ? it.onLanes(allLanes()) : it));
                });
    }

    /// Selects all that is in sight.
    public void selectWindow() {
        shown.get()
                .ifPresent(now -> {
                    TimeWindow sight = navigation.window();
                    selectRange(
                            Optional.of(
                                    Stretch.between(
                                            Math.max(0, sight.startNanos()),
                                            Math.min((double) now.endNanos(), sight.endNanos()),
                                            allLanes())));
                });
    }

    /// All that nobody has hidden or filtered away.
    List<Integer> allLanes() {
        return arrangement.rows().shownLanes().boxed().toList();
    }

    /// Measures the selection: a bracket over the lanes that says how long it is. Again, none.
    public void measure() {
        Optional<Stretch> it = inFocus();
        measured.set(measured.get().equals(it) ? Optional.empty() : it);
    }

    /// What people wrote down about it.
    public ShownNotes notes() {
        return notes;
    }

    /// Lets go of one thing: what was selected last, in the end of what the legend has dimmed.
    public void clear() {
        if (brush.get().isPresent()) {
            brush.set(Optional.empty());
        } else if (measured.get().isPresent()) {
            measured.set(Optional.empty());
        } else if (range.get().isPresent()) {
            range.set(Optional.empty());
        } else if (selection.get().isPresent()) {
            selection.set(Optional.empty());
        } else if (finder.isLooking()) {
            finder.clear();
        } else if (arrangement.isFiltering()) {
            arrangement.stopFilter();
        } else {
            dimmed.set(Set.of());
        }
    }

    /// The visit of the chosen page, if a page was chosen, as it is now.
    public Optional<ItemVisit> chosenPage() {
        return selection
                .get()
                .filter(Chosen::isPage)
                .flatMap(chosen ->
                        shown.get()
                                .map(now -> now.lanes().get(chosen.lane()))
                                .flatMap(lane -> ItemVisit.around(lane, chosen.span())));
    }

    /// The chosen slice of another tool, if one was chosen that others lie in.
    public Optional<NestedSlice> chosenSlice() {
        return selection.get().flatMap(Chosen::slice);
    }

    /// The chosen span as it is now; of what is longer its first.
    public Optional<Span> chosenSpan() {
        return shown.get()
                .flatMap(now ->
                        selection
                                .get()
                                .map(chosen -> now.lanes().get(chosen.lane()).span(chosen.span())));
    }

    /// What led to the chosen span, and what it led to.
    public ChosenStory story() {
        return story;
    }

    /// Where the JVM had stopped all lanes.
    public Stops stops() {
        return stops;
    }

    /// Dims a state on the lanes, or shows it again.
    public void toggleDimmed(int state) {
        dimmed.set(Dimming.toggled(dimmed.get(), state));
    }

    /// Dims all states but one; if that is so already, none.
    public void solo(int state) {
        shown.get()
                .map(now -> now.info().states().size())
                .ifPresent(states -> dimmed.set(Dimming.solo(dimmed.get(), states, state)));
    }

    /// How the lanes stand, and what can be done about it.
    public LaneArrangement arrangement() {
        return arrangement;
    }

    /// Words, pages and times to look for.
    public Finder finder() {
        return finder;
    }

    /// Stops the picture while the run goes on, or lets it catch up. Nothing is lost meanwhile.
    public void togglePaused() {
        if (paused.get() || shown.get().filter(now -> !now.finished()).isPresent()) {
            paused.set(!paused.get());
        }
    }

    /// Whether the picture stands still although the run goes on.
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /// Whether the picture moves along with the live edge.
    public ReadOnlyBooleanProperty followingProperty() {
        return navigation.followingProperty();
    }

    public ReadOnlyObjectProperty<Optional<Snapshot>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TimeWindow> windowProperty() {
        return navigation.windowProperty();
    }

    public ReadOnlyObjectProperty<Optional<Chosen>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /// The selected part of the trace, if any.
    public ReadOnlyObjectProperty<Optional<Stretch>> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /// What the bracket over the lanes measures, if anything.
    public ReadOnlyObjectProperty<Optional<Stretch>> measuredProperty() {
        return measured.getReadOnlyProperty();
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
