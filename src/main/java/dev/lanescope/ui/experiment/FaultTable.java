package dev.lanescope.ui.experiment;

import dev.lanescope.analysis.Durations;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.recording.faults.FaultGrid;
import dev.lanescope.recording.faults.FaultVerdict;
import dev.lanescope.ui.session.FaultFinding;
import dev.lanescope.ui.session.Trial;
import dev.lanescope.ui.session.Trials;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// What each fault costs under each model.
final class FaultTable {

    /// Room for the longest word of a verdict, under a head that may be short.
    private static final double WIDTH = 112;

    private final Trial<FaultFinding> trial;
    private final TrialTable<Fault.Kind> table;
    private final Map<String, Map<Fault.Kind, FaultVerdict>> verdicts = new HashMap<>();

    FaultTable(Trials trials) {
        this.trial = trials.ofFaults();
        this.table =
                new TrialTable<>(
                        trials,
                        "faults",
                        "One page of the sample content goes wrong, 2 workers, each case in a"
                                + " process of its own. What is lost:",
                        "Try out all",
                        this::cell);
        for (Fault.Kind kind : Fault.Kind.values()) {
            table.column(kind, kind.id(), "", Math.max(WIDTH, 24 + 8.0 * kind.id().length()));
        }
        table.on(this::start, trial::cancel);
    }

    private void start() {
        verdicts.clear();
        table.refresh();
        trial.begin(
                this::take, failure -> table.over(failure == null ? "All tried out." : failure));
    }

    private void take(FaultFinding found) {
        verdicts.computeIfAbsent(found.model().id(), _ -> new EnumMap<>(Fault.Kind.class))
                .put(found.kind(), found.verdict());
        int done = verdicts.values().stream().mapToInt(Map::size).sum();
        int all = Models.selectable().stream().mapToInt(each -> FaultGrid.kinds(each).size()).sum();
        table.says(done + " of " + all + " tried out");
        table.refresh();
    }

    private static String tip(FaultVerdict verdict) {
        return verdict.restartNanos() == 0
                ? verdict.sentence()
                : verdict.sentence()
                        + "\nIts worker was being started again for "
                        + Durations.text(verdict.restartNanos())
                        + ".";
    }

    /// Green where only the page was lost, red where the process was; the tip says what was said.
    private TrialCell cell(ConcurrencyModel model, Fault.Kind kind) {
        if (!FaultGrid.kinds(model).contains(kind)) {
            return new TrialCell("-", "Only a real CPython can fail like this.", "text-muted");
        }
        @Nullable FaultVerdict verdict = verdicts.getOrDefault(model.id(), Map.of()).get(kind);
        if (verdict == null) {
            return TrialCell.EMPTY;
        }
        String style =
                switch (verdict.loss()) {
                    case NOTHING, PAGE -> "text-ok";
                    case NEIGHBOURS, RUN -> "text-warn";
                    case PROCESS, HANGS -> "text-bad";
                };
        return new TrialCell(verdict.words(), tip(verdict), style);
    }

    void show(Node owner) {
        table.show("What faults cost", trial::cancel, owner);
    }
}
