package dev.lanescope.ui;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.ui.kit.FrameTicker;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.Measuring;
import dev.lanescope.ui.session.Sentence;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import java.time.Duration;

/// How far the study is that goes on, in the foot of the window: progress, time left, Stop. It is
/// told twice a second, so that it disturbs nothing.
final class StudyFoot extends HBox {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Measuring measuring;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label();

    StudyFoot(Measuring measuring) {
        this.measuring = measuring;
        setId("study");
        getStyleClass().add("row");
        managedProperty().bind(visibleProperty());
        bar.setAccessibleText("How much is over of the warm-up, and then of the runs");
        words.getStyleClass().add("num-small");
        words.setId("study-words");
        var stop = new Button("Stop", Icons.STOP.node());
        stop.setId("stop-study");
        stop.getStyleClass().add("small");
        stop.setTooltip(new Tooltip("End the study; what has been run until then counts"));
        stop.setOnAction(_ -> measuring.stop());
        getChildren().addAll(bar, words, stop);
        var ticker = new FrameTicker(this, PAUSE, this::update);
        measuring
                .studyProperty()
                .subscribe(study -> {
                    setVisible(study.isPresent());
                    ticker.activeProperty().set(study.isPresent());
                    update();
                });
    }

    private void update() {
        measuring
                .progress()
                .ifPresent(progress -> {
                    bar.setProgress(progress.share());
                    words.setText(Sentence.begun(progress.words(ConcurrencyModel::title)));
                });
    }
}
