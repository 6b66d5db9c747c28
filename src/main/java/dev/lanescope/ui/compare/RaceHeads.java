package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.chart.RunBlocks;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What moves while runs are replayed: over each run's lanes a curtain over all that has not
/// happened yet, with a line at its edge, and beside them figures that count along. The lanes below
/// are painted once; only curtains move.
final class RaceHeads extends Pane {

    private static final double LINE = 2;

    /// What belongs to one run.
    private record Head(Region curtain, Region line, Label pages, Label time, Label rate) {}

    private final CompareModel model;
    private final Rectangle clip = new Rectangle();
    private final List<Head> heads = new ArrayList<>();

    RaceHeads(CompareModel model) {
        this.model = model;
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        setClip(clip);
    }

    void place(RaceLanes lanes) {
        var head = model.race().headProperty().get();
        setVisible(head.isPresent() && !lanes.runs().isEmpty());
        if (!isVisible()) {
            return;
        }
        clip.setY(RaceLanes.AXIS);
        clip.setWidth(lanes.getWidth());
        clip.setHeight(Math.max(0, lanes.getHeight() - RaceLanes.AXIS));
        while (heads.size() < lanes.runs().size()) {
            heads.add(newHead());
        }
        for (int run = 0; run < heads.size(); run++) {
            boolean used = run < lanes.runs().size() && run < lanes.blocks().blocks().size();
            Head each = heads.get(run);
            for (Region part : parts(each)) {
                part.setVisible(used);
            }
            if (used) {
                place(lanes, run, each, head.getAsDouble());
            }
        }
    }

    private void place(RaceLanes lanes, int run, Head head, double nanos) {
        Entrant entrant = lanes.runs().get(run).entrant();
        RunBlocks.Block block = lanes.blocks().blocks().get(run);
        int top = lanes.topOf(block) + RunBlocks.HEADING;
        double end = (double) entrant.trace().endNanos();
        double at = Math.min(nanos, end);
        double x = Math.clamp(lanes.xOf(run, at), RaceLanes.HEAD, lanes.getWidth());
        head.curtain().resizeRelocate(x, top, lanes.getWidth() - x, block.lanesHeight());
        head.line().resizeRelocate(x - LINE / 2, top, LINE, block.lanesHeight());
        head.line().setVisible(nanos < end && x > RaceLanes.HEAD && x < lanes.getWidth());
        int done = entrant.pages().by(at);
        say(head.pages(), Amounts.count(done, "page"), top + 4.0);
        say(head.time(), clock(at), top + 24.0);
        say(head.rate(), Amounts.rate(at == 0 ? 0 : done / (at / 1e9)) + " p/s", top + 38.0);
    }

    private static void say(Label label, String words, double y) {
        label.setText(words);
        label.applyCss(); // one that is new has no font yet
        label.autosize();
        label.relocate(12, y);
    }

    /// Always with as many decimals, or the digits would jump.
    static String clock(double nanos) {
        return nanos < 1e9
                ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
                : Durations.text(Math.round(nanos), 4);
    }

    private static List<Region> parts(Head head) {
        return List.of(head.curtain(), head.line(), head.pages(), head.time(), head.rate());
    }

    private Head newHead() {
        var head = new Head(new Region(), new Region(), new Label(), new Label(), new Label());
        head.curtain().getStyleClass().add("race-curtain");
        head.line().getStyleClass().add("race-line");
        head.pages().getStyleClass().setAll("label", "num-strong", "race-pages");
        head.time().getStyleClass().setAll("label", "num-small", "text-muted");
        head.rate().getStyleClass().setAll("label", "num-small", "text-muted");
        for (Region part : parts(head)) {
            part.setManaged(false);
        }
        getChildren().addAll(parts(head));
        return head;
    }
}
