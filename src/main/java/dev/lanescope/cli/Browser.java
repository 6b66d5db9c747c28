package dev.lanescope.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The user's browser, reached by the system's own command, because the terminal has no toolkit.
final class Browser {

    private Browser() {}

    /// Opens an address.
    ///
    /// @return why it could not, as one sentence
    static Optional<String> open(URI address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command =
                system.startsWith("windows")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                        : List.of(
                                system.startsWith("mac") ? "open" : "xdg-open", address.toString());
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return Optional.empty();
        } catch (IOException _) {
            return Optional.of("no browser could be opened; open the address yourself.");
        }
    }
}
