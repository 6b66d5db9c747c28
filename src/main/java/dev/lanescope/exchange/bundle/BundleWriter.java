package dev.lanescope.exchange.bundle;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.TraceFileException;
import dev.lanescope.trace.WholeFile;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a bundle: a zip archive whose first part is the manifest. Traces are packed by themselves
/// and only stored.
///
/// Whoever writes passes over each trace twice, so that the manifest can come first; meanwhile the
/// traces lie in a temporary folder.
final class BundleWriter {

    /// Like the terminal's JSON: in the order of the components, indented.
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private final Bundle bundle;
    private final DoubleConsumer progress;

    BundleWriter(Bundle bundle, DoubleConsumer progress) {
        this.bundle = bundle;
        this.progress = progress;
    }

    void write(Path file) throws TraceFileException, InterruptedException {
        var traces = new ArrayList<Path>();
        try {
            Path folder = Files.createTempDirectory("lanescope-bundle");
            try {
                for (Snapshot trace : bundle.traces()) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    Path written = folder.resolve(traces.size() + ".lanescope");
                    traces.add(written);
                    TraceFile.write(trace, written);
                    progress.accept((double) traces.size() / (bundle.traces().size() + 1));
                }
                WholeFile.write(file, out -> writeParts(traces, out));
            } finally {
                traces.forEach(WholeFile::discard);
                WholeFile.discard(folder);
            }
        } catch (TraceFileException e) {
            throw e;
        } catch (IOException e) {
            throw new TraceFileException(file, "cannot be written: " + e.getMessage(), e);
        }
    }

    private void writeParts(List<Path> traces, OutputStream raw) throws IOException {
        byte[] results = JSON.writeValueAsBytes(Results.of(bundle.comparison()));
        var parts = new ArrayList<Manifest.Part>();
        parts.add(new Manifest.Part(Manifest.RESULTS, results.length, Sha256.of(results)));
        for (Path trace : traces) {
            try (InputStream in = Files.newInputStream(trace)) {
                String name = Manifest.traceName(parts.size());
                parts.add(new Manifest.Part(name, Files.size(trace), Sha256.of(in)));
            }
        }
        var manifest = new Manifest(Manifest.FORMAT, bundle.question(), parts);
        var out = new ZipOutputStream(new BufferedOutputStream(raw));
        packed(Manifest.NAME, JSON.writeValueAsBytes(manifest), out);
        packed(Manifest.RESULTS, results, out);
        for (int trace = 0; trace < traces.size(); trace++) {
            stored(parts.get(trace + 1).name(), traces.get(trace), out);
        }
        out.finish();
        out.flush();
    }

    private static void packed(String name, byte[] bytes, ZipOutputStream out) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private static void stored(String name, Path file, ZipOutputStream out) throws IOException {
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(Files.size(file));
        entry.setCrc(crc(file));
        out.putNextEntry(entry);
        Files.copy(file, out);
        out.closeEntry();
    }

    private static long crc(Path file) throws IOException {
        var crc = new CRC32();
        try (var in =
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), crc)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return crc.getValue();
    }
}
