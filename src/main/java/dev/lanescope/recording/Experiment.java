package dev.lanescope.recording;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;

import java.nio.file.Path;

/// What is to be run: this site, into that folder, under this model, with so many workers.
///
/// @param output the folder for the HTML; emptied first, if Lanescope made it
/// @param knobs how the model is to work; only such as it can honour
/// @param settings how pages are rendered
/// @param recorded whether the lanes are recorded; without it only the result is known, which is
///   how the cost of recording is measured
/// @param incremental whether files are kept that would come out as they are; then the run is no
///   measurement
/// @param jvmWatched whether what the own JVM does (collections, stops, compilations), its heap and
///   the processors go into the trace as well
public record Experiment(
        Site site,
        Path output,
        ConcurrencyModel model,
        int workers,
        Knobs knobs,
        RenderSettings settings,
        boolean recorded,
        boolean incremental,
        boolean jvmWatched) {

    public Experiment {
        if (!model.workers().contains(workers)) {
            throw new IllegalArgumentException(
                    model.id() + " cannot be given " + workers + " workers");
        }
        for (Knob knob : knobs.turned()) {
            model.refusal(knobs.only(knob))
                    .ifPresent(why -> {
                        throw new IllegalArgumentException(
                                model.id() + " cannot be given a " + knob.id() + ": " + why);
                    });
        }
        knobs.conflict()
                .ifPresent(why -> {
                    throw new IllegalArgumentException(why);
                });
        if (incremental && model.isForeign()) {
            throw new IllegalArgumentException(
                    model.id() + " renders everything: what its pages are made of is not known");
        }
        if (incremental && knobs.warmUp() > 0) {
            throw new IllegalArgumentException(
                    "what is rendered anew is rendered once: no warm-up for an incremental run");
        }
    }

    /// A run that renders everything.
    public Experiment(
            Site site,
            Path output,
            ConcurrencyModel model,
            int workers,
            RenderSettings settings,
            boolean recorded) {
        this(site, output, model, workers, Knobs.STANDARD, settings, recorded, false, false);
    }

    /// A recorded run with the usual settings.
    public Experiment(Site site, Path output, ConcurrencyModel model, int workers) {
        this(
                site,
                output,
                model,
                workers,
                Knobs.STANDARD,
                RenderSettings.STANDARD,
                true,
                false,
                false);
    }

    /// The same, but nobody watches.
    public Experiment unrecorded() {
        return copy(knobs, false, incremental, false);
    }

    /// The same, but what would come out as it is stays as it is.
    public Experiment incrementally() {
        return copy(knobs, recorded, true, jvmWatched);
    }

    /// The same with other knobs.
    public Experiment with(Knobs other) {
        return copy(other, recorded, incremental, jvmWatched);
    }

    /// The same with another number of workers.
    public Experiment withWorkers(int number) {
        return new Experiment(
                site, output, model, number, knobs, settings, recorded, incremental, jvmWatched);
    }

    /// The same under a model that does the same work.
    Experiment under(ConcurrencyModel other) {
        return new Experiment(
                site, output, other, workers, knobs, settings, recorded, incremental, jvmWatched);
    }

    /// The same, and the JVM is watched as well, or is not.
    public Experiment watchingJvm(boolean watched) {
        return copy(knobs, recorded, incremental, watched);
    }

    private Experiment copy(
            Knobs newKnobs, boolean newRecorded, boolean newIncremental, boolean watched) {
        return new Experiment(
                site,
                output,
                model,
                workers,
                newKnobs,
                settings,
                newRecorded,
                newIncremental,
                watched);
    }
}
