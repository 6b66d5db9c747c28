package dev.lanescope.ui.timeline.charts;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.StateLook;
import dev.lanescope.ui.kit.StateStyle;
import dev.lanescope.ui.kit.Swatch;
import dev.lanescope.ui.timeline.frame.Frame;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The legend works: it shows each state's share of the time in view; a click dims the state, Alt
/// and click dims all others.
///
/// It has as few lines as it can: long names are cut for that, but not to a few letters.
public final class LegendBar extends FlowPane {

    private static final int MOST = 18;
    private static final int MOST_WIDTH = 180;

    /// A name cut shorter than this says too little.
    private static final int LEAST_WIDTH = 58;

    private static final Duration PAUSE = Duration.millis(100);
    private static final long PAUSE_NANOS = 100_000_000;

    private final Frame frame;
    private int unlisted;
    private final Map<Integer, Label> shares = new HashMap<>();
    private final List<Label> names = new ArrayList<>();
    private final Label stopped = new Label();
    private final PauseTransition soon = new PauseTransition(PAUSE);
    private long figuredAt = System.nanoTime() - PAUSE_NANOS;
    private List<Integer> listed = List.of();
    private List<State> states = List.of();
    private Optional<Object> look = Optional.empty();

    public LegendBar(Frame frame) {
        this.frame = frame;
        getStyleClass().add("legend");
        setId("legend");
        stopped.getStyleClass().addAll("num-small", "text-muted");
        setMinHeight(USE_PREF_SIZE); // two lines are two lines, however low the window
        soon.setOnFinished(_ -> figures());
        widthProperty().subscribe(_ -> fit());
        frame.addPicture(this::update);
    }

    /// Makes the names as long as its lines have room for.
    private void fit() {
        if (names.isEmpty() || getWidth() == 0) {
            return;
        }
        applyCss();
        var wanted = new ArrayList<Double>();
        var beside = new ArrayList<Double>();
        for (int entry = 0; entry < getChildren().size(); entry++) {
            double name = entry < names.size() ? names.get(entry).prefWidth(-1) : 0;
            double shown =
                    entry < names.size() ? Math.min(name, names.get(entry).getMaxWidth()) : 0;
            wanted.add(name);
            beside.add(getChildren().get(entry).prefWidth(-1) - shown);
        }
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        int width = new LegendLines(wanted, beside, room).longest(LEAST_WIDTH, MOST_WIDTH);
        names.forEach(name -> name.setMaxWidth(width));
    }

    private void update() {
        Optional<Snapshot> trace = frame.trace();
        if (trace.isEmpty()) {
            getChildren().setAll(hint());
            listed = List.of();
            return;
        }
        Snapshot now = trace.get();
        LaneTime whole = frame.account(now);
        List<Integer> present = new ArrayList<>();
        for (int code = 0; code < now.info().states().size(); code++) {
            if (whole.nanos(code) > 0) {
                present.add(code);
            }
        }
        var newLook =
                Optional.<Object>of(
                        List.of(
                                frame.appearance().theme(),
                                frame.model().dimmedProperty().get(),
                                frame.jvm().stops().isEmpty(),
                                frame.model().stops().shownProperty().get(),
                                now.info().states()));
        present = mostOf(present, whole);
        if (!present.equals(listed) || !newLook.equals(look)) {
            listed = present;
            look = newLook;
            rebuild(now);
            figures();
        }
        if (System.nanoTime() - figuredAt < PAUSE_NANOS) {
            soon.playFromStart();
        } else {
            figures();
        }
    }

    /// Nobody reads figures that change with every frame. If another trace has come meanwhile, its
    /// own entries come with the next frame, and their figures with them.
    private void figures() {
        figuredAt = System.nanoTime();
        soon.stop();
        frame.trace()
                .filter(now -> now.info().states().equals(states))
                .ifPresent(now -> {
                    LaneTime inView = inView(now);
                    shares.forEach(
                            (code, label) -> label.setText(Amounts.percent(inView.share(code))));
                    stopped.setText(Amounts.percent(frame.jvm().stoppedShareInView()));
                    fit();
                });
    }

