package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.session.Notice;
import dev.lanescope.ui.session.Sentence;
import dev.lanescope.ui.session.SessionModel;

/// Lets a model of Python run on the CPython that was chosen for all of them, or on the best one
/// where nobody chose or that one cannot do it.
final class OnChosenRuntime {

    private final SessionModel session;

    OnChosenRuntime(SessionModel session) {
        this.session = session;
        session.modelProperty().subscribe(this::keep);
        session.pythons().chosenProperty().subscribe(this::keep);
    }

    private void keep() {
        if (!(session.modelProperty().get() instanceof PythonModel python)) {
            return;
        }
        session.pythons()
                .wish(why ->
                        session.say(
                                Notice.Kind.FAILURE,
                                Sentence.begun(String.valueOf(why.getMessage()))));
        if (!session.pythons().onChosen(python).runtime().equals(python.runtime())) {
            // the picker, which may be in the middle of choosing, has to be done first
            FxThread.later(() -> {
                if (session.modelProperty().get().equals(python)) {
                    session.modelProperty().set(session.pythons().onChosen(python));
                }
            });
        }
    }
}
