package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A site as bytes: magic, version, folder, pages, sections, assets, skipped, drafts; strings and
/// lists as in [LengthPrefixed].
final class SiteBytes {

    private static final int MAGIC = 0x4c_53_49_54; // "LSIT"
    private static final int VERSION = 2;
    private static final int LEAST_PAGE = 41; // bytes, with every string and list empty
    private static final int LEAST_SECTION = 37;

    private SiteBytes() {}

    static byte[] write(Site site) {
        var bytes = new ByteArrayOutputStream(128 * site.pages().size() + 1024);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            LengthPrefixed.writeString(out, site.folder().toString());
            out.writeInt(site.pages().size());
            for (Page page : site.pages()) {
                page(out, page);
            }
            out.writeInt(site.sections().size());
            for (Section section : site.sections()) {
                int parent = section.parent();
                section(
                        out,
                        section,
                        parent < 0 ? Map.of() : site.sections().get(parent).defaults());
            }
            LengthPrefixed.writeStrings(out, site.assets());
            LengthPrefixed.writeStrings(out, site.skipped());
            LengthPrefixed.writeStrings(out, site.drafts());
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
            Path folder = Path.of(LengthPrefixed.readString(in));
            int pageCount = LengthPrefixed.readLength(in, LEAST_PAGE);
            List<Page> pages = new ArrayList<>(pageCount);
            for (int id = 0; id < pageCount; id++) {
                pages.add(page(in, id));
            }
            int sectionCount = LengthPrefixed.readLength(in, LEAST_SECTION);
            List<Section> sections = new ArrayList<>(sectionCount);
            for (int id = 0; id < sectionCount; id++) {
                sections.add(section(in, id, sections));
            }
            var site =
                    new Site(
                            folder,
                            pages,
                            sections,
                            LengthPrefixed.readStrings(in),
                            LengthPrefixed.readStrings(in),
                            LengthPrefixed.readStrings(in));
            if (in.available() > 0) {
                throw new IOException("a site with " + in.available() + " bytes too many");
            }
            return site;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("these bytes are not a site: " + e.getMessage(), e);
        }
    }

    private static void page(DataOutputStream out, Page page) throws IOException {
        LengthPrefixed.writeString(out, page.source());
        LengthPrefixed.writeString(out, page.output());
        out.writeLong(page.bytes());
        out.writeInt(page.section());
        PageInfo info = page.info();
        LengthPrefixed.writeString(out, info.title());
        LengthPrefixed.writeString(out, info.description());
        out.writeBoolean(info.date() != null);
        if (info.date() != null) {
            out.writeLong(info.date().toEpochDay());
        }
        LengthPrefixed.writeStrings(out, info.tags());
        LengthPrefixed.writeStrings(out, info.categories());
        LengthPrefixed.writeStrings(out, page.aliases());
    }

    private static Page page(DataInputStream in, int id) throws IOException {
        String source = LengthPrefixed.readString(in);
        String output = LengthPrefixed.readString(in);
        long bytes = in.readLong();
        int section = in.readInt();
        String title = LengthPrefixed.readString(in);
        String description = LengthPrefixed.readString(in);
        @Nullable LocalDate date = in.readBoolean() ? LocalDate.ofEpochDay(in.readLong()) : null;
        List<String> tags = LengthPrefixed.readStrings(in);
        List<String> categories = LengthPrefixed.readStrings(in);
        var info = new PageInfo(title, description, date, tags, categories);
        return new Page(id, source, output, bytes, section, info, LengthPrefixed.readStrings(in));
    }

    private static void section(DataOutputStream out, Section section, Map<String, Object> around)
            throws IOException {
        out.writeInt(section.parent());
        LengthPrefixed.writeString(out, section.path());
        LengthPrefixed.writeString(out, section.title());
        out.writeBoolean(section.indexed());
        out.writeInt(section.first());
        out.writeInt(section.direct());
        out.writeInt(section.end());
        out.writeInt(section.children().size());
        for (int child : section.children()) {
            out.writeInt(child);
        }
        DefaultsBytes.write(out, around, section.defaults());
    }

    private static Section section(DataInputStream in, int id, List<Section> before)
            throws IOException {
        int parent = in.readInt();
        if (parent < -1 || parent >= id) {
            throw new IOException("section " + id + " cannot lie in " + parent);
        }
        String path = LengthPrefixed.readString(in);
        String title = LengthPrefixed.readString(in);
        boolean indexed = in.readBoolean();
        int first = in.readInt();
        int direct = in.readInt();
        int end = in.readInt();
        int childCount = LengthPrefixed.readLength(in, 4);
        List<Integer> children = new ArrayList<>(childCount);
        for (int i = 0; i < childCount; i++) {
            children.add(in.readInt());
        }
        Map<String, Object> around = parent < 0 ? Map.of() : before.get(parent).defaults();
        return new Section(
                id,
                parent,
                path,
                title,
                indexed,
                first,
                direct,
                end,
                children,
                DefaultsBytes.read(in, around));
    }
}
