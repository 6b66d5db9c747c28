package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.Matches;
import dev.lanescope.analysis.Matches.Match;
import dev.lanescope.analysis.Query;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.Snapshot;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.OptionalDouble;

/// Looks for spans and pages by name, and steps from one to the next. What is found is marked on
/// lanes and overview until somebody lets go of it.
public final class Finder {

    private final TimelineModel model;
    private final ReadOnlyObjectWrapper<Matches> matches =
            new ReadOnlyObjectWrapper<>(Matches.NONE);
    private Query query = new Query.Words("");
    private @Nullable Snapshot looked;

    Finder(TimelineModel model) {
        this.model = model;
    }

    /// Looks for something else from now on; nothing moves yet.
    public void lookFor(Query wanted) {
        query = wanted;
        looked = null;
        look();
    }

    /// Looks again, in the trace as it is now.
    @SuppressWarnings("ReferenceEquality") // the very snapshot that was looked at
    void look() {
        Snapshot now = model.shownProperty().get().orElse(null);
        if (now == null || now != looked) {
            looked = now;
            matches.set(now == null ? Matches.NONE : found(now));
        }
    }

    private Matches found(Snapshot trace) {
        return switch (query) {
            case Query.Words(String words) -> Matches.of(trace, words);
            case Query.Item(int item) ->
                    item < trace.info().items().size() ? Matches.of(trace, item) : Matches.NONE;
            case Query.Time _, Query.Moment _ -> Matches.NONE;
        };
    }

    /// Goes to the next place, after the last the first; where a time was asked for, there.
    public void next() {
        step(+1);
    }

    /// Goes to the place before, before the first the last.
    public void previous() {
        step(-1);
    }

    private void step(int by) {
        look();
        switch (query) {
            case Query.Time(long start, long end) ->
                    model.showWindow(
                            new TimeWindow(
                                    start, Math.max((double) end, start + TimeWindow.LEAST_NANOS)));
            case Query.Moment(long moment) -> {
                TimeWindow now = model.windowProperty().get();
                model.panBy(moment - (now.startNanos() + now.endNanos()) / 2);
                model.cursorProperty().set(OptionalDouble.of((double) moment));
            }
            case Query.Words _, Query.Item _ -> {
                if (matches.get().size() > 0) {
                    Match there = matches.get().get(after(by));
                    model.arrangement().show(there.lane());
                    model.goTo(new Chosen(there.lane(), there.span()));
                }
            }
        }
    }

    /// From the chosen place to the one beside it; from elsewhere to the next one in time.
    private int after(int by) {
        int count = matches.get().size();
        Optional<Integer> here = position();
        if (here.isPresent()) {
            return Math.floorMod(here.get() + by, count);
        }
        double from =
                model.chosenSpan()
                        .map(span -> (double) span.startNanos())
                        .orElse(model.windowProperty().get().startNanos());
        int next = matches.get().firstFrom((long) Math.max(0, from));
        return by > 0 ? next : Math.floorMod(next - 1, count);
    }

    /// Which of the places is chosen, from 0.
    public Optional<Integer> position() {
        return model.chosenSpan()
                .flatMap(span ->
                        matches.get().indexOf(span.lane(), span.index(), span.startNanos()));
    }

    /// Forgets what was looked for.
    public void clear() {
        lookFor(new Query.Words(""));
    }

    /// Whether something is being looked for.
    public boolean isLooking() {
        return !query.equals(new Query.Words(""));
    }

    /// All places that were found.
    public ReadOnlyObjectProperty<Matches> matchesProperty() {
        return matches.getReadOnlyProperty();
    }
}
