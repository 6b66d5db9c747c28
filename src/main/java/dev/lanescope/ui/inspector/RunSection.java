package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.analysis.RunSummary;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.StateStyle;
import dev.lanescope.ui.session.RunRecord;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is known of a run as a whole, and where its lane time went.
final class RunSection extends VBox {

    private final Appearance appearance;
    private final Label title = new Label();
    private final Label remarks = new Label();
    private final KeyValues facts = new KeyValues();
    private final GridPane states = new GridPane(10, 4);
    private final FactsSection known = new FactsSection();

    RunSection(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("section");
        setId("run-facts");
        title.getStyleClass().add("text-heading");
        var where = new Label("Where the lane time went");
        where.getStyleClass().add("text-small-strong");
        remarks.getStyleClass().add("note");
        remarks.setId("run-remarks");
        remarks.setWrapText(true);
        remarks.setMinHeight(USE_PREF_SIZE);
        remarks.managedProperty().bind(remarks.visibleProperty());
        getChildren().addAll(title, remarks, facts, where, states, known);
    }

    void show(Snapshot trace, LaneTime time, Optional<RunRecord> record) {
        RunInfo info = trace.info();
        title.setText(info.modelTitle() + " ×" + info.workers());
        RunSummary summary = record.map(RunRecord::summary).orElseGet(() -> RunSummary.of(trace));
        remarks.setText(String.join("\n", trace.remarks()));
        remarks.setVisible(!trace.remarks().isEmpty());
        facts.clear();
        facts.add("Wall", Inspector.time(trace.endNanos()));
        int done = record.map(run -> run.result().done()).orElse(summary.pagesFinished());
        showItems(trace, summary, done);
        facts.add("Rate", Amounts.rate(summary.pagesPerSecond()) + " pages/s");
        facts.add("Content", Amounts.bytes(Math.round(summary.bytesPerSecond())) + "/s");
        facts.add("Busy", Amounts.percent(summary.busyShare()) + " of all lanes");
        summary.cpuNanos().ifPresent(cpu -> facts.add("CPU time", Inspector.time(cpu)));
        facts.add(
                "Java was",
                switch (info.temperature()) {
                    case COLD -> "cold: its first run";
                    case WARMING -> "warming: " + Amounts.pages(info.renderedBefore()) + " before";
                    case WARM -> "warm: " + Amounts.pages(info.renderedBefore()) + " before";
                });
        record.ifPresent(this::showRecord);
        showStates(trace, time);
        known.show(info.facts());
    }

    /// How much was made, and of a run in phases also how long each took.
    private void showItems(Snapshot trace, RunSummary summary, int done) {
        RunInfo info = trace.info();
        List<PhaseTime> phases = PhaseTime.of(trace);
        String pages = done + " of " + info.pages();
        if (phases.size() == 1) {
            facts.add("Pages", pages);
            return;
        }
        facts.add("Pages", pages + " in " + Inspector.time(phases.getFirst().nanos()));
        int made = summary.itemsFinished() - summary.pagesFinished();
        facts.add(
                "Generated",
                made
                        + " of "
                        + (info.items().size() - info.pages())
                        + " in "
                        + Inspector.time(phases.getLast().nanos()));
    }

    private void showRecord(RunRecord record) {
        var result = record.result();
        facts.add("HTML", Amounts.bytes(result.bytesOut()));
        facts.add("Prepare", Inspector.time(result.phases().prepareNanos()));
        if (result.phases().warmUpNanos() > 0) {
            facts.add("Warm-up", Inspector.time(result.phases().warmUpNanos()));
        }
        facts.add("Verify", Inspector.time(result.phases().verifyNanos()));
        if (!result.treeHash().isEmpty()) {
            facts.add("Output hash", result.treeHash().substring(0, 16));
        }
        facts.add("Output", fromHome(result.output()));
    }

    /// A path as people say it: `~` is their home.
    private static String fromHome(Path path) {
        Path home = Path.of(System.getProperty("user.home"));
        return path.startsWith(home) ? "~/" + home.relativize(path) : path.toString();
    }

    private void showStates(Snapshot trace, LaneTime time) {
        states.getChildren().clear();
        int row = 0;
        for (int code = 0; code < trace.info().states().size(); code++) {
            if (time.nanos(code) > 0) {
                State state = trace.state(code);
                var total = new Label(Inspector.time(time.nanos(code)));
                total.getStyleClass().addAll("num", "text-muted");
                var share = new Label(Amounts.percent(time.share(code)));
                share.getStyleClass().add("num");
                states.addRow(
                        row++,
                        StateStyle.swatch(appearance.palette(), state),
                        new Label(state.name()),
                        share,
                        total);
            }
        }
    }
}
