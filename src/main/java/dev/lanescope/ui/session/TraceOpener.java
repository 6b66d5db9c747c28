package dev.lanescope.ui.session;

import dev.lanescope.exchange.bundle.BundleFile;
import dev.lanescope.exchange.bundle.Question;
import dev.lanescope.exchange.in.TraceFiles;
import dev.lanescope.trace.TraceFileException;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.kit.Job;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens saved traces, ours and those of other tools, and bundles of studies: one file at a time,
/// in the background. A trace becomes a run of the session, a bundle as many as it holds.
public final class TraceOpener {

    /// A file that is being read.
    ///
    /// @param share how much of it has been read, 0 to 1
    public record Opening(Path file, double share) {}

    private static final double STEP = 0.01;

    private final SessionModel session;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Opening>> opening =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Job job;
    private Consumer<List<RunRecord>> onStudy = _ -> {};

    TraceOpener(SessionModel session, Background background) {
        this.session = session;
        this.background = background;
    }

    /// Who is told of the runs of a study that was opened, in its order.
    public void onStudy(Consumer<List<RunRecord>> told) {
        onStudy = told;
    }

    /// Reads a file; one that is still being read is given up. Refused while a run is going on,
    /// which it would disturb.
    public void open(Path file) {
        open(file, _ -> {});
    }

    /// The same.
    ///
    /// @param then is given the run of a trace as it stands in the library
    public void open(Path file, Consumer<RunRecord> then) {
        if (session.isRunning()) {
            session.say(Notice.Kind.INFO, "Stop the run before you open a trace.");
            return;
        }
        cancel();
        session.dismissNotice();
        opening.set(Optional.of(new Opening(file, 0)));
        var progress = new Progress(file);
        job =
                background.run(
                        "open " + file.getFileName(),
                        () -> read(file, progress),
                        found -> opened(found, then),
                        this::refused);
    }

    /// What a file held.
    ///
    /// @param question that of a bundle
    /// @param differences what of it its traces do not give
    private record Found(
            Path file,
            List<RunRecord> records,
            Optional<Question> question,
            List<String> differences) {}

    private static Found read(Path file, Progress progress)
            throws TraceFileException, InterruptedException {
        if (!BundleFile.isBundle(file)) {
            RunRecord record = RunRecord.opened(file, TraceFiles.open(file, progress::at));
            return new Found(file, List.of(record), Optional.empty(), List.of());
        }
        BundleFile.Opened opened = BundleFile.open(file, progress::at);
        return new Found(
                file,
                opened.bundle().traces().stream()
                        .map(trace -> RunRecord.opened(file, trace))
                        .toList(),
                Optional.of(opened.bundle().question()),
                opened.differences());
    }

    /// Gives up what is being read.
    public void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        opening.set(Optional.empty());
    }

    private void opened(Found found, Consumer<RunRecord> then) {
        opening.set(Optional.empty());
        if (found.question().isEmpty()) {
            RunRecord record = found.records().getFirst();
            // What has begun meanwhile stays in sight.
            then.accept(session.isRunning() ? session.shelve(record) : session.adopt(record));
            return;
        }
        List<RunRecord> records = found.records().stream().map(session::shelve).toList();
        session.measuring()
                .studies()
                .remember(
                        found.question().get(),
                        found.records().stream().map(RunRecord::trace).toList());
        found.differences().stream()
                .findFirst()
                .ifPresent(why ->
                        session.say(
                                Notice.Kind.WARNING,
                                found.file().getFileName() + " is not verified. " + why));
        if (!session.isRunning()) {
            session.show(records.getLast());
            onStudy.accept(records);
        }
    }

    private void refused(Throwable failure) {
        opening.set(Optional.empty());
        session.say(Notice.Kind.FAILURE, Sentence.of(failure));
    }

    /// The file that is being read.
    public ReadOnlyObjectProperty<Optional<Opening>> openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /// Tells the window how far it has come, but not too often.
    private final class Progress {
        private final Path file;
        private double told;

        Progress(Path file) {
            this.file = file;
        }

        void at(double share) {
            if (share - told >= STEP) {
                told = share;
                FxThread.later(() -> {
                    if (opening.get().filter(now -> now.file().equals(file)).isPresent()) {
                        opening.set(Optional.of(new Opening(file, share)));
                    }
                });
            }
        }
    }
}
