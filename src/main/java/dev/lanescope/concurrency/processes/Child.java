package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.crossing.ClockMatch;
import dev.lanescope.concurrency.kit.Life;
import dev.lanescope.concurrency.kit.Life.Phase;
import dev.lanescope.concurrency.processes.wire.Line;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// A child process that has answered.
///
/// @param clock turns its clock into ours
/// @param life in which part of its life it is; from [Phase#WARM] on when it has answered
record Child(Process process, Line line, Output output, ClockMatch clock, Life life) {

    private static final long LAST_WORDS_SECONDS = 1;

    long pid() {
        return process.pid();
    }

    /// Returns when it is dead and nothing of it is left; kills it if it has not ended by itself.
    ///
    /// @return its exit code
    int bury() throws InterruptedException {
        try {
            line.close();
        } catch (IOException _) {
            // it is closed then
        }
        int exit = end(process, output);
        var _ = life.to(Phase.CLOSED);
        return exit;
    }

    static int end(Process process, Output output) throws InterruptedException {
        if (!process.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        int exit = process.waitFor();
        output.await();
        return exit;
    }
}
