package dev.lanescope.ui.session;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.isolated.Interpreters;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ContentException;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Machine;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunResult;
import dev.lanescope.recording.Workspace;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.kit.Job;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// The one truth that all views of the window show: which content, which experiment, which run is
/// going on, which one is looked at, and all runs so far. Lives on the FX thread; what takes time
/// goes through [Background].
public final class SessionModel {

    private final Background background;
    private final Settings settings;
    private final ReadOnlyObjectWrapper<Content> content =
            new ReadOnlyObjectWrapper<>(new Content.None());
    private final ObjectProperty<ConcurrencyModel> model =
            new SimpleObjectProperty<>(Models.byId("fixed-pool").orElseThrow());
    private final IntegerProperty workers =
            new SimpleIntegerProperty(Runtime.getRuntime().availableProcessors());
    private final ObjectProperty<Knobs> knobs = new SimpleObjectProperty<>(Knobs.STANDARD);
    private final ObjectProperty<RenderSettings> rendering =
            new SimpleObjectProperty<>(RenderSettings.STANDARD);
    private final BooleanProperty drafts = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Run>> active =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<RunRecord> runs = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<RunRecord>> shown =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final TraceOpener opener;
    private final Measuring measuring;
    private final Trials trials;
    private final PythonKeeper pythons;
    private final NoteKeeper notes;
    private @Nullable Job scan;
    private int lastNumber;

    public SessionModel(Background background, Settings settings) {
        this.background = background;
        this.settings = settings;
        this.opener = new TraceOpener(this, background);
        this.measuring = new Measuring(this, background);
        this.trials = new Trials(this, background);
        this.pythons = new PythonKeeper(background, settings);
        this.notes = new NoteKeeper(this, background);
    }

    /// Opens saved traces.
    public TraceOpener opener() {
        return opener;
    }

    /// Lets settings take turns.
    public Measuring measuring() {
        return measuring;
    }

    /// Reads a content folder, giving up one still being read. Refused while a run is going on.
    public void open(Path folder) {
        if (isRunning()) {
            say(Notice.Kind.INFO, "Stop the run before you open another folder.");
            return;
        }
        if (scan != null) {
            scan.cancel();
        }
        dismissNotice();
        content.set(new Content.Scanning(folder, 0));
        var asked = new ScanSettings(drafts.get());
        scan =
                background.run(
                        "scan " + folder.getFileName(),
                        () -> scan(folder, asked),
                        site -> {
                            settings.remember(site.folder());
                            take(site);
                        },
                        failure -> refused(folder, failure));
    }

    private Site scan(Path folder, ScanSettings asked)
            throws ContentException, InterruptedException {
        return SiteScanner.scan(folder, found -> reportScan(folder, found), asked);
    }

    private boolean reportScan(Path folder, int pagesSoFar) {
        if (pagesSoFar % 256 == 0) {
            FxThread.later(() -> {
                if (content.get() instanceof Content.Scanning now && now.folder().equals(folder)) {
                    content.set(new Content.Scanning(folder, pagesSoFar));
                }
            });
        }
        return true;
    }

    /// Takes a site that has been read already.
    public void take(Site site) {
        knobs.set(knobs.get().without(Knob.FAULTS)); // they are meant for pages by their number
        content.set(new Content.Ready(site));
        shown.set(shown.get().filter(record -> record.file().isPresent())); // of no content
    }

    private void refused(Path folder, Throwable failure) {
        String sentence = Sentence.of(failure);
        settings.forget(folder);
        content.set(new Content.Refused(folder, sentence));
        say(Notice.Kind.FAILURE, sentence);
    }

    /// Runs the experiment as it is set; not without content, and not while a run is going on.
    public void run() {
        if (isRunning() || !(content.get() instanceof Content.Ready(Site site))) {
            return;
        }
        run(
                new Experiment(
                                site,
                                Workspace.outputFor(site),
                                model.get(),
                                effectiveWorkers(),
                                rendering.get(),
                                true)
                        .with(effectiveKnobs())
                        .watchingJvm(true),
                _ -> {});
    }

    /// The same with an experiment of its own; `over` is given its run.
    public void run(Experiment experiment, Consumer<RunRecord> over) {
        if (isRunning() || isRefusedByTrial()) {
            return;
        }
        dismissNotice();
        var run = new Run(experiment);
        shown.set(Optional.empty());
        active.set(Optional.of(run));
        background.run(
                "run " + experiment.model().id(),
                () -> {
                    RunResult result = run.carryOut();
                    return RunRecord.of(
                            run.experiment(),
                            result.knowing(Machine.facts()).knowing(NoiseProbe.afterRun()));
                },
                record -> over.accept(finished(record)),
                this::failed);
    }

    /// Puts a run that is over into the library and shows it.
    public RunRecord adopt(RunRecord over) {
        RunRecord record = shelve(over);
        active.set(Optional.empty());
        shown.set(Optional.of(record));
        return record;
    }

    /// Puts a run that is over into the library.
    RunRecord shelve(RunRecord over) {
        RunRecord record = over.numbered(++lastNumber);
        runs.addFirst(record);
        return record;
    }

