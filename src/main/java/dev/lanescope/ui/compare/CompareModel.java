package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.analysis.explain.Finding;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.findings.SlackSource;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.Handout;
import dev.lanescope.ui.session.RunRecord;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the screen of compared runs shows: which runs, which stretch of their one clock, where the
/// cursor is, which span and which page is chosen. It works only while somebody looks, and forgets
/// all traces when nobody does.
public final class CompareModel {

    private record Asked(List<RunRecord> records, OptionalInt against) {}

    private record Pair(Entrant slower, Entrant faster) {}

    private record Question(Compared compared, String page) {}

    private record Answer(Question question, PageMarks marks) {}

    private final ChosenRuns chosen;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Compared>> compared =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Picked>> picked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PageMarks> marks =
            new ReadOnlyObjectWrapper<>(PageMarks.NONE);
    private final ReadOnlyObjectWrapper<Optional<PageDiff>> diff =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final CompareAxis axis = new CompareAxis();
    private final Race race = new Race();
    private final LowerRoom lower = new LowerRoom();
    private final CompareFigures figures;
    private final Latest<Asked, Compared> comparing;
    private final Latest<Question, Answer> marking;
    private final Latest<Pair, PageDiff> diffing;
    private boolean shown;
    private boolean goToMarks;
    private Optional<Question> marksWanted = Optional.empty();
    private Alignment wanted = Alignment.TIME;
    private OptionalInt slower = OptionalInt.empty();
    private OptionalInt against = OptionalInt.empty();

    public CompareModel(ChosenRuns chosen, Background background) {
        this.chosen = chosen;
        this.background = background;
        comparing =
                new Latest<>(
                        background,
                        "compare",
                        asked -> Compared.of(asked.records(), asked.against()),
                        this::take);
        marking =
                new Latest<>(
                        background,
                        "find page",
                        asked -> new Answer(asked, PageMarks.of(asked.compared(), asked.page())),
                        this::mark);
        diffing =
                new Latest<>(
                        background,
                        "match pages",
                        pair -> PageDiff.of(pair.slower(), pair.faster()),
                        this::takeDiff);
        chosen.property().subscribe(this::ask);
        figures = new CompareFigures(this, background);
    }

    /// What is worked out about them after their lanes are shown.
    CompareFigures figures() {
        return figures;
    }

