package dev.lanescope.exchange.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a report can be written as.
public enum ReportFormat {
    HTML(".html", ".htm"),
    MARKDOWN(".md", ".markdown");

    private final String ending;
    private final String otherEnding;

    ReportFormat(String ending, String otherEnding) {
        this.ending = ending;
        this.otherEnding = otherEnding;
    }

    /// The format that the name of a file asks for by its ending.
    public static Optional<ReportFormat> byFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending) || name.endsWith(format.otherEnding))
                .findFirst();
    }
}
