package dev.lanescope;

import dev.lanescope.cli.Display;
import dev.lanescope.cli.Streams;
import dev.lanescope.cli.Terminal;
import dev.lanescope.cli.TimelinePicture.Finished;
import dev.lanescope.ui.LanescopeApp;
import dev.lanescope.ui.WindowPicture;
import dev.lanescope.ui.kit.Theme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Picks the window or the terminal; nothing else.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        var terminal = new Terminal(Streams.ofThisProcess(), Main::paint);
        if (!Terminal.wantsWindow(args)) {
            end(terminal.run(args));
            return;
        }
        if (!Display.isThere()) {
            System.exit(terminal.runInstead("No display found", args));
        }
        try {
            LanescopeApp.open(Terminal.shownByWindow(args).stream().toArray(String[]::new));
        } catch (UnsupportedOperationException | LinkageError e) { // a display nobody answers at
            String why = "The window cannot open (" + e.getMessage() + ")";
            System.exit(terminal.runInstead(why, args));
        }
    }

    /// Ends the process. If nobody else keeps it alive, the end of `main` is enough: for
    /// [System#exit] the JVM looks for a logger, and opens every jar for that.
    private static void end(int code) {
        if (code != 0 || !isAlone()) {
            System.exit(code);
        }
    }

    private static boolean isAlone() {
        long self = Thread.currentThread().threadId();
        var threads = new Thread[Thread.activeCount() + 1];
        int alive = Thread.enumerate(threads);
        return alive < threads.length
                && Arrays.stream(threads, 0, alive)
                        .allMatch(each -> each.isDaemon() || each.threadId() == self);
    }

    private static void paint(List<Finished> runs, Path png)
            throws IOException, InterruptedException {
        WindowPicture.paint(
                runs.stream()
                        .map(run -> new WindowPicture.Finished(run.experiment(), run.result()))
                        .toList(),
                Theme.DARK,
                png);
    }
}
