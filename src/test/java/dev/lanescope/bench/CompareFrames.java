package dev.lanescope.bench;

import static dev.lanescope.bench.FrameBench.onFx;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.compare.Alignment;
import dev.lanescope.ui.compare.CompareModel;
import dev.lanescope.ui.compare.CompareScreen;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Motion;
import dev.lanescope.ui.kit.Theme;
import dev.lanescope.ui.kit.ThemeChoice;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Settings;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;

/// What the screen that compares costs a frame: the real screen over four made-up runs of a million
/// spans each, together on as many lanes as the timeline's run.
final class CompareFrames {

    /// Different, or they would be repeats of one setting.
    private static final int[] LANES = {15, 16, 17, 16 + 2};

    private static final int SPANS = 1_000_000;

    /// After so many frames a race begins anew, and a movement turns.
    private static final int TURN = 50;

    private final CompareModel model;
    private final FrameMeter meter;
    private final int frames;
    private final int warm;

    private CompareFrames(CompareModel model, FrameMeter meter, int frames, int warm) {
        this.model = model;
        this.meter = meter;
        this.frames = frames;
        this.warm = warm;
    }

    static void measure(FrameMeter meter, int width, int height, int frames, int warm)
            throws Exception {
        CompareModel model = onFx(() -> open(width, height));
        var bench = new CompareFrames(model, meter, frames, warm);
        meter.play(0, 2 * warm, _ -> {}); // comparing them goes on in the background
        System.out.println("\n4 x 1,000,000 spans compared\n\n" + FrameMeter.head());
        bench.row("everything", bench::nudge);
        bench.row(
                "the pointer moves",
                frame ->
                        model.axis()
                                .cursorProperty()
                                .set(OptionalDouble.of((frame % TURN) * 1_000_000.0)));
        onFx(() -> {
            model.axis().cursorProperty().set(OptionalDouble.empty());
            model.race().toggle();
            return 0;
        });
        bench.row("the race", bench::race);
        onFx(() -> {
            model.race().finish();
            for (int press = 0; press < 13; press++) {
                model.axis().zoomKey(1);
            }
            return 0;
        });
        bench.row("moving through it, 5 % in sight", bench::pan);
        onFx(() -> {
            model.alignBy(Alignment.PAGES);
            return 0;
        });
        bench.row("everything, aligned by pages", bench::nudge);
    }

    private void row(String what, IntConsumer step) throws Exception {
        System.out.println(FrameMeter.row(what, meter.play(warm, frames, step)));
    }

    private void nudge(int frame) {
        model.axis().zoomKey(frame % 2 == 0 ? 1 : -1);
    }

    private void pan(int frame) {
        model.axis().panKey(frame % (2 * TURN) < TURN ? 1 : -1);
    }

    private void race(int frame) {
        if (frame % TURN == 0) {
            model.race().rewind();
        }
    }

    private static CompareModel open(int width, int height) {
        var background = new Background();
        var session = new SessionModel(background, Settings.notKept());
        var chosen = new ChosenRuns(session);
        List<RunRecord> runs =
                java.util.stream.IntStream.of(LANES)
                        .mapToObj(
                                lanes -> session.adopt(opened(SyntheticRun.finished(lanes, SPANS))))
                        .toList();
        chosen.choose(runs);
        var model = new CompareModel(chosen, background);
        var appearance =
                new Appearance(ThemeChoice.DARK, new SimpleObjectProperty<>(Theme.DARK.scheme()));
        var screen =
                new CompareScreen(
                        session, chosen, model, appearance, new Motion(false), _ -> {}, _ -> {});
        model.setShown(true);
        var stage = new Stage();
        stage.setScene(new Scene(screen, width, height));
        stage.show();
        return model;
    }

    private static RunRecord opened(Snapshot trace) {
        return RunRecord.opened(Path.of("made-up.lanescope"), trace);
    }
}
