package dev.lanescope.ui.compare;

import dev.lanescope.chart.RunBlocks;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;

/// One cursor through all runs: a line, the moment on the axis, and in each run's heading how many
/// pages it had done by then.
final class RaceCursor extends Pane {

    private final CompareModel model;
    private final Region line = new Region();
    private final Label moment = new Label();
    private final List<Label> counts = new ArrayList<>();

    RaceCursor(CompareModel model) {
        this.model = model;
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        line.setManaged(false);
        line.getStyleClass().add("cursor-line");
        moment.setManaged(false);
        moment.setId("race-moment");
        moment.getStyleClass().setAll("label", "cursor-time", "num-small");
        getChildren().addAll(line, moment);
    }

    void place(RaceLanes lanes) {
        double place = model.axis().cursorProperty().get().orElse(-1);
        double x = lanes.xOfPlace(place);
        boolean there = place >= 0 && x >= RaceLanes.HEAD && x < lanes.getWidth();
        setVisible(there && !lanes.runs().isEmpty());
        if (!isVisible()) {
            return;
        }
        line.resizeRelocate(Math.floor(x), RaceLanes.AXIS, 1, lanes.getHeight() - RaceLanes.AXIS);
        moment.setText(PlaceWords.of(model.axis().aligned(), place));
        put(moment, x - moment.prefWidth(-1) / 2, 3, lanes.getWidth());
        while (counts.size() < lanes.runs().size()) {
            counts.add(chip());
        }
        for (int run = 0; run < counts.size(); run++) {
            boolean used = run < lanes.runs().size() && run < lanes.blocks().blocks().size();
            counts.get(run).setVisible(used && placeCount(lanes, run, place, x));
        }
    }

    private boolean placeCount(RaceLanes lanes, int run, double place, double x) {
        Label count = counts.get(run);
        RunBlocks.Block block = lanes.blocks().blocks().get(run);
        count.setText(
                PlaceWords.in(lanes.runs().get(run).entrant(), model.axis().aligned(), place));
        int top = lanes.topOf(block);
        put(count, x + 5, top + 3, lanes.getWidth());
        return top >= RaceLanes.AXIS;
    }

    private static void put(Label label, double x, double y, double width) {
        label.applyCss(); // one that is new has no font yet
        label.autosize();
        double most = Math.max(RaceLanes.HEAD, width - label.getWidth() - 2);
        label.relocate(Math.rint(Math.clamp(x, RaceLanes.HEAD, most)), y);
    }

    private Label chip() {
        var chip = new Label();
        chip.setManaged(false);
        chip.getStyleClass().setAll("label", "badge", "outlined", "num-small", "race-count");
        getChildren().add(chip);
        return chip;
    }
}
