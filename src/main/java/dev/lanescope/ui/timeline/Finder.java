package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.Matches;
import dev.lanescope.analysis.Matches.Match;
import dev.lanescope.analysis.Query;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Latest;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.OptionalDouble;

/// Looks for spans and pages by name, and steps from one to the next. What is found is marked on
/// lanes and overview until somebody lets go of it.
public final class Finder {

    private record Question(Snapshot trace, Query query) {}

    private record Answer(Question question, Matches matches) {}

    private final TimelineModel model;
    private final Latest<Question, Answer> latest;
    private final ReadOnlyObjectWrapper<Matches> matches =
            new ReadOnlyObjectWrapper<>(Matches.NONE);
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private Query query = new Query.Words("");
    private @Nullable Snapshot looked;
    private int wanted;

    Finder(TimelineModel model, Background background) {
        this.model = model;
        this.latest = new Latest<>(background, "search", Finder::answer, this::arrived);
    }

    /// Looks for something else from now on; nothing moves yet.
    public void lookFor(Query other) {
        query = other;
        looked = null;
        wanted = 0;
        look();
    }

    /// Looks again, in the trace as it is now: a long one is looked through in the background.
    @SuppressWarnings("ReferenceEquality") // the very snapshot that was looked at
    void look() {
        Snapshot now = model.shownProperty().get().orElse(null);
        if (now != null && now == looked) {
            return;
        }
        boolean grown = now != null && looked != null && now.isOfRun(looked);
        looked = now;
        latest.forget();
        if (now == null || !isSearch(query)) {
            settle(Matches.NONE);
        } else if (now.spans() <= ChosenStory.AT_ONCE) {
            settle(found(now, query));
        } else {
            if (!grown) {
                matches.set(Matches.NONE);
            }
            searching.set(true);
            latest.ask(new Question(now, query));
        }
    }

    private static boolean isSearch(Query query) {
        return switch (query) {
            case Query.Words(String words) -> !words.isBlank();
            case Query.Item _ -> true;
            case Query.Time _, Query.Moment _ -> false;
        };
    }

    private static Answer answer(Question question) {
        return new Answer(question, found(question.trace(), question.query()));
    }

    private static Matches found(Snapshot trace, Query query) {
        return switch (query) {
            case Query.Words(String words) -> Matches.of(trace, words);
            case Query.Item(int item) ->
                    item < trace.info().items().size() ? Matches.of(trace, item) : Matches.NONE;
            case Query.Time _, Query.Moment _ -> Matches.NONE;
        };
    }

    /// Only the answer to the last question counts.
    @SuppressWarnings("ReferenceEquality") // the very snapshot
    private void arrived(Answer answer) {
        if (answer.question().trace() == looked && answer.question().query().equals(query)) {
            settle(answer.matches());
            int by = wanted;
            wanted = 0;
            if (by != 0) {
                go(by);
            }
        }
    }

    private void settle(Matches found) {
        searching.set(false);
        matches.set(found);
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
        wanted = searching.get() ? by : 0;
        if (wanted == 0) {
            go(by);
        }
    }

    private void go(int by) {
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
                    Match there = beside(by);
                    model.arrangement().show(there.lane());
                    model.goTo(chosen(there));
                }
            }
        }
    }

    /// From the chosen place to the one beside it; from elsewhere to the next one in time.
    private Match beside(int by) {
        Matches found = matches.get();
        Optional<Match> here = place().filter(match -> found.indexOf(match).isPresent());
        if (here.isPresent()) {
            return by > 0 ? found.after(here.get()) : found.before(here.get());
        }
        double from =
                model.chosenSpan()
                        .map(span -> (double) span.startNanos())
                        .orElse(model.windowProperty().get().startNanos());
        long moment = (long) Math.max(0, from);
        return by > 0 ? found.firstFrom(moment) : found.lastBefore(moment);
    }

    /// A page that was found is chosen as a whole, as by a click on its band.
    private static Chosen chosen(Match place) {
        return place.slice()
                .map(slice -> Chosen.slice(slice, place.span()))
                .orElseGet(() ->
                        place.isPage()
                                ? Chosen.page(place.lane(), place.span())
                                : new Chosen(place.lane(), place.span()));
    }

    /// What is chosen as a place that may have been found.
    private Optional<Match> place() {
        Optional<Chosen> chosen = model.selectionProperty().get();
        return chosen.flatMap(Chosen::slice)
                .map(slice -> Match.slice(slice, chosen.get().span()))
                .or(() ->
                        model.chosenSpan()
                                .map(span ->
                                        chosen.get().isPage()
                                                ? Match.page(
                                                        span.lane(),
                                                        span.index(),
                                                        span.startNanos())
                                                : new Match(
                                                        span.lane(),
                                                        span.index(),
                                                        span.startNanos())));
    }

    /// Which of the places is chosen, from 0.
    public Optional<Integer> position() {
        return place().flatMap(matches.get()::indexOf);
    }

    /// Forgets what was looked for.
    public void clear() {
        lookFor(new Query.Words(""));
    }

    /// Whether something is being looked for.
    public boolean isLooking() {
        return !query.equals(new Query.Words(""));
    }

    /// Whether it takes a moment.
    public ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /// All places that were found.
    public ReadOnlyObjectProperty<Matches> matchesProperty() {
        return matches.getReadOnlyProperty();
    }
}
