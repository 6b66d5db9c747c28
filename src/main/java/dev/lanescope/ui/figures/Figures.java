package dev.lanescope.ui.figures;

import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.CopyButtons;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.timeline.Scope;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.screen.TimelineScreen;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import java.util.function.Supplier;

/// The further views of the timeline, each with buttons that copy it and words that say what it is
/// a picture of.
public final class Figures {

    /// The names of the views.
    public static final String FLAME_GRAPH = "Flame graph";

    public static final String HEAT_MAP = "Heat map";
    public static final String SPANS = "Spans";
    public static final String STATISTICS = "Statistics";
    public static final String JVM = "JVM events";
    public static final String BOTTLENECKS = "Bottlenecks";
    public static final String COUNTERS = "Counters";

    private Figures() {}

    /// Adds those that are asked of a selection, and the events of the JVM.
    public static void addTo(
            TimelineScreen screen,
            TimelineModel timeline,
            Appearance appearance,
            Background background) {
        var flame = new FlameView(timeline, appearance, background);
        screen.addView(FLAME_GRAPH, flame, extras(timeline, "the flame graph", flame::table));
        var heat = new HeatView(timeline, appearance, background);
        screen.addView(HEAT_MAP, heat, extras(timeline, "the heat map", heat::table));
        var spans = new SpanTable(timeline, background);
        screen.addView(SPANS, spans, extras(timeline, "the spans", spans::table));
        var statistics = new StatisticsTable(timeline, background);
        screen.addView(STATISTICS, statistics, extras(timeline, "the table", statistics::table));
        var jvm = new JvmTable(timeline);
        screen.addView(JVM, jvm, new CopyButtons("the events", jvm::table));
    }

    /// Adds the view of what made the run so long, and the table of what was counted.
    public static void addMoreTo(
            TimelineScreen screen,
            TimelineModel timeline,
            Appearance appearance,
            Background background) {
        var bottles = new BottleView(timeline, appearance, background);
        screen.addView(BOTTLENECKS, bottles, new CopyButtons("the bottlenecks", bottles::table));
        var counters = new CounterTable(timeline, background);
        screen.addView(COUNTERS, counters, extras(timeline, "the readings", counters::table));
    }

    private static Node extras(TimelineModel timeline, String what, Supplier<CopyTable> table) {
        var scope = new Label();
        scope.getStyleClass().addAll("text-small", "text-muted");
        scope.setMinWidth(0);
        var whole = new Tooltip();
        whole.textProperty().bind(scope.textProperty());
        scope.setTooltip(whole);
        Runnable update = () -> scope.setText(Scope.of(timeline).map(Scope::words).orElse(""));
        timeline.shownProperty().subscribe(_ -> update.run());
        timeline.windowProperty().subscribe(_ -> update.run());
        timeline.rangeProperty().subscribe(_ -> update.run());
        var box = new HBox(8, scope, new CopyButtons(what, table));
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }
}
