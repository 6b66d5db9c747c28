package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.session.Notice;
import dev.lanescope.ui.session.Sentence;
import dev.lanescope.ui.session.SessionModel;

/// Lets a model of Python run on the CPython that was chosen for all of them, or on the best one
/// where nobody chose. Where that one cannot do it, or is gone, it says so.
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
        session.pythons().wish(this::hasNone, why -> session.say(Notice.Kind.INFO, why));
        follow(python);
    }

    private void hasNone(Throwable why) {
        session.say(Notice.Kind.FAILURE, Sentence.begun(String.valueOf(why.getMessage())));
        if (session.modelProperty().get() instanceof PythonModel python) {
            follow(python);
        }
    }

    private void follow(PythonModel python) {
        PythonModel chosen = session.pythons().onChosen(python);
        if (!chosen.runtime().equals(python.runtime())
                || !chosen.obstacle().equals(python.obstacle())) {
            // the picker, which may be in the middle of choosing, has to be done first
            FxThread.later(() -> {
                if (session.modelProperty().get().equals(python)) {
                    session.modelProperty().set(session.pythons().onChosen(python));
                    session.pythons()
                            .chosenProperty()
                            .get()
                            .flatMap(python::refusal)
                            .ifPresent(why -> session.say(Notice.Kind.WARNING, why));
                }
            });
        }
    }
}
