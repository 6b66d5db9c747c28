package dev.lanescope.ui.compare;

import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.session.Settings;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.OptionalDouble;

/// Pictures above, tables below, and between them a divider that people move. The lower part keeps
/// its height when the window grows, and from one day to the next.
final class Divided extends SplitPane {

    private static final double SHARE = 0.28;
    private static final double LEAST = 150;
    private static final double MOST = 300;
    private static final double LEAST_BY_KEYS = 60;

    private final Settings settings;
    private OptionalDouble byHand = OptionalDouble.empty();
    private @Nullable Node handle;
    private boolean placing;
    private boolean held;

    /// @param room asks for more or less of it
    Divided(Node above, Node below, Settings settings, LowerRoom room) {
        super(above, below);
        this.settings = settings;
        setId("compare-divided");
        getStyleClass().add("compare-divided");
        setOrientation(Orientation.VERTICAL);
        setResizableWithParent(below, false);
        heightProperty().subscribe(() -> FxThread.later(this::place));
        getDividers().getFirst().positionProperty().subscribe(_ -> moved());
        room.listen(this::grow);
    }

    private double wanted() {
        OptionalDouble set = byHand.isPresent() ? byHand : settings.lowerHeight();
        return set.orElse(Math.clamp(SHARE * getHeight(), LEAST, MOST));
    }

    /// After the layout, which parts a new height by the old ones.
    private void place() {
        if (getHeight() > 0) {
            placing = true;
            setDividerPositions(1 - Math.min(wanted(), getHeight()) / getHeight());
            placing = false;
        }
    }

    /// Lets the lower part be so much higher, as far as both parts keep some room.
    private void grow(double pixels) {
        double most = Math.max(LEAST_BY_KEYS, getHeight() - LEAST_BY_KEYS);
        double now = (1 - getDividers().getFirst().getPosition()) * getHeight();
        double next = Math.clamp(now + pixels, LEAST_BY_KEYS, most);
        byHand = OptionalDouble.of(next);
        settings.setLowerHeight(next);
        place();
    }

    /// Only what people do is remembered, and only when they let go.
    private void moved() {
        if (!placing && held) {
            byHand = OptionalDouble.of((1 - getDividers().getFirst().getPosition()) * getHeight());
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Node found = lookup(".split-pane-divider");
        if (handle == null && found != null) {
            handle = found;
            found.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> held = true);
            found.addEventFilter(
                    MouseEvent.MOUSE_RELEASED,
                    _ -> {
                        held = false;
                        byHand.ifPresent(settings::setLowerHeight);
                    });
        }
    }
}
