package dev.lanescope.pipeline;

import dev.lanescope.pipeline.generated.PageWords;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a page leaves for the pages made of others (search, feeds) and for the check of links:
/// small and bounded, whatever the page. It names other pages by their source, so it stays true
/// while they come and go.
///
/// @param headings the headings in order
/// @param anchors the other places that a link can lead to, sorted: `id="..."` of raw HTML, and
///   `name="..."` of raw `<a>`
/// @param start the first words of the text without markup and headings, up to about 300
///   characters, cut between words
/// @param openLinks the links to other pages that name a place on them, and those to places on the
///   page itself that are not there, each once
/// @param deadLinks the links that lead to no page and no static file, as written, each once
/// @param whole false if the page has more headings or anchors than are kept ([#MAX_ENTRIES] of
///   each, with ids of up to [#MAX_CHARS] characters): then a place that is not named here may be
///   there all the same
public record PageDigest(
        List<Heading> headings,
        List<String> anchors,
        String start,
        List<OpenLink> openLinks,
        List<String> deadLinks,
        boolean whole) {

    /// How many headings, anchors, open links, and dead links there can be.
    public static final int MAX_ENTRIES = 10_000;

    /// How long each text in a digest can be.
    public static final int MAX_CHARS = 1_000;

    /// A heading.
    ///
    /// @param level 1 to 6
    /// @param id the last part of its address
    /// @param text without markup; its first [#MAX_CHARS] characters
    public record Heading(int level, String id, String text) {
        public Heading {
            if (level < 1 || level > 6) {
                throw new IllegalArgumentException("a heading of level " + level);
            }
        }
    }

    /// A link to a place on a page.
    ///
    /// @param source the source of the page it leads to
    /// @param fragment the place: what follows the `#`, percent-decoded
    /// @param written the link's destination, as far as Markdown leaves it as it was written
    public record OpenLink(String source, String fragment, String written) {
        public OpenLink {
            check(source);
            check(fragment);
            check(written);
        }

        // These two are written out because the JVM makes its own when the first page with such a
        // link is under way, which takes as long as ten pages.

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OpenLink link
                    && source.equals(link.source)
                    && fragment.equals(link.fragment)
                    && written.equals(link.written);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * source.hashCode() + fragment.hashCode()) + written.hashCode();
        }
    }

    public PageDigest {
        headings = checked(headings);
        anchors = checked(anchors);
        openLinks = checked(openLinks);
        deadLinks = checked(deadLinks);
        headings.forEach(heading -> {
            check(heading.id);
            check(heading.text);
        });
        anchors.forEach(PageDigest::check);
        deadLinks.forEach(PageDigest::check);
        check(start);
    }

    /// A digest of what a page has, without what is too much.
    static PageDigest of(
            List<Heading> headings,
            Collection<String> anchors,
            String start,
            List<OpenLink> openLinks,
            List<String> deadLinks) {
        List<Heading> keptHeadings = new ArrayList<>(Math.min(headings.size(), MAX_ENTRIES));
        for (Heading heading : headings) {
            if (keptHeadings.size() < MAX_ENTRIES && fits(heading.id)) {
                keptHeadings.add(
                        fits(heading.text)
                                ? heading
                                : new Heading(heading.level, heading.id, shorten(heading.text)));
            }
        }
        List<String> keptAnchors = new ArrayList<>(Math.min(anchors.size(), MAX_ENTRIES));
        for (String anchor : anchors) {
            if (keptAnchors.size() < MAX_ENTRIES && fits(anchor)) {
                keptAnchors.add(anchor);
            }
        }
        boolean whole =
                keptHeadings.size() == headings.size() && keptAnchors.size() == anchors.size();
        return new PageDigest(keptHeadings, keptAnchors, start, openLinks, deadLinks, whole);
    }

    private static String shorten(String text) {
        boolean half = Character.isHighSurrogate(text.charAt(MAX_CHARS - 1));
        return text.substring(0, half ? MAX_CHARS - 1 : MAX_CHARS);
    }

    private static <T> List<T> checked(List<T> list) {
        if (list.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException(
                    "a digest with " + list.size() + " entries of a kind, over " + MAX_ENTRIES);
        }
        return List.copyOf(list);
    }

    private static void check(String text) {
        if (text.length() > MAX_CHARS) {
            throw new IllegalArgumentException(
                    "a digest with a text of " + text.length() + " characters, over " + MAX_CHARS);
        }
    }

    /// Whether a text may stand in a digest.
    static boolean fits(String text) {
        return text.length() <= MAX_CHARS;
    }

    /// Every place on the page that is named here.
    Set<String> places() {
        Set<String> places = HashSet.newHashSet(headings.size() + anchors.size());
        headings.forEach(heading -> places.add(heading.id));
        places.addAll(anchors);
        return places;
    }

    /// What of it the pages made of others need.
    public PageWords words() {
        List<String> texts = new ArrayList<>(headings.size());
        headings.forEach(heading -> texts.add(heading.text));
        return new PageWords(texts, start);
    }

    /// Writes what [#read] reads.
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(whole);
        out.writeUTF(start);
        out.writeInt(headings.size());
        for (Heading heading : headings) {
            out.writeByte(heading.level);
            out.writeUTF(heading.id);
            out.writeUTF(heading.text);
        }
        write(out, anchors);
        out.writeInt(openLinks.size());
        for (OpenLink link : openLinks) {
            out.writeUTF(link.source);
            out.writeUTF(link.fragment);
            out.writeUTF(link.written);
        }
        write(out, deadLinks);
    }

    private static void write(DataOutput out, List<String> strings) throws IOException {
        out.writeInt(strings.size());
        for (String string : strings) {
            out.writeUTF(string);
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException if these are not such bytes
    public static PageDigest read(DataInput in) throws IOException {
        try {
            boolean whole = in.readBoolean();
            String start = in.readUTF();
            List<Heading> headings =
                    list(in, () -> new Heading(in.readByte(), in.readUTF(), in.readUTF()));
            List<String> anchors = list(in, in::readUTF);
            List<OpenLink> openLinks =
                    list(in, () -> new OpenLink(in.readUTF(), in.readUTF(), in.readUTF()));
            return new PageDigest(
                    headings, anchors, start, openLinks, list(in, in::readUTF), whole);
        } catch (IllegalArgumentException e) {
            throw new IOException("these bytes are not a digest: " + e.getMessage(), e);
        }
    }

    private interface Reading<T> {
        T next() throws IOException;
    }

    /// A list as long as it says, if it may be; nothing is set aside for what has not come.
    private static <T> List<T> list(DataInput in, Reading<T> reading) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MAX_ENTRIES) {
            throw new IOException("these bytes are not a digest: " + count + " entries");
        }
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(reading.next());
        }
        return list;
    }
}
