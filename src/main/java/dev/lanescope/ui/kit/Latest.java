package dev.lanescope.ui.kit;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Function;

/// Answers questions in the background, one at a time, and of those that come meanwhile only the
/// last: what follows a picture that is being dragged never lags behind by more than one answer.
///
/// Lives on the FX thread.
///
/// @param <Q> a question
/// @param <A> an answer
public final class Latest<Q, A> {

    private final Background background;
    private final String name;
    private final Function<Q, A> work;
    private final Consumer<A> show;
    private @Nullable Q next;
    private boolean working;

    /// @param name what the thread is called while it works
    /// @param work runs in the background
    /// @param show is given the answers on the FX thread, in the order of the questions
    public Latest(Background background, String name, Function<Q, A> work, Consumer<A> show) {
        this.background = background;
        this.name = name;
        this.work = work;
        this.show = show;
    }

    /// Asks. An older question that nobody works at yet is dropped.
    public void ask(Q question) {
        next = question;
        if (!working) {
            begin();
        }
    }

    /// Drops the question that nobody works at yet.
    public void forget() {
        next = null;
    }

    private void begin() {
        Q question = next;
        if (question == null) {
            return;
        }
        next = null;
        working = true;
        var _ =
                background.run(
                        name,
                        () -> work.apply(question),
                        answer -> {
                            working = false;
                            show.accept(answer);
                            begin();
                        },
                        failure -> {
                            working = false;
                            begin();
                            Thread here = Thread.currentThread();
                            here.getUncaughtExceptionHandler().uncaughtException(here, failure);
                        });
    }
}
