package dev.lanescope.ui.session;

import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.kit.Job;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/// Writes what a screen shows into a file, in the background: one at a time, and never beside
/// something that is measured.
public final class Exporting {

    /// A file that is being written.
    ///
    /// @param share how much of it is there, 0 to 1; negative if that cannot be told
    public record Going(Path file, double share) {}

    private static final double STEP = 0.01;
    private static final double UNKNOWN = -1;

    private final SessionModel session;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Going>> going =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Job job;

    public Exporting(SessionModel session, Background background) {
        this.session = session;
        this.background = background;
    }

    /// The file that is being written.
    public ReadOnlyObjectProperty<Optional<Going>> goingProperty() {
        return going.getReadOnlyProperty();
    }

    /// Begins to write; what is being written is given up.
    public void begin(Handout handout, Handout.Kind kind, Path file) {
        if (session.isRunning()) {
            session.say(
                    Notice.Kind.INFO, "Stop the run before you export: writing would disturb it.");
            return;
        }
        cancel();
        session.dismissNotice();
        going.set(Optional.of(new Going(file, UNKNOWN)));
        var told = new Told(file);
        Studies.Known known =
                session.measuring().studies().of(handout.comparison().baseline().study());
        job =
                background.run(
                        "export " + file.getFileName(),
                        () -> {
                            handout.write(kind, known, file, told::at);
                            return file;
                        },
                        written -> {
                            going.set(Optional.empty());
                            session.say(
                                    Notice.saved(
                                            kind.title() + " is " + written,
                                            written,
                                            kind.isReadable()));
                        },
                        failure -> {
                            going.set(Optional.empty());
                            session.say(Notice.Kind.FAILURE, Sentence.of(failure));
                        });
    }

    /// Gives up what is being written; no file is left, and one that was there stays as it was.
    public void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        going.set(Optional.empty());
    }

    /// Tells the window how far it has come, but not too often.
    private final class Told {
        private final Path file;
        private double last;

        Told(Path file) {
            this.file = file;
        }

        void at(double share) {
            if (share - last >= STEP) {
                last = share;
                FxThread.later(() -> {
                    if (going.get().filter(now -> now.file().equals(file)).isPresent()) {
                        going.set(Optional.of(new Going(file, share)));
                    }
                });
            }
        }
    }
}
