package dev.lanescope.ui.session;

import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.kit.Job;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Something that is tried out case by case in the background, and can be given up.
///
/// @param <F> what is found in one case
public final class Trial<F> {

    /// Tries out all cases; an interrupt ends it.
    interface Cases<F> {
        void tryAll(Consumer<F> found) throws Exception;
    }

    private final Background background;
    private final String name;
    private final Cases<F> cases;
    private @Nullable Job job;

    /// @param name of the thread
    Trial(Background background, String name, Cases<F> cases) {
        this.background = background;
        this.name = name;
        this.cases = cases;
    }

    /// Begins with the first case. What is found is told case by case, and at last that it is over,
    /// all of it on the FX thread; nothing more once it was cancelled.
    ///
    /// @param over is given the reason if it could not go on, otherwise nothing
    public void begin(Consumer<F> receiver, Consumer<@Nullable String> over) {
        cancel();
        var found = new Found<>(receiver);
        Job now =
                background.run(
                        name,
                        () -> {
                            cases.tryAll(finding -> FxThread.later(() -> found.take(finding)));
                            return true;
                        },
                        _ -> over.accept(null),
                        failure -> over.accept(Sentence.of(failure)));
        found.job = now;
        job = now;
    }

    /// Ends it; the case under way is killed.
    public void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    /// Passes on what is found as long as somebody wants it; on the FX thread.
    private static final class Found<F> {

        private final Consumer<F> receiver;
        private @Nullable Job job;

        Found(Consumer<F> receiver) {
            this.receiver = receiver;
        }

        void take(F finding) {
            if (job == null || !job.isCancelled()) {
                receiver.accept(finding);
            }
        }
    }
}
