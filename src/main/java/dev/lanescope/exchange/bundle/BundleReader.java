package dev.lanescope.exchange.bundle;

import dev.lanescope.trace.Refusal;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.TraceFileException;
import dev.lanescope.trace.WholeFile;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Reads a bundle and believes nothing: only parts that a bundle can have, each once, each as long
/// as the manifest says and with its SHA-256. Traces must be stored and not packed, so nothing
/// grows by being read, and together they are held to a share of this JVM's memory.
final class BundleReader {

    private static final String STACK = "stackNanos";
    private static final int MOST_JSON_BYTES = 16 << 20;

    /// What a span takes in memory at most, with its part of the sums kept behind it.
    private static final long SPAN_BYTES = 48;

    private static final long NAME_BYTES = 200;

    private final ZipFile zip;
    private final DoubleConsumer progress;
    private long memoryLeft;

    BundleReader(ZipFile zip, long mostBytes, DoubleConsumer progress) {
        this.zip = zip;
        this.memoryLeft = mostBytes;
        this.progress = progress;
    }

    /// A bundle as it was read.
    ///
    /// @param results what stands in it as its results
    record Read(Bundle bundle, JsonNode results) {}

    Read read() throws IOException, InterruptedException {
        checkNames();
        Manifest manifest = manifest();
        Set<String> parts = new HashSet<>();
        manifest.parts().forEach(part -> parts.add(part.name()));
        if (zip.size() != parts.size() + 1) {
            throw new Refusal("is damaged: its manifest does not list all of its parts");
        }
        JsonNode results = null;
        var traces = new ArrayList<Snapshot>();
        for (Manifest.Part part : manifest.parts()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (part.isTrace()) {
                traces.add(trace(part));
            } else {
                results = json(checked(part));
            }
            progress.accept((double) (traces.size() + 1) / (manifest.parts().size() + 1));
        }
        if (results == null) {
            throw new Refusal("has no results");
        }
        return new Read(new Bundle(manifest.question(), traces), results);
    }

    private void checkNames() throws Refusal {
        Set<String> names = new HashSet<>();
        if (zip.size() > Bundle.MOST_TRACES + 2) {
            throw new Refusal("is no study's bundle: it holds " + zip.size() + " parts");
        }
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            if (!name.equals(Manifest.NAME) && !Manifest.isPart(name)) {
                throw new Refusal("is no study's bundle: it holds a part that none has");
            }
            if (!names.add(name)) {
                throw new Refusal("is damaged: it holds " + name + " twice");
            }
        }
    }

    private Manifest manifest() throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new Refusal("is no study's bundle: it has no manifest");
        }
        JsonNode json = json(bytes(entry));
        int format = json.path("format").asInt(0);
        if (format > Manifest.FORMAT) {
            throw new Refusal(
                    "was written by a newer Lanescope (bundle format "
                            + format
                            + ", this one reads "
                            + Manifest.FORMAT
                            + "): update Lanescope to open it");
        }
        try {
            return BundleWriter.JSON.treeToValue(json, Manifest.class);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new Refusal("is damaged: its manifest cannot be read", e);
        }
    }

    private static JsonNode json(byte[] bytes) throws Refusal {
        try {
            return BundleWriter.JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new Refusal("is damaged: it holds JSON that is none", e);
        }
    }

    private byte[] bytes(ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_JSON_BYTES + 1);
            if (bytes.length > MOST_JSON_BYTES) {
                throw new Refusal("unpacks to more than any study's bundle holds");
            }
            return bytes;
        }
    }

    private byte[] checked(Manifest.Part part) throws IOException {
        byte[] bytes = bytes(entry(part));
        if (bytes.length != part.bytes() || !Sha256.of(bytes).equals(part.sha256())) {
            throw changed(part);
        }
        return bytes;
    }

    private ZipEntry entry(Manifest.Part part) throws Refusal {
        ZipEntry entry = zip.getEntry(part.name());
        if (entry == null) {
            throw new Refusal("is damaged: " + part.name() + " is missing");
        }
        return entry;
    }

    private static Refusal changed(Manifest.Part part) {
        return new Refusal(
                "was changed or is damaged: " + part.name() + " is not what the manifest says");
    }

    private Snapshot trace(Manifest.Part part) throws IOException, InterruptedException {
        ZipEntry entry = entry(part);
        if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != part.bytes()) {
            throw changed(part);
        }
        Path copy = Files.createTempFile("lanescope-bundle", ".lanescope");
        try {
            copy(entry, part, copy);
            Snapshot trace = TraceFile.read(copy, memoryLeft, _ -> {});
            memoryLeft -= taken(trace);
            if (memoryLeft < 0) {
                throw new Refusal("is too big for this Java (raise -Xmx)");
            }
            return trace;
        } catch (TraceFileException e) { // it names the copy, which nobody knows
            throw new Refusal(
                    "holds a trace that cannot be read: "
                            + part.name()
                            + String.valueOf(e.getMessage()).replace(copy.toString(), ""),
                    e);
        } finally {
            WholeFile.discard(copy);
        }
    }

    private void copy(ZipEntry entry, Manifest.Part part, Path copy) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(copy), digest)) {
            long left = part.bytes();
            byte[] buffer = new byte[1 << 16];
            while (left > 0) {
                int got = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (got < 0) {
                    throw changed(part);
                }
                out.write(buffer, 0, got);
                left -= got;
            }
        }
        if (!Sha256.words(digest.digest()).equals(part.sha256())) {
            throw changed(part);
        }
    }

    private static long taken(Snapshot trace) {
        return SPAN_BYTES * trace.spans() + NAME_BYTES * trace.info().items().size();
    }

    /// What differs between the results in a bundle and those that its traces give, as a sentence.
    static List<String> differences(Read read) {
        JsonNode told = read.results();
        JsonNode found =
                BundleWriter.JSON.readTree(
                        BundleWriter.JSON.writeValueAsBytes(
                                Results.of(read.bundle().comparison())));
        var differences = new ArrayList<String>();
        if (!told.path("objections").equals(found.path("objections"))) {
            differences.add("The objections are not those that its traces give.");
        }
        JsonNode settings = found.path("settings");
        if (told.path("settings").size() != settings.size()) {
            differences.add("It tells of other settings than its traces.");
            return differences;
        }
        for (int setting = 0; setting < settings.size(); setting++) {
            JsonNode one = told.path("settings").path(setting);
            JsonNode other = settings.path(setting);
            for (String key : other.propertyNames()) {
                if (!isSame(key, one.path(key), other.path(key))) {
                    differences.add(
                            "Its results for "
                                    + other.path("model").asString()
                                    + " \u00d7 "
                                    + other.path("workers").asInt()
                                    + " are not those that its traces give: "
                                    + key
                                    + ".");
                }
            }
        }
        return differences;
    }

    /// A stack may have been divided into other parts by an older version; what it comes to is the
    /// same.
    private static boolean isSame(String key, JsonNode told, JsonNode found) {
        boolean otherParts =
                key.equals(STACK)
                        && !told.isEmpty()
                        && !Set.copyOf(told.propertyNames())
                                .equals(Set.copyOf(found.propertyNames()));
        return otherParts ? sum(told) == sum(found) : told.equals(found);
    }

    private static long sum(JsonNode parts) {
        return parts.valueStream().mapToLong(JsonNode::asLong).sum();
    }
}
