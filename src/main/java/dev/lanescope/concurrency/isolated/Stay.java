package dev.lanescope.concurrency.isolated;

import dev.lanescope.concurrency.RunAborted;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// An interpreter in one run: its session, which whichever of its threads comes first begins.
final class Stay {

    private final Interpreter interpreter;
    private final FutureTask<Door> door;
    private volatile boolean givenUp;

    Stay(Interpreter interpreter, byte[] setup, long switchNanos) {
        this.interpreter = interpreter;
        this.door =
                new FutureTask<>(() -> {
                    Door opened = Door.open(interpreter.loader(), setup, switchNanos);
                    interpreter.isSetUp();
                    return opened;
                });
    }

    Interpreter interpreter() {
        return interpreter;
    }

    /// Its session, waited for.
    Door door() throws RunAborted, InterruptedException {
        door.run();
        try {
            return door.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RunAborted why
                    ? why
                    : new RunAborted("an interpreter could not be set up: " + e.getCause(), e);
        }
    }

    /// A thread hangs in it. The others can come to need what that one keeps, so all leave it.
    void giveUp() {
        givenUp = true;
        stop();
    }

    boolean isGivenUp() {
        return givenUp;
    }

    /// Asks the session to stop, if it has begun.
    void stop() {
        if (door.state() == FutureTask.State.SUCCESS) {
            door.resultNow().stop();
        }
    }
}
