package dev.lanescope.reuse;

import dev.lanescope.content.RelativePath;
import dev.lanescope.pipeline.Provenance;
import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.fingerprint.Hasher;
import dev.lanescope.pipeline.output.OutputTree;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A [Manifest] as a file of the output folder: magic, version, the hash of the rest, and the rest.
/// The file is untrusted: whatever is odd about it, it counts as not there, and all is rendered.
final class ManifestFile {

    private static final int MAGIC = 0x4c_53_42_52; // "LSBR"
    private static final int VERSION = 2;
    private static final int HEAD = 2 * Integer.BYTES + ContentHash.BYTES;
    private static final int MAX_BYTES = 512 * 1024 * 1024;
    private static final int MAX_ENTRIES = 1_000_000;

    private ManifestFile() {}

    /// Reads the record of the last build in a folder; empty if there is none that can be used.
    static Optional<Manifest> read(Path folder) {
        Path file = folder.resolve(OutputTree.BUILD_RECORD);
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.size(file) > MAX_BYTES) {
                return Optional.empty();
            }
            byte[] bytes = in.readNBytes(MAX_BYTES);
            return bytes.length < HEAD ? Optional.empty() : Optional.ofNullable(parse(bytes));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static @Nullable Manifest parse(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC || in.readInt() != VERSION) {
            return null;
        }
        ContentHash hash = ContentHash.read(in);
        if (!new Hasher().of(Arrays.copyOfRange(bytes, HEAD, bytes.length)).equals(hash)) {
            return null;
        }
        var frame = new Frame(ContentHash.read(in), ContentHash.read(in), ContentHash.read(in));
        long targets = in.readLong();
        Map<String, KeptPage> pages = map(in, () -> page(in));
        Map<String, KeptFile> assets =
                map(in, () -> new KeptFile(Written.read(in), Written.read(in)));
        Map<String, Written> others = map(in, () -> Written.read(in));
        Map<String, ContentHash> madeOf = map(in, () -> ContentHash.read(in));
        return in.available() > 0
                ? null
                : new Manifest(frame, targets, pages, assets, others, madeOf);
    }

    private static KeptPage page(DataInputStream in) throws IOException {
        Written source = Written.read(in);
        ContentHash surroundings = ContentHash.read(in);
        Provenance provenance = Provenance.read(in);
        return new KeptPage(source, surroundings, provenance, path(in), Written.read(in));
    }

    private interface Reading<T> {
        T next() throws IOException;
    }

    private static <T> Map<String, T> map(DataInputStream in, Reading<T> reading)
            throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MAX_ENTRIES) {
            throw new IOException("a record of " + count + " files");
        }
        Map<String, T> map = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            map.put(path(in), reading.next());
        }
        return map;
    }

    private static String path(DataInputStream in) throws IOException {
        String path = in.readUTF();
        RelativePath.check(path);
        return path;
    }

    /// Writes the record; it appears whole.
    static void write(Path folder, Manifest manifest) throws IOException {
        var rest = new ByteArrayOutputStream(512 * manifest.pages().size() + 1024);
        var out = new DataOutputStream(rest);
        manifest.frame().program().write(out);
        manifest.frame().settings().write(out);
        manifest.frame().templates().write(out);
        out.writeLong(manifest.targets());
        out.writeInt(manifest.pages().size());
        for (var entry : manifest.pages().entrySet()) {
            out.writeUTF(entry.getKey());
            write(out, entry.getValue());
        }
        out.writeInt(manifest.assets().size());
        for (var entry : manifest.assets().entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().source().write(out);
            entry.getValue().copy().write(out);
        }
        out.writeInt(manifest.others().size());
        for (var entry : manifest.others().entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().write(out);
        }
        out.writeInt(manifest.madeOf().size());
        for (var entry : manifest.madeOf().entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().write(out);
        }
        byte[] bytes = rest.toByteArray();
        Path unfinished = folder.resolve(OutputTree.BUILD_RECORD + ".part");
        try (var file = new DataOutputStream(Files.newOutputStream(unfinished))) {
            file.writeInt(MAGIC);
            file.writeInt(VERSION);
            new Hasher().of(bytes).write(file);
            file.write(bytes);
        }
        Files.move(
                unfinished,
                folder.resolve(OutputTree.BUILD_RECORD),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(DataOutput out, KeptPage page) throws IOException {
        page.source().write(out);
        page.surroundings().write(out);
        page.provenance().write(out);
        out.writeUTF(page.output());
        page.html().write(out);
    }
}
