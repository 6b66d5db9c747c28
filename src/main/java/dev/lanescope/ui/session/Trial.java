package dev.lanescope.ui.session;

import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.kit.Job;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
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
    private final Trials trials;
    private final String name;
    private final String what;
    private final Cases<F> cases;
    private @Nullable Job job;

    /// @param trials of which only one goes on
    /// @param name of the thread
    /// @param what goes on, as the beginning of a sentence
    Trial(Background background, Trials trials, String name, String what, Cases<F> cases) {
        this.background = background;
        this.trials = trials;
        this.name = name;
        this.what = what;
        this.cases = cases;
    }

    /// Begins with the first case, if nothing else is going on. What is found is told case by case,
    /// and at last that it is over, all of it on the FX thread; nothing more once it was cancelled.
    ///
    /// @param over is given the reason if it could not go on, otherwise nothing
    public void begin(Consumer<F> receiver, Consumer<@Nullable String> over) {
        cancel();
        Optional<String> refusal = trials.refusalProperty().get();
        if (refusal.isPresent()) {
            over.accept(refusal.get());
            return;
        }
        trials.begins(this, what);
        var found = new Found<>(receiver);
        Job now =
                background.run(
                        name,
                        () -> {
                            cases.tryAll(finding -> FxThread.later(() -> found.take(finding)));
                            return true;
                        },
                        _ -> over(over, null),
                        failure -> over(over, Sentence.of(failure)));
        found.job = now;
        job = now;
    }

    private void over(Consumer<@Nullable String> receiver, @Nullable String why) {
        trials.ends(this);
        receiver.accept(why);
    }

    /// Ends it; the case under way is killed.
    public void cancel() {
        if (job != null) {
            job.cancel();
            trials.ends(this);
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
