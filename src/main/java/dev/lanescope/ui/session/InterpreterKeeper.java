package dev.lanescope.ui.session;

import dev.lanescope.concurrency.isolated.Interpreter;
import dev.lanescope.concurrency.isolated.Interpreters;
import dev.lanescope.ui.kit.Background;

import java.util.List;
import java.util.function.Consumer;

/// The interpreters of this app, as people handle them. They are made and ended in the background,
/// for both take a while.
public final class InterpreterKeeper {

    private final Background background;
    private final Interpreters interpreters;

    InterpreterKeeper(Background background, Interpreters interpreters) {
        this.background = background;
        this.interpreters = interpreters;
    }

    /// All there are now.
    public List<Interpreter> list() {
        return interpreters.list();
    }

    /// Makes another one.
    ///
    /// @param over is given a sentence that says how it went
    public void create(Consumer<String> over) {
        background.run(
                "create interpreter",
                interpreters::create,
                made -> over.accept("Made " + made + "; it warms up in its first run."),
                failure -> over.accept("None could be made: " + failure));
    }

    /// Ends those of them that are not at work.
    ///
    /// @param over is given a sentence that says how it went
    public void destroy(List<Interpreter> chosen, Consumer<String> over) {
        List<Interpreter> idle =
                chosen.stream().filter(each -> !interpreters.isTaken(each)).toList();
        background.run(
                "destroy interpreters",
                () -> {
                    for (Interpreter each : idle) {
                        interpreters.destroy(each);
                    }
                    return idle.size();
                },
                ended ->
                        over.accept(
                                ended == chosen.size()
                                        ? "Ended " + ended + "; nothing of them is left."
                                        : "Ended " + ended + "; the others work in a run."),
                failure -> over.accept("Not all could be ended: " + failure.getMessage()));
    }
}