    /// The slack of spans, for whoever wants to be told when it is known.
    SlackSource slack(Runnable whenReady) {
        return new SlackSource(background, whenReady);
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
        } else if (compared.get()
                .filter(now -> now.records().equals(wanted) && now.against().equals(against))
                .isEmpty()) {
            comparing.ask(new Asked(wanted, against));
        }
    }

    /// Holds all settings against that of a run; of a run that is compared no more, against the
    /// usual one.
    void holdAgainst(int run) {
        against = OptionalInt.of(run);
        ask();
    }

    /// Holds all settings against that of the chosen span, or else of the run whose pages are
    /// looked at.
    public void holdAgainstChosen() {
        OptionalInt run = picked.get().map(each -> OptionalInt.of(each.run())).orElse(slower);
        run.ifPresent(this::holdAgainst);
    }

    private void forget() {
        picked.set(Optional.empty());
        unmark();
        diffing.forget();
        diff.set(Optional.empty());
        race.of(0);
        axis.lay(Aligned.NOTHING);
        compared.set(Optional.empty());
    }

    /// An answer that nobody waits for any more is dropped.
    private void take(Compared answer) {
        boolean waited = answer.records().equals(chosen.property().get());
        if (!shown || !waited || !answer.against().equals(against)) {
            return;
        }
        forget();
        if (wanted == Alignment.PAGE) {
            wanted = Alignment.TIME;
        }
        axis.lay(Aligned.of(wanted, answer, PageMarks.NONE));
        compared.set(Optional.of(answer));
        race.of(answer.endNanos());
        askDiff();
    }

    /// The axis that the runs share.
    public CompareAxis axis() {
        return axis;
    }

    /// The runs replayed together.
    public Race race() {
        return race;
    }

    /// The room of the tables below the lanes.
    public LowerRoom lower() {
        return lower;
    }

    /// Lets another thing stand at the same place in all runs, and shows all of them.
    public void alignBy(Alignment by) {
        if (by != Alignment.PAGE || !marks.get().page().isEmpty()) {
            wanted = by;
            compared.get().ifPresent(now -> axis.lay(Aligned.of(by, now, marks.get())));
        }
    }

    /// Chooses what of the axis the chosen span takes, in all runs.
    public void selectChosen() {
        picked.get().map(axis::partOf).ifPresent(axis::select);
    }

    /// Lets the race go to where its leader was at a place of the axis.
    void scrubTo(double place) {
        compared.get()
                .ifPresent(now ->
                        race.scrub(
                                now.entrants().stream()
                                        .mapToDouble(each ->
                                                axis.aligned().of(each.number()).momentAt(place))
                                        .min()
                                        .orElse(0)));
    }

    /// What is compared, once it is known.
    ReadOnlyObjectProperty<Optional<Compared>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /// Whether the runs did the same, so that one may be called faster than another.
    boolean isComparable() {
        return compared.get().filter(now -> now.objections().isEmpty()).isPresent();
    }

    /// What is shown, ready to be written into a file; empty without several settings.
    public Optional<Handout> handout() {
        return compared.get()
                .filter(Compared::isOfSeveral)
                .map(now -> new Handout(now.comparison()));
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

    /// Goes to the beginning of the race; without one, shows all of all runs.
    public void home() {
        if (race.isOn()) {
            race.rewind();
        } else {
            axis.showAll();
        }
    }

    /// Shows the chosen span from edge to edge, or else the chosen part of the axis.
    public void focus() {
        picked.get().map(axis::partOf).or(axis.rangeProperty()::get).ifPresent(axis::show);
    }

    /// Chooses a span, and with it its page in all runs.
    void pick(int run, Span span) {
        picked.set(Optional.of(new Picked(run, span)));
        compared.get()
                .flatMap(now -> now.entrant(run))
                .flatMap(entrant -> entrant.trace().itemOf(span))
                .ifPresentOrElse(page -> askMarks(page, false), this::unmark);
    }

    private void unmark() {
        marksWanted = Optional.empty();
        marking.forget();
        marks.set(PageMarks.NONE);
    }

    /// Chooses a page in all runs, lets it begin at the same place in all of them, and shows all
    /// that was done for it.
    void pickPage(String page) {
        picked.set(Optional.empty());
        askMarks(page, true);
    }

    private void askMarks(String page, boolean andGo) {
        goToMarks = andGo;
        marksWanted = compared.get().map(now -> new Question(now, page));
        marksWanted.ifPresent(marking::ask);
    }

    /// An answer about runs that are compared no more is dropped, and so is one about a page that
    /// was let go of meanwhile.
    private void mark(Answer answer) {
        if (!Optional.of(answer.question()).equals(marksWanted)) {
            return;
        }
        Compared now = answer.question().compared();
        PageMarks found = answer.marks();
        marks.set(found);
        if (goToMarks && !found.spans().isEmpty()) {
            alignBy(Alignment.PAGE);
            long way =
                    now.entrants().stream()
                            .mapToLong(each -> found.way(each.number()))
                            .max()
                            .orElse(0);
            double begin = axis.aligned().unit();
            axis.show(new PlaceRange(begin, begin + way));
            nextRun();
        }
    }

    /// Chooses the longest span of the chosen page in the next run.
    public void nextRun() {
        compared.get()
                .flatMap(now -> PickSteps.nextRun(now, marks.get(), picked.get()))
                .ifPresent(found -> picked.set(Optional.of(found)));
    }

    /// Chooses the longest span of the chosen page in a run, and shows it.
    void goToPageIn(int run) {
        PickSteps.longest(marks.get(), run)
                .ifPresent(found -> {
                    picked.set(Optional.of(found));
                    focus();
                });
    }

    /// Shows where a finding was made: of its places the one after that which is shown.
    void show(Entrant entrant, Finding finding) {
        List<PlaceRange> places =
                finding.evidence().stream()
                        .map(place -> {
                            var warp = axis.aligned().of(entrant.number());
                            return PlaceRange.between(
                                    warp.placeOf((double) place.startNanos()),
                                    warp.placeOf((double) place.endNanos()));
                        })
                        .toList();
        int next =
                axis.rangeProperty().get().map(now -> places.indexOf(now) + 1).orElse(0)
                        % places.size();
        Stretch place = finding.evidence().get(next);
        axis.select(places.get(next));
        axis.show(places.get(next));
        LaneView lane = entrant.trace().lanes().get(place.lanes().getFirst());
        pick(entrant.number(), lane.span(lane.indexAt(place.startNanos())));
    }

    /// Lets go of one thing: the part that is lit up, the chosen span and page, the chosen part of
    /// the axis, the race, the alignment by a page, the window.
    public void clear() {
        if (figures.litProperty().get().isPresent()) {
            figures.unlight();
        } else if (picked.get().isPresent() || !marks.get().page().isEmpty()) {
            picked.set(Optional.empty());
            unmark();
            if (axis.aligned().by() == Alignment.PAGE) {
                alignBy(Alignment.TIME);
            }
        } else if (axis.rangeProperty().get().isPresent()) {
            axis.letGoOfRange();
        } else if (race.isOn()) {
            race.finish();
        } else {
            axis.showAll();
        }
    }

    /// Chooses the span before or after the chosen one on its lane; the first one if none is.
    public void step(int by) {
        compared.get()
                .flatMap(now ->
                        picked.get().isEmpty()
                                ? Optional.of(PickSteps.first(now))
                                : PickSteps.along(now, picked.get().get(), by))
                .ifPresent(to -> pick(to.run(), to.span()));
    }

    /// Chooses what the lane above or below shows at the same place, be it another run's.
    public void changeLane(int by) {
        compared.get()
                .flatMap(now ->
                        picked.get()
                                .flatMap(from -> PickSteps.across(now, axis.aligned(), from, by)))
                .ifPresent(to -> pick(to.run(), to.span()));
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
