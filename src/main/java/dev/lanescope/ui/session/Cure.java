package dev.lanescope.ui.session;

import dev.lanescope.analysis.explain.Remedy;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.KnobPositions;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.recording.Experiment;

import java.util.Map;
import java.util.Optional;

/// Does what a finding advises: runs the same work once more, with that setting changed and nothing
/// else, and compares it with the others.
public final class Cure {

    private final SessionModel session;
    private final ChosenRuns chosen;

    public Cure(SessionModel session, ChosenRuns chosen) {
        this.session = session;
        this.chosen = chosen;
    }

    /// Why it cannot be done, in a sentence; empty if it can.
    public Optional<String> refusal(RunRecord record, Remedy remedy) {
        if (record.experiment().isEmpty()) {
            return Optional.of(
                    "This run was opened from a file: open its folder, and run it here first.");
        }
        try {
            changed(record.experiment().get(), remedy);
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /// Runs it; the bar of the window shows the same settings from then on. Does nothing if it
    /// cannot be done.
    public void run(RunRecord record, Remedy remedy) {
        if (refusal(record, remedy).isEmpty() && !session.isRunning()) {
            Experiment asked = changed(record.experiment().orElseThrow(), remedy);
            session.modelProperty().set(asked.model());
            session.workersProperty().set(asked.workers());
            session.knobsProperty().set(asked.knobs());
            session.run(asked, chosen::add);
        }
    }

    /// The experiment with what is advised.
    ///
    /// @throws IllegalArgumentException with a sentence, if that cannot be set
    static Experiment changed(Experiment before, Remedy remedy) {
        ConcurrencyModel model =
                remedy.model()
                        .map(id ->
                                Models.byId(id)
                                        .orElseThrow(() ->
                                                new IllegalArgumentException(
                                                        "There is no model " + id + ".")))
                        .orElse(before.model());
        int wanted = remedy.workers().orElse(before.workers());
        int workers = Math.clamp(wanted, model.workers().least(), model.workers().most());
        Knobs knobs = before.knobs();
        for (Map.Entry<String, String> each : remedy.knobs().entrySet()) {
            knobs =
                    KnobPositions.with(knobs, each.getKey(), each.getValue())
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "There is no "
                                                    + each.getKey()
                                                    + " "
                                                    + each.getValue()
                                                    + "."));
        }
        return new Experiment(
                        before.site(),
                        before.output(),
                        model,
                        workers,
                        before.settings(),
                        before.recorded())
                .with(knobs)
                .watchingJvm(before.jvmWatched());
    }
}
