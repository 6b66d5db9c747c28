package dev.lanescope.ui;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.pipeline.links.BrokenLink;
import dev.lanescope.recording.PageFailure;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.LivePulse;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.Exporting;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.nio.file.Path;
import java.util.List;

/// The foot of the window: how many pages are done, how many failed (and which), and what the
/// figures above rest on.
final class FootBar extends HBox {

    private final SessionModel session;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label done = new Label();
    private final Button failed = new Button();
    private final Button broken = new Button();
    private List<PageFailure> failures = List.of();
    private List<BrokenLink> links = List.of();

    FootBar(SessionModel session, LivePulse pulse, Exporting exporting) {
        this.session = session;
        getStyleClass().add("foot-bar");
        setId("foot");
        done.getStyleClass().add("num");
        done.setId("done");
        failed.getStyleClass().addAll("small", "text-bad");
        failed.setId("failed");
        failed.setGraphic(Icons.WARNING.node());
        failed.managedProperty().bind(failed.visibleProperty());
        failed.setOnAction(_ -> FindingsTable.of(failures).show(failed));
        broken.getStyleClass().addAll("small", "text-warn");
        broken.setId("broken");
        broken.setGraphic(Icons.WARNING.node());
        broken.managedProperty().bind(broken.visibleProperty());
        broken.setOnAction(_ -> FindingsTable.ofLinks(links).show(broken));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var machine = new Label(machine());
        machine.getStyleClass().addAll("num-small", "text-muted");
        var study = new StudyFoot(session.measuring());
        var alone = study.visibleProperty().not();
        bar.managedProperty().bind(bar.visibleProperty().and(alone));
        done.managedProperty().bind(alone);
        for (Node mine : List.of(bar, done)) {
            mine.opacityProperty()
                    .bind(Bindings.when(study.visibleProperty()).then(0).otherwise(1));
        }
        getChildren()
                .addAll(
                        study,
                        bar,
                        done,
                        failed,
                        broken,
                        space,
                        new ExportFoot(exporting),
                        machine);

        pulse.add(this::update);
        session.activeProperty().subscribe(_ -> update());
        session.shownProperty().subscribe(_ -> update());
        session.contentProperty().subscribe(_ -> update());
    }

    private void update() {
        var run = session.activeProperty().get();
        var shown = session.shownProperty().get();
        showLinks(
                shown.filter(_ -> run.isEmpty())
                        .flatMap(RunRecord::result)
                        .map(RunResult::brokenLinks)
                        .orElse(List.of()));
        if (run.isPresent()) {
            showRun(run.get());
        } else if (shown.isPresent()) {
            shown.get()
                    .result()
                    .ifPresentOrElse(
                            result -> showResult(result, shown.get().trace().info()),
                            () -> showOpened(shown.get()));
        } else {
            show(0, 0, List.of(), waitingFor());
        }
    }

    private void showRun(Run run) {
        var progress = run.progress();
        show(
                progress.ended(),
                progress.total(),
                progress.failed() == failures.size() ? failures : progress.failures(),
                text(progress.done(), progress.pages(), progress.generated()));
    }

    /// Of an opened trace nobody knows what failed.
    private void showOpened(RunRecord record) {
        RunInfo info = record.trace().info();
        String file = record.file().map(Path::getFileName).map(Path::toString).orElse("a file");
        String pages = info.isForeign() ? "" : text(record.done(), info.pages(), 0) + " pages, ";
        show(0, 0, List.of(), pages + "opened from " + file);
    }

    private void showResult(RunResult result, RunInfo info) {
        String text = text(result.done(), info.pages(), result.generated());
        show(
                result.done() + result.generated() + result.failures().size(),
                info.items().size(),
                result.failures(),
                result.stopped() ? text + " when stopped" : text);
    }

    private void showLinks(List<BrokenLink> newLinks) {
        links = newLinks;
        broken.setVisible(!links.isEmpty());
        broken.setText(Amounts.count(links.size(), "broken link"));
    }

    private static String text(int done, int pages, int generated) {
        return done + " / " + pages + (generated == 0 ? "" : ", " + generated + " generated");
    }

    private String waitingFor() {
        return switch (session.contentProperty().get()) {
            case Content.None() -> "Choose a folder of Markdown pages, or drop one here";
            case Content.Scanning(_, int found) -> "Reading: " + Amounts.pages(found);
            case Content.Ready(var site) -> Amounts.pages(site.pages().size()) + ", ready to run";
            case Content.Refused(_, _) -> "Choose another folder";
        };
    }

    private void show(int finished, int total, List<PageFailure> newFailures, String text) {
        failures = newFailures;
        bar.setProgress(total == 0 ? 0 : (double) finished / total);
        bar.setVisible(total > 0);
        done.setText(text);
        failed.setVisible(!newFailures.isEmpty());
        failed.setText(newFailures.size() + " failed");
    }

    /// What the figures rest on: cores and Java.
    private static String machine() {
        int cores = Runtime.getRuntime().availableProcessors();
        return Amounts.count(cores, "core") + " · JDK " + Runtime.version().feature();
    }
}
