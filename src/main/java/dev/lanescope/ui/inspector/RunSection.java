package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.JvmAccount;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.analysis.Preemption;
import dev.lanescope.analysis.RunSummary;
import dev.lanescope.recording.RunResult;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is known of a run as a whole, and where its lane time went.
final class RunSection extends VBox {

    /// Other tools' traces may have a hundred; those with the most time are listed.
    private static final int MOST_STATES = 40;

    private final Appearance appearance;
    private final JvmSource jvm;
    private final FindingsSection findings;
    private final Label title = new Label();
    private final Label remarks = new Label();
    private final KeyValues facts = new KeyValues();
    private final GridPane states = new GridPane(10, 4);
    private final FactsSection known = new FactsSection();

    /// @param jvm what the JVM cost; tells its owner when there is more to show
    /// @param findings what held the run up
    RunSection(Appearance appearance, JvmSource jvm, FindingsSection findings) {
        this.appearance = appearance;
        this.jvm = jvm;
        this.findings = findings;
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
        getChildren().addAll(title, remarks, facts, findings, where, states, known);
    }

    void show(Snapshot trace, LaneTime time, Optional<RunRecord> record) {
        RunInfo info = trace.info();
        title.setText(
                info.isForeign() ? info.content() : info.modelTitle() + " ×" + info.workers());
        RunSummary summary = record.map(RunRecord::summary).orElseGet(() -> RunSummary.of(trace));
        remarks.setText(String.join("\n", trace.remarks()));
        remarks.setVisible(!trace.remarks().isEmpty());
        facts.clear();
        facts.add("Wall", Inspector.time(trace.endNanos()));
        if (info.isForeign()) {
            facts.add("What", info.modelTitle() + ", " + Amounts.bytes(info.contentBytes()));
            facts.add("Lanes", Amounts.count(trace.lanes().size(), "lane"));
        } else {
            showItems(trace, summary, record.map(RunRecord::done).orElse(summary.pagesFinished()));
            facts.add("Rate", Amounts.rate(summary.pagesPerSecond()) + " pages/s");
            facts.add("Content", Amounts.bytes(Math.round(summary.bytesPerSecond())) + "/s");
        }
        facts.add("Busy", Amounts.percent(summary.busyShare()) + " of all lanes");
        summary.cpuNanos().ifPresent(cpu -> facts.add("CPU time", Inspector.time(cpu)));
        showJvm(trace);
        showPreemption(trace);
        if (!info.isForeign()) {
            facts.add("Workers were", temperature(info));
        }
        record.flatMap(RunRecord::result).ifPresent(this::showResult);
        record.flatMap(RunRecord::file).ifPresent(file -> facts.add("Opened from", fromHome(file)));
        findings.show(trace, record);
        showStates(trace, time);
        known.show(info.facts());
    }

    /// What the JVM did for itself, and what it cost the lanes; nothing of a run that was not
    /// watched.
    private void showJvm(Snapshot trace) {
        if (trace.jvm().isEmpty()) {
            return;
        }
        jvm.of(trace).ifPresentOrElse(this::showJvm, () -> facts.add("The JVM", "adding up…"));
    }

    private void showJvm(JvmAccount jvm) {
        facts.add("Collections", words(jvm.collections()));
        facts.add("Other stops", words(jvm.otherStops()));
        facts.add("Compilations", words(jvm.compilations()));
        facts.add(
                "Stood still",
                Inspector.time(jvm.stoppedNanos())
                        + " × "
                        + Amounts.count(jvm.lanes(), "lane")
                        + ", "
                        + Amounts.percent(jvm.stoppedShare()));
        facts.add("of it in work", Inspector.time(jvm.stoppedWorkNanos()));
    }

    /// How long lanes had no processor though they could have run; nothing where the system does
    /// not tell.
    private void showPreemption(Snapshot trace) {
        Preemption preemption = Preemption.of(trace);
        if (preemption.isKnown()) {
            facts.add("No processor", preemption.words(trace));
        }
    }

    private static String words(JvmAccount.Sum sum) {
        return sum.count() == 0 ? "none" : sum.count() + ", " + Inspector.time(sum.nanos());
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

    private static String temperature(RunInfo info) {
        return switch (info.temperature()) {
            case COLD -> "cold: its first run";
            case WARMING -> "warming: " + Amounts.pages(info.renderedBefore()) + " before";
            case WARM -> "warm: " + Amounts.pages(info.renderedBefore()) + " before";
        };
    }

    private void showResult(RunResult result) {
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
        List<Integer> present =
                IntStream.range(0, trace.info().states().size())
                        .boxed()
                        .filter(code -> time.nanos(code) > 0)
                        .toList();
        present.stream()
                .sorted(Comparator.comparingLong(code -> -time.nanos(code)))
                .limit(MOST_STATES)
                .sorted()
                .forEach(code -> addState(trace.state(code), time.nanos(code), time.share(code)));
        if (present.size() > MOST_STATES) {
            var more = new Label("and " + (present.size() - MOST_STATES) + " more");
            more.getStyleClass().add("text-muted");
            states.add(more, 1, MOST_STATES);
        }
    }

    private void addState(State state, long nanos, double ofAll) {
        var total = new Label(Inspector.time(nanos));
        total.getStyleClass().addAll("num", "text-muted");
        total.setMinWidth(USE_PREF_SIZE);
        var share = new Label(Amounts.percent(ofAll));
        share.getStyleClass().add("num");
        share.setMinWidth(USE_PREF_SIZE);
        states.addRow(
                states.getRowCount(),
                StateStyle.swatch(appearance.palette(), state),
                new Label(state.name()),
                share,
                total);
    }
}