    private RunRecord finished(RunRecord over) {
        RunRecord record = adopt(over);
        record.result()
                .flatMap(Notice::ofFailures)
                .ifPresent(told -> notice.set(Optional.of(told)));
        return record;
    }

    private void failed(Throwable failure) {
        active.set(Optional.empty());
        shown.set(runs.isEmpty() ? Optional.empty() : Optional.of(runs.getFirst()));
        say(Notice.Kind.FAILURE, Sentence.of(failure));
    }

    /// Asks what is going on to end.
    public void stop() {
        active.get().ifPresent(Run::stop);
        measuring.stop();
    }

    /// Looks at a run again, unless it has been deleted meanwhile.
    public void show(RunRecord record) {
        Optional.of(record).filter(runs::contains).ifPresent(kept -> shown.set(Optional.of(kept)));
    }

    /// Looks at the run that is going on.
    public void showLive() {
        shown.set(Optional.empty());
    }

    /// Takes a run out of the library.
    public void delete(RunRecord record) {
        runs.remove(record);
        notes.deleted(record);
        if (shown.get().filter(record::equals).isPresent()) {
            shown.set(runs.isEmpty() ? Optional.empty() : Optional.of(runs.getFirst()));
        }
    }

    /// Puts a run in the place of the one with its number, which is shown.
    void replace(RunRecord noted) {
        runs.replaceAll(run -> run.number() == noted.number() ? noted : run);
        shown.set(Optional.of(noted));
    }

    /// Keeps notes on runs.
    public NoteKeeper notes() {
        return notes;
    }

    /// Writes a run's trace to a file in the background and says how it went.
    public void save(RunRecord record, Path file, TraceToFile writer) {
        say(Notice.Kind.INFO, "Writing run #" + record.number() + " as " + file + " …");
        background.run(
                "save " + file.getFileName(),
                () -> {
                    writer.write(record.trace(), file);
                    return writer.told(record.number(), file, record.trace());
                },
                saved -> {
                    notes.saved(record, file);
                    say(Notice.Kind.INFO, saved);
                },
                failure -> say(Notice.Kind.FAILURE, Sentence.of(failure)));
    }

    /// What the timeline shows: the run that was chosen, or else the one that is going on.
    public Optional<Snapshot> visible() {
        return shown.get().map(RunRecord::trace).or(() -> active.get().flatMap(Run::snapshot));
    }

    /// The number of workers the model will really be given.
    public int effectiveWorkers() {
        var range = model.get().workers();
        return Math.clamp(workers.get(), range.least(), range.most());
    }

    /// The knobs the model will really be given: without those that it cannot honour, and without a
    /// warm-up that cannot go with the others.
    public Knobs effectiveKnobs() {
        Knobs wanted = knobs.get();
        Knobs now = wanted;
        for (Knob knob : wanted.turned()) {
            if (model.get().refusal(wanted.only(knob)).isPresent()) {
                now = now.without(knob);
            }
        }
        return now.conflict().isPresent() ? now.without(Knob.WARM_UP) : now;
    }

    /// What Run would run, in words: model, workers, what is not as usual, and what was asked for
    /// but is left out.
    public String experimentInWords() {
        return ExperimentWords.of(this);
    }

    /// What can be tried out.
    public Trials trials() {
        return trials;
    }

    /// The interpreters that live in this app.
    public InterpreterKeeper interpreters() {
        return new InterpreterKeeper(background, Interpreters.ofThisApp(), content::get);
    }

    /// The CPythons of this machine.
    public PythonKeeper pythons() {
        return pythons;
    }

    public boolean isRunning() {
        return active.get().isPresent() || measuring.isGoingOn();
    }

    /// Whether something is being tried out, which a run would disturb; people are told so.
    boolean isRefusedByTrial() {
        trials.goingOn()
                .ifPresent(what -> say(Notice.Kind.INFO, what + "; stop that before you run."));
        return trials.goingOn().isPresent();
    }

    /// Shows a notice.
    public void say(Notice.Kind kind, String sentence) {
        say(new Notice(kind, sentence));
    }

    void say(Notice said) {
        notice.set(Optional.of(said));
    }

    /// Tells people what went wrong.
    public void sayFailure(Throwable failure) {
        say(Notice.Kind.FAILURE, Sentence.of(failure));
    }

    public void dismissNotice() {
        notice.set(Optional.empty());
    }

    public Settings settings() {
        return settings;
    }

    public ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    public ObjectProperty<ConcurrencyModel> modelProperty() {
        return model;
    }

    /// How the run is carried out, as far as the model can honour it.
    public ObjectProperty<Knobs> knobsProperty() {
        return knobs;
    }

    /// How pages are rendered.
    public ObjectProperty<RenderSettings> renderingProperty() {
        return rendering;
    }

    /// Whether pages that call themselves drafts are rendered too; it takes effect when a folder is
    /// read.
    public BooleanProperty draftsProperty() {
        return drafts;
    }

    public IntegerProperty workersProperty() {
        return workers;
    }

    public ReadOnlyObjectProperty<Optional<Run>> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /// All runs of the session, newest first.
    public ObservableList<RunRecord> runs() {
        return FXCollections.unmodifiableObservableList(runs);
    }

    public ReadOnlyObjectProperty<Optional<RunRecord>> shownProperty() {
        return shown;
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
