package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
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
    private final RunSection run;
    private final StatisticsSection statistics;
    private final AccountSection account = new AccountSection();

    /// @param browse opens a page of a run in the browser
    public Inspector(
            SessionModel session,
            TimelineModel timeline,
            Appearance appearance,
            ObjIntConsumer<RunRecord> browse) {
        this.session = session;
        this.timeline = timeline;
        this.span = new SpanSection(appearance, browse);
        this.run = new RunSection(appearance);
        this.statistics = new StatisticsSection(appearance);
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
        timeline.shownProperty()
                .subscribe(shown -> {
                    if (shown.isEmpty() || shown.get().finished() || isDue()) {
                        update();
                    }
                });
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
        Optional<Snapshot> shown = timeline.shownProperty().get();
        account.setVisible(shown.isPresent());
        if (shown.isEmpty()) {
            subtitle.setText("");
            body.getChildren().setAll(hint());
            return;
        }
        Snapshot trace = shown.get();
        account.show(laneTime(trace));
        Optional<Chosen> chosen = timeline.selectionProperty().get();
        body.getChildren()
                .setAll(chosen.isPresent() ? forSpan(trace, chosen.get()) : forRun(trace));
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

    private List<Node> forSpan(Snapshot trace, Chosen chosen) {
        var lane = trace.lanes().get(chosen.lane());
        var state = trace.state(lane.state(chosen.span()));
        subtitle.setText("span %d of %,d".formatted(chosen.span() + 1, lane.size()));
        span.show(trace, chosen, session.shownProperty().get());
        statistics.show(trace, state, lane.state(chosen.span()), lane.span(chosen.span()).nanos());
        return List.of(span, statistics);
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
