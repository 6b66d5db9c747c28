package dev.lanescope.cli;

import java.util.concurrent.Callable;

/// One command: what it takes, and what it does with what it was given.
interface Command extends Callable<Integer> {

    OptionSheet sheet();

    /// Does it.
    ///
    /// @return the number of an [ExitCode]
    @Override
    Integer call() throws Exception;
}