    private LaneTime inView(Snapshot trace) {
        var window = frame.model().windowProperty().get();
        boolean all = window.startNanos() <= 0 && window.endNanos() >= trace.endNanos();
        return all
                ? frame.account(trace)
                : LaneTime.of(trace, (long) window.startNanos(), (long) window.endNanos());
    }

    private void rebuild(Snapshot trace) {
        getChildren().clear();
        shares.clear();
        names.clear();
        states = trace.info().states();
        for (int code : listed) {
            getChildren().add(entry(trace.state(code), code));
        }
        if (unlisted > 0) {
            var more = new Label("and " + unlisted + " more");
            more.getStyleClass().addAll("text-small", "text-muted");
            more.setMinHeight(24);
            getChildren().add(more);
        }
        if (!frame.jvm().stops().isEmpty()) {
            getChildren().add(stopsEntry());
        }
    }

    /// Stops of the JVM lie over what lanes do, so their share is not one of the others.
    private ToggleButton stopsEntry() {
        var name = new Label("GC");
        name.getStyleClass().add("text-small");
        var row = new HBox(4, Swatch.state(frame.palette(), StateLook.GC), name, stopped);
        row.setAlignment(Pos.CENTER_LEFT);
        var button = new ToggleButton(null, row);
        button.setId("legend-stops");
        button.getStyleClass().add("legend-entry");
        button.setAccessibleText("Collections and other stops of the JVM");
        button.setTooltip(
                new Tooltip(
                        "The JVM had stopped all lanes: collections and other safepoints.\n"
                                + "Click to lift the veil, or to lay it again"));
        if (!frame.model().stops().shownProperty().get()) {
            button.getStyleClass().add("dimmed");
        }
        button.setOnAction(_ -> {
            button.setSelected(false);
            frame.model().stops().toggle();
        });
        return button;
    }

    /// Another tool's trace may have more states than a legend can hold: those with the most time.
    private List<Integer> mostOf(List<Integer> present, LaneTime whole) {
        unlisted = Math.max(0, present.size() - MOST);
        return present.stream()
                .sorted(Comparator.comparingLong(code -> -whole.nanos(code)))
                .limit(MOST)
                .sorted()
                .toList();
    }

    private ToggleButton entry(State state, int code) {
        var name = new Label(state.name());
        name.setMaxWidth(MOST_WIDTH);
        name.setMinWidth(0);
        names.add(name);
        name.getStyleClass().add("text-small");
        var share = new Label();
        share.getStyleClass().addAll("num-small", "text-muted");
        shares.put(code, share);
        var row = new HBox(4, StateStyle.swatch(frame.palette(), state), name, share);
        row.setAlignment(Pos.CENTER_LEFT);
        var button = new ToggleButton(null, row);
        button.getStyleClass().add("legend-entry");
        button.setAccessibleText(state.name());
        button.setTooltip(
                new Tooltip(state.name() + "\nClick to dim, Alt and click to see only this"));
        boolean dim = frame.model().dimmedProperty().get().contains(code);
        if (dim) {
            button.getStyleClass().add("dimmed");
        }
        button.addEventFilter(
                MouseEvent.MOUSE_RELEASED,
                event -> {
                    if (event.isAltDown()) {
                        frame.model().solo(code);
                        event.consume();
                    }
                });
        button.setOnAction(_ -> {
            button.setSelected(false);
            frame.model().toggleDimmed(code);
        });
        return button;
    }

    private static Label hint() {
        var label = new Label("Solid is work, hatched is waiting. Run something to see it.");
        label.getStyleClass().addAll("text-small", "text-muted");
        label.setMinHeight(24);
        return label;
    }
}
