package dev.lanescope.exchange.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a report can be written as.
public enum ReportFormat {
    HTML(List.of(".html", ".htm")),
    MARKDOWN(List.of(".md", ".markdown"));

    private final List<String> endings;

    ReportFormat(List<String> endings) {
        this.endings = endings;
    }

    /// The format that the name of a file asks for by its ending.
    public static Optional<ReportFormat> byFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(name::endsWith))
                .findFirst();
    }
}
