package dev.lanescope.ui.timeline.screen;

import dev.lanescope.recording.Run;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.LivePulse;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.charts.CountersPane;
import dev.lanescope.ui.timeline.charts.LegendBar;
import dev.lanescope.ui.timeline.charts.LowerViews;
import dev.lanescope.ui.timeline.charts.OverviewPane;
import dev.lanescope.ui.timeline.charts.StatesPane;
import dev.lanescope.ui.timeline.charts.ThroughputPane;
import dev.lanescope.ui.timeline.frame.Frame;
import dev.lanescope.ui.timeline.jvm.JvmPane;
import dev.lanescope.ui.timeline.lanes.LaneFilterBar;
import dev.lanescope.ui.timeline.lanes.LanesPane;
import dev.lanescope.ui.timeline.lanes.VisibleRange;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The centre of the window: legend, overview, lanes, throughput, workers by state, all on one time
/// axis. While a run goes on it takes a snapshot on every beat of the pulse; otherwise it rests.
public final class TimelineScreen extends StackPane {

    /// Width of the column left of the time axis, for pictures that share the axis.
    public static final double HEAD = Frame.HEAD;

    private final SessionModel session;
    private final TimelineModel model;
    private final LowerViews views;
    private final LanesPane lanes;

    public TimelineScreen(
            SessionModel session, TimelineModel model, LivePulse pulse, Appearance appearance) {
        this.session = session;
        this.model = model;
        var frame = new Frame(model, appearance);
        lanes = new LanesPane(frame);
        VBox.setVgrow(lanes, Priority.ALWAYS);
        var throughput = new ThroughputPane(frame, this::baselineRate).node();
        var states = new StatesPane(frame).node();
        VBox.setVgrow(throughput, Priority.ALWAYS);
        VBox.setVgrow(states, Priority.ALWAYS);
        views = new LowerViews("Charts", new VBox(throughput, states));
        VBox.setVgrow(views, Priority.ALWAYS);
        var pictures =
                new VBox(
                        new LegendBar(frame),
                        new OverviewPane(frame),
                        new LaneFilterBar(model.arrangement()),
                        lanes,
                        new JvmPane(frame, this::jvmHeardUpTo),
                        new CountersPane(frame),
                        views);
        pictures.getStyleClass().add("panel");
        setMinWidth(480);
        var empty = empty();
        setAlignment(pictures, Pos.TOP_LEFT); // in a window too low the end is missing, not both
        getChildren().addAll(pictures, empty);

        pulse.add(this::refresh);
        session.activeProperty().subscribe(_ -> refresh());
        model.pausedProperty().subscribe(_ -> refresh());
        session.shownProperty().subscribe(_ -> refresh());
        model.shownProperty()
                .subscribe(shown -> {
                    empty.setVisible(shown.isEmpty());
                    pictures.setVisible(shown.isPresent());
                });
        frame.changed();
    }

    /// Adds a view that can be shown below the lanes instead of the charts.
    ///
    /// @param extra stands at the right end of the switch while the view is shown
    public void addView(String name, Node view, Node extra) {
        views.add(name, view, extra);
    }

    /// Shows one of the views below the lanes.
    public void showView(String name) {
        views.show(name);
    }

    /// What can be seen of the lanes now, if anything can.
    public Optional<VisibleRange> visibleRange() {
        return lanes.visibleRange();
    }

    private void refresh() {
        if (!model.pausedProperty().get() || isAnotherRun()) {
            model.show(session.visible());
        }
    }

    /// A paused picture stands still only as long as nobody looks at another run.
    private boolean isAnotherRun() {
        Optional<Snapshot> shown = model.shownProperty().get();
        return session.visible().isEmpty()
                || shown.isEmpty()
                || !session.visible().get().isOfRun(shown.get());
    }

    private OptionalLong jvmHeardUpTo() {
        return session.activeProperty().get().map(Run::jvmHeardUpTo).orElseGet(OptionalLong::empty);
    }

    private OptionalDouble baselineRate() {
        return session.shownProperty()
                .get()
                .filter(record -> !record.trace().info().isSequential())
                .flatMap(record -> record.baselineAmong(session.runs()))
                .map(RunRecord::summary)
                .map(summary -> OptionalDouble.of(summary.pagesPerSecond()))
                .orElse(OptionalDouble.empty());
    }

    /// What stands here before the first run.
    private VBox empty() {
        var what = new Label("Press Run and watch");
        what.getStyleClass().add("text-title");
        var how =
                new Label(
                        "Every worker becomes a lane, every stage of every page a span on it.\n"
                                + "Solid is work, hatched is waiting. Drop a folder of Markdown"
                                + " pages here to render your own,\nor a trace: ours, Chrome's,"
                                + " a JFR recording, speedscope's.");
        how.getStyleClass().add("text-muted");
        var run = new Button("Run", Icons.PLAY.node());
        run.getStyleClass().add("accent");
        run.setOnAction(_ -> session.run());
        session.contentProperty()
                .subscribe(content -> run.setDisable(!(content instanceof Content.Ready)));
        var box = new VBox(what, how, run);
        box.getStyleClass().add("empty-state");
        box.setId("empty");
        return box;
    }
}
