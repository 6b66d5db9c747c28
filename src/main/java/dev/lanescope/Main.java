package dev.lanescope;

import dev.lanescope.cli.Display;
import dev.lanescope.cli.Streams;
import dev.lanescope.cli.Terminal;
import dev.lanescope.cli.TimelinePicture;
import dev.lanescope.ui.LanescopeApp;

/// Picks the window or the terminal; nothing else.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        boolean wantsWindow = Terminal.wantsWindow(args);
        if (wantsWindow && Display.isThere()) {
            LanescopeApp.open(args);
            return;
        }
        var terminal = new Terminal(Streams.ofThisProcess(), picture());
        System.exit(wantsWindow ? terminal.runWithoutDisplay(args) : terminal.run(args));
    }

    private static TimelinePicture picture() {
        return (_, _) -> {
            throw new UnsupportedOperationException("the window does not paint itself yet");
        };
    }
}
