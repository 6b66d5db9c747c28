package dev.lanescope.cli;

import dev.lanescope.exchange.out.ExportFormat;
import dev.lanescope.trace.TraceFile;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a trace is exported as, and where to.
record ExportTarget(ExportFormat format, Path file) {

    /// Finds out what the user wants and whether it can be.
    ///
    /// @param formatId null if the user did not say: as the ending of the file says
    /// @param out null if the user did not say: beside the trace, under its name
    static ExportTarget of(
            Path trace, @Nullable String formatId, @Nullable Path out, boolean overwrite)
            throws TerminalException {
        ExportFormat format = formatId == null ? guessed(out) : named(formatId);
        Path wanted = out == null ? beside(trace, format) : out;
        if (wanted.toAbsolutePath().normalize().equals(trace.toAbsolutePath().normalize())) {
            throw TerminalException.badInput(
                    wanted + " is the trace itself; choose another place with --out.");
        }
        Path file = NewFile.checked(wanted, Optional.empty(), overwrite);
        return new ExportTarget(format, file);
    }

    private static ExportFormat named(String id) throws TerminalException {
        List<String> ids = Arrays.stream(ExportFormat.values()).map(ExportFormat::id).toList();
        return ExportFormat.byId(id)
                .orElseThrow(() ->
                        TerminalException.badInput(
                                "there is no format '"
                                        + id
                                        + "'; there are "
                                        + String.join(", ", ids)
                                        + "."
                                        + Nearest.question(id, ids)));
    }

    private static ExportFormat guessed(@Nullable Path out) throws TerminalException {
        if (out == null) {
            throw TerminalException.badInput(
                    "say what to make of it: give --format, or --out with an ending that tells.");
        }
        return ExportFormat.byFile(out)
                .orElseThrow(() ->
                        TerminalException.badInput(
                                "the ending of "
                                        + out.getFileName()
                                        + " does not tell the format; give --format, or one of "
                                        + endings()
                                        + "."));
    }

    private static String endings() {
        return Arrays.stream(ExportFormat.values())
                .map(format -> "." + format.extension())
                .collect(Collectors.joining(", "));
    }

    private static Path beside(Path trace, ExportFormat format) {
        String name = String.valueOf(trace.getFileName());
        String ending = "." + TraceFile.EXTENSION;
        String stem =
                name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
        return trace.resolveSibling(stem + "." + format.extension());
    }

    /// The file's own name, as far as it fits into a line.
    String shortName() {
        String name = Plain.of(String.valueOf(file.getFileName()));
        return name.length() <= 60 ? name : name.substring(0, 60);
    }
}
