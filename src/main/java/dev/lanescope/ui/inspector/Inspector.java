package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.analysis.StretchStatistics;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.findings.SlackSource;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.CopyButtons;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.KeptFocus;
import dev.lanescope.ui.session.Cure;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.FigureTable;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/// The panel on the right: the chosen span, or the whole run if none is chosen; below it always
/// whether the lane time adds up.
public final class Inspector extends VBox {

    private static final long LIVE_PAUSE_NANOS = 250_000_000;

    private final SessionModel session;
    private final TimelineModel timeline;
    private long updatedAt;
    private final VBox body = new VBox();
    private final Label subtitle = new Label();
    private final SpanSection span;
    private final PageSection page;
    private final RunSection run;
    private final JvmSource jvm;
    private final FindingsSection findings;
    private final StatisticsSection statistics;
    private final RangeSection range;
    private final SiblingsSection siblings;
    private final FigureSource figures;
    private final SlackSource slack;
    private final Label counting = new Label("Counting…");
    private final Node hint = hint();
    private int rangeState = -1;
    private final AccountSection account = new AccountSection();

    /// @param background where much is counted
    /// @param cure does what findings advise
    /// @param browse opens a page of a run in the browser
    public Inspector(
            SessionModel session,
            TimelineModel timeline,
            Appearance appearance,
            Background background,
            Cure cure,
            ObjIntConsumer<RunRecord> browse) {
        this.session = session;
        this.timeline = timeline;
        this.span = new SpanSection(appearance, browse, this::choose);
        this.page = new PageSection(appearance, browse, this::choose);
        this.jvm = new JvmSource(background, this::update);
        this.findings =
                new FindingsSection(
                        new FindingSource(background, this::update), cure, this::showPlace);
        this.run = new RunSection(appearance, jvm, findings);
        this.statistics = new StatisticsSection(appearance, timeline);
        this.range = new RangeSection(appearance, this::chooseState);
        this.siblings = new SiblingsSection(background, this::choose);
        this.figures = new FigureSource(background, this::update);
        this.slack = new SlackSource(background, this::update);
        counting.getStyleClass().addAll("section", "text-muted");
        getStyleClass().addAll("panel", "line-left");
        setId("inspector");
        setMinWidth(288);
        setPrefWidth(288);
        setMaxWidth(288);

        var title = new Label("Inspector");
        title.getStyleClass().add("text-small-strong");
        subtitle.getStyleClass().addAll("num-small", "text-muted");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, space, subtitle);
        head.getStyleClass().add("panel-head");

        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll, account);

        timeline.selectionProperty().subscribe(_ -> update());
        timeline.rangeProperty().subscribe(_ -> update());
        timeline.story().property().subscribe(_ -> update());
        timeline.shownProperty()
                .subscribe(shown -> {
                    if (shown.isEmpty() || shown.get().finished()) {
                        update();
                    } else if (isDue()) {
                        timeline.story().look();
                        update();
                    }
                });
        session.runs().subscribe(this::update);
        appearance.themeProperty().subscribe(_ -> update());
    }

    /// Figures that change faster cannot be read.
    private boolean isDue() {
        long now = System.nanoTime();
        boolean due = now - updatedAt >= LIVE_PAUSE_NANOS;
        if (due) {
            updatedAt = now;
        }
        return due;
    }

    private void update() {
        KeptFocus.around(body, this::rebuild);
    }

    private void rebuild() {
        Optional<Snapshot> shown = timeline.shownProperty().get();
        account.setVisible(shown.isPresent());
        if (shown.isEmpty()) {
            subtitle.setText("");
            figures.forget();
            show(List.of(hint));
            return;
        }
        Snapshot trace = shown.get();
        account.show(laneTime(trace));
        Optional<Chosen> chosen = timeline.selectionProperty().get();
        Optional<Stretch> selected = timeline.rangeProperty().get();
        Optional<ItemVisit> visit = timeline.chosenPage();
        if (visit.isPresent()) {
            show(forPage(trace, visit.get()));
        } else if (timeline.chosenSlice().isPresent()) {
            show(forSlice(trace, timeline.chosenSlice().get()));
        } else if (chosen.isPresent()) {
            show(forSpan(trace, chosen.get(), selected));
        } else if (selected.isPresent()) {
            show(forRange(trace, selected.get(), "Selection", "in the selection"));
        } else {
            figures.forget();
            show(forRun(trace));
        }
    }

    /// What is not shown must not keep a trace alive that somebody deletes.
    private void show(List<Node> sections) {
        if (!sections.contains(span)) {
            span.forget();
            siblings.forget();
        }
        if (!sections.contains(page)) {
            page.forget();
        }
        if (!sections.contains(range)) {
            range.forget();
        }
        if (!sections.contains(run)) {
            jvm.forget();
            findings.forget();
        }
        if (!sections.contains(statistics)) {
            statistics.forget();
        }
        if (!body.getChildren().equals(sections)) {
            body.getChildren().setAll(sections);
        }
    }

    private void choose(Span other) {
        timeline.arrangement().show(other.lane());
        timeline.choose(new Chosen(other.lane(), other.index()));
        timeline.focus();
    }

    private void choose(ItemVisit other) {
        timeline.arrangement().show(other.lane());
        timeline.choose(Chosen.page(other.lane(), other.firstSpan()));
        timeline.focus();
    }

    private void choose(RunRecord other, Span theirs) {
        session.show(other);
        timeline.show(Optional.of(other.trace()));
        choose(theirs);
    }

    private void showPlace(Stretch place) {
        place.lanes().forEach(timeline.arrangement()::show);
        timeline.selectRange(Optional.of(place));
        timeline.focus();
        timeline.focus(); // from edge to edge
    }

    private void chooseState(int state) {
        rangeState = state;
        update();
    }

    /// Of a run that is over it was added up before.
    @SuppressWarnings("ReferenceEquality") // the very trace; comparing spans takes longer than this
    private LaneTime laneTime(Snapshot trace) {
        return session.shownProperty()
                .get()
                .filter(record -> record.trace() == trace)
                .map(RunRecord::laneTime)
                .orElseGet(() -> LaneTime.of(trace));
    }

    private List<Node> forSpan(Snapshot trace, Chosen chosen, Optional<Stretch> selected) {
        var lane = trace.lanes().get(chosen.lane());
        var chosenSpan = lane.span(chosen.span());
        subtitle.setText("span %d of %,d".formatted(chosen.span() + 1, lane.size()));
        span.show(
                trace,
                chosen,
                session.shownProperty().get(),
                timeline.story().property().get().filter(known -> known.isOf(chosenSpan)),
                slack.of(trace, chosenSpan));
        siblings.ask(trace, chosenSpan, session.runs());
        Stretch stretch = selected.orElseGet(() -> Stretch.of(trace));
        Optional<StretchStatistics> all = figures.of(trace, stretch);
        if (all.isEmpty()) {
            return List.of(span, counting, siblings);
        }
        String where = selected.isPresent() ? "in the selection" : "in this run";
        Optional<StretchStatistics.Row> row = row(all.get(), chosenSpan.state());
        if (row.isEmpty()) {
            return List.of(span, siblings); // chosen outside of the selection
        }
        statistics.show(
                trace, row.get().spans(), row.get().insideNanos(), where, chosenSpan.nanos());
        return List.of(span, statistics, siblings);
    }

    private List<Node> forPage(Snapshot trace, ItemVisit visit) {
        figures.forget();
        subtitle.setText(trace.info().isForeign() ? "outermost" : "page " + (visit.item() + 1));
        var first = trace.lanes().get(visit.lane()).span(visit.firstSpan());
        page.show(
                trace,
                visit,
                session.shownProperty().get(),
                timeline.story().property().get().filter(known -> known.isOf(first)));
        return List.of(page);
    }

    private static Optional<StretchStatistics.Row> row(StretchStatistics all, int state) {
        return all.rows().stream().filter(row -> row.state() == state).findFirst();
    }

    private List<Node> forSlice(Snapshot trace, NestedSlice slice) {
        String name = trace.info().items().get(slice.item());
        return forRange(trace, Stretch.of(slice), name, "in this slice");
    }

    /// @param title what it is called
    /// @param where the durations of a state lie, in words
    private List<Node> forRange(Snapshot trace, Stretch selected, String title, String where) {
        Optional<StretchStatistics> found = figures.of(trace, selected);
        if (found.isEmpty()) {
            subtitle.setText("");
            return List.of(counting);
        }
        StretchStatistics all = found.get();
        subtitle.setText(Amounts.count(all.spans(), "span"));
        Optional<StretchStatistics.Row> row =
                row(all, rangeState)
                        .or(() ->
                                all.rows().stream()
                                        .max(
                                                Comparator.comparingLong(
                                                        StretchStatistics.Row::insideNanos)));
        range.show(title, trace, all, row.map(StretchStatistics.Row::state).orElse(-1));
        if (row.isEmpty()) {
            return List.of(range);
        }
        statistics.show(trace, row.get().spans(), row.get().insideNanos(), where, -1);
        return List.of(range, statistics);
    }

    /// Puts what the inspector says into the clipboard: of the chosen span, the selection, or the
    /// run. What takes a moment to count is there a moment later.
    public void copyText() {
        withTable(table -> new CopyButtons("the inspector", () -> table).copyText());
    }

    /// The same as CSV.
    public void copyCsv() {
        withTable(table -> new CopyButtons("the inspector", () -> table).copyCsv());
    }

    private void withTable(Consumer<CopyTable> copy) {
        if (timeline.chosenPage().isPresent()) {
            timeline.story().whenKnown(_ -> copy.accept(page.table()));
            return;
        }
        Optional<Stretch> slice = timeline.chosenSlice().map(Stretch::of);
        if (slice.isEmpty() && timeline.selectionProperty().get().isPresent()) {
            timeline.story().whenKnown(_ -> copy.accept(span.table()));
            return;
        }
        timeline.shownProperty()
                .get()
                .ifPresent(trace -> {
                    Stretch stretch =
                            slice.or(timeline.rangeProperty()::get)
                                    .orElseGet(() -> Stretch.of(trace));
                    figures.whenKnown(
                            trace, stretch, known -> copy.accept(FigureTable.of(trace, known)));
                });
    }

    private List<Node> forRun(Snapshot trace) {
        subtitle.setText(Amounts.count(trace.spans(), "span"));
        run.show(trace, laneTime(trace), session.shownProperty().get());
        return List.of(run);
    }

    private static Node hint() {
        var text = new Label("Nothing has run yet. Afterwards, click a span to see what it was.");
        text.setWrapText(true);
        text.getStyleClass().add("text-muted");
        var section = new VBox(text);
        section.getStyleClass().add("section");
        return section;
    }

    /// A time as the inspector writes it.
    static String time(long nanos) {
        return Durations.text(nanos);
    }
}
