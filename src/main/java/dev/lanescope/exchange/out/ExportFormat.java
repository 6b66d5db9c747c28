package dev.lanescope.exchange.out;

import dev.lanescope.trace.Snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A file format of other tools that a trace can be written in. What each keeps and loses stands in
/// `docs/exchange.md`.
public enum ExportFormat {
    CHROME(
            "chrome",
            "Chrome Trace Event JSON",
            "json",
            "Perfetto (ui.perfetto.dev), chrome://tracing, speedscope and the Firefox Profiler"
                    + " open it."),
    PERFETTO(
            "perfetto",
            "Perfetto protobuf",
            "pftrace",
            "Perfetto (ui.perfetto.dev) and its trace_processor open it."),
    JFR(
            "jfr",
            "JFR recording",
            "jfr",
            "JDK Mission Control, VisualVM and the JDK's own `jfr` command open it."),
    SPEEDSCOPE(
            "speedscope", "speedscope", "speedscope.json", "speedscope (speedscope.app) opens it."),
    FIREFOX(
            "firefox",
            "Firefox processed profile",
            "firefox.json",
            "The Firefox Profiler (profiler.firefox.com) opens it."),
    CSV("csv", "CSV", "csv", "Spreadsheets, DuckDB, R and pandas open it.");

    private final String id;
    private final String title;
    private final String extension;
    private final String openedBy;

    ExportFormat(String id, String title, String extension, String openedBy) {
        this.id = id;
        this.title = title;
        this.extension = extension;
        this.openedBy = openedBy;
    }

    /// What the terminal calls it.
    public String id() {
        return id;
    }

    /// What people call it.
    public String title() {
        return title;
    }

    /// How names of such files end, without the first dot.
    public String extension() {
        return extension;
    }

    /// One sentence: which programs open it.
    public String openedBy() {
        return openedBy;
    }

    public static Optional<ExportFormat> byId(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }

    /// The format that the name of a file asks for by its ending, also before `.gz`; of endings
    /// that contain each other the longest one counts.
    public static Optional<ExportFormat> byFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String plain =
                name.endsWith(TraceExport.PACKED) ? name.substring(0, name.length() - 3) : name;
        return Arrays.stream(values())
                .filter(format -> plain.endsWith("." + format.extension))
                .max((one, other) -> one.extension.length() - other.extension.length());
    }

    /// Writes a trace piece by piece; takes little memory, however long the trace is.
    ///
    /// @param out is given many small pieces, so it should have a buffer; stays open
    public void write(Snapshot trace, OutputStream out) throws IOException {
        switch (this) {
            case CHROME -> ChromeFile.write(trace, out);
            case PERFETTO -> PerfettoFile.write(trace, out);
            case JFR -> JfrFile.write(trace, out);
            case SPEEDSCOPE -> SpeedscopeFile.write(trace, out);
            case FIREFOX -> FirefoxFile.write(trace, out);
            case CSV -> CsvFile.write(trace, out);
        }
    }
}
