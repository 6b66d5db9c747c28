package dev.lanescope.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A site as bytes: magic, version, folder, pages, sections, assets, skipped. A string is its
/// length in UTF-8 bytes and the bytes; a list its length and its elements. Every length is checked
/// against what is left before anything is allocated.
final class SiteBytes {

    private static final int MAGIC = 0x4c_53_49_54; // "LSIT"
    private static final int VERSION = 1;

    private SiteBytes() {}

    static byte[] write(Site site) {
        var bytes = new ByteArrayOutputStream(64 * site.pages().size() + 1024);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            string(out, site.folder().toString());
            out.writeInt(site.pages().size());
            for (Page page : site.pages()) {
                string(out, page.source());
                string(out, page.output());
                out.writeLong(page.bytes());
                out.writeInt(page.section());
                string(out, page.title());
            }
            out.writeInt(site.sections().size());
            for (Section section : site.sections()) {
                out.writeInt(section.parent());
                string(out, section.path());
                string(out, section.title());
                out.writeBoolean(section.indexed());
                out.writeInt(section.first());
                out.writeInt(section.direct());
                out.writeInt(section.end());
                out.writeInt(section.children().size());
                for (int child : section.children()) {
                    out.writeInt(child);
                }
            }
            strings(out, site.assets());
            strings(out, site.skipped());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        return bytes.toByteArray();
    }

    static Site read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("these bytes are not a site");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException("a site of version " + version + ", not " + VERSION);
            }
            Path folder = Path.of(string(in));
            int pageCount = length(in, 24);
            List<Page> pages = new ArrayList<>(pageCount);
            for (int id = 0; id < pageCount; id++) {
                pages.add(
                        new Page(
                                id,
                                string(in),
                                string(in),
                                in.readLong(),
                                in.readInt(),
                                PageInfo.titled(string(in)),
                                List.of()));
            }
            int sectionCount = length(in, 29);
            List<Section> sections = new ArrayList<>(sectionCount);
            for (int id = 0; id < sectionCount; id++) {
                sections.add(section(in, id));
            }
            var site = new Site(folder, pages, sections, strings(in), strings(in), List.of());
            if (in.available() > 0) {
                throw new IOException("a site with " + in.available() + " bytes too many");
            }
            return site;
        } catch (IllegalArgumentException e) {
            throw new IOException("these bytes are not a site: " + e.getMessage(), e);
        }
    }

    private static Section section(DataInputStream in, int id) throws IOException {
        int parent = in.readInt();
        String path = string(in);
        String title = string(in);
        boolean indexed = in.readBoolean();
        int first = in.readInt();
        int direct = in.readInt();
        int end = in.readInt();
        int childCount = length(in, 4);
        List<Integer> children = new ArrayList<>(childCount);
        for (int i = 0; i < childCount; i++) {
            children.add(in.readInt());
        }
        return new Section(
                id, parent, path, title, indexed, first, direct, end, children, java.util.Map.of());
    }

    private static void strings(DataOutputStream out, List<String> strings) throws IOException {
        out.writeInt(strings.size());
        for (String string : strings) {
            string(out, string);
        }
    }

    private static List<String> strings(DataInputStream in) throws IOException {
        int count = length(in, 4);
        List<String> strings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            strings.add(string(in));
        }
        return strings;
    }

    private static void string(DataOutputStream out, String string) throws IOException {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String string(DataInputStream in) throws IOException {
        byte[] bytes = new byte[length(in, 1)];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// A length whose elements take at least so many bytes each: no more than what is left.
    private static int length(DataInputStream in, int bytesEach) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available() / bytesEach) {
            throw new IOException("a length of " + length + " with " + in.available() + " left");
        }
        return length;
    }
}
