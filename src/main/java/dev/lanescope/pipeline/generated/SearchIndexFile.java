package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Page;
import dev.lanescope.pipeline.links.Hrefs;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// What the search box searches: a script of two lines, of which the second is JSON. The JSON by
/// itself is a file, too, for other tools.
///
/// It is a script because a page that was opened from a disk may load one from beside it, but no
/// JSON. The JSON is a list with one list for each page in reading order: title, address from the
/// site's root, headings (one a line), and how the text begins.
///
/// Its size is bounded: every page has the same share of [#MAX_BYTES], of which title and address
/// are always given and headings and text as far as it goes.
final class SearchIndexFile {

    /// What it takes at most, as long as titles and addresses alone do not take more.
    static final int MAX_BYTES = 5_500_000;

    /// The script's first line.
    static final String SCRIPT = "window.lanescopeIndex=\n";

    private static final int MAX_TEXT = 300;
    private static final int MAX_HEADINGS = 500;

    /// Around the texts of a page: brackets, quotation marks, commas.
    private static final int AROUND = 14;

    private static final JsonFactory JSON =
            JsonFactory.builder().characterEscapes(new ForScripts()).build();

    private SearchIndexFile() {}

    static void write(GeneratedPages pages, Digests digests, OutputStream bytes)
            throws IOException {
        write(pages, digests, bytes, MAX_BYTES);
    }

    static void write(GeneratedPages pages, Digests digests, OutputStream bytes, int atMost)
            throws IOException {
        int share = atMost / Math.max(1, pages.site().pages().size());
        bytes.write(SCRIPT.getBytes(StandardCharsets.US_ASCII));
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartArray();
            for (Page page : pages.site().pages()) {
                PageWords words = digests.of(page.id()).orElse(null);
                if (words != null) {
                    write(json, page, words, share);
                }
            }
            json.writeEndArray();
        }
    }

    private static void write(JsonGenerator json, Page page, PageWords words, int share) {
        String href = Hrefs.encode(page.output());
        int left = share - AROUND - size(page.title()) - size(href);
        String headings = headings(page, words, Math.min(MAX_HEADINGS, left));
        left -= size(headings);
        json.writeStartArray();
        json.writeString(page.title());
        json.writeString(href);
        json.writeString(headings);
        json.writeString(start(words.start(), Math.min(MAX_TEXT, left)));
        json.writeEndArray();
    }

    /// As many whole headings as fit, without the title.
    private static String headings(Page page, PageWords words, int bytes) {
        var headings = new StringBuilder();
        int left = bytes;
        for (String heading : words.headings()) {
            int size = size(heading) + 2;
            if (size > left) {
                break;
            }
            if (!heading.isEmpty() && !heading.equals(page.title())) {
                headings.append(headings.isEmpty() ? "" : "\n").append(heading);
                left -= size;
            }
        }
        return headings.toString();
    }

    private static String start(String text, int bytes) {
        int left = bytes;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            left -= size(c);
            if (left < 0) {
                return text.substring(0, i);
            }
            i += Character.charCount(c);
        }
        return text;
    }

    private static int size(String text) {
        int size = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            size += size(c);
            i += Character.charCount(c);
        }
        return size;
    }

    /// How many bytes a character takes in the file.
    private static int size(int c) {
        if ("\b\t\n\f\r".indexOf(c) >= 0) {
            return 2;
        }
        if (c < 0x20 || c == '<' || c == 0x2028 || c == 0x2029) {
            return 6;
        }
        return c == '"' || c == '\\' || (c >= 0x80 && c < 0x800)
                ? 2
                : c < 0x80 ? 1 : c < 0x10000 ? 3 : 4;
    }

    /// Escapes also what could end a script: `<`, and two line ends that JSON does not take for
    /// such.
    private static final class ForScripts extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        private static int[] ascii() {
            int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
            escapes['<'] = CharacterEscapes.ESCAPE_STANDARD;
            return escapes;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return switch (c) {
                case 0x2028 -> new SerializedString("\\u2028");
                case 0x2029 -> new SerializedString("\\u2029");
                default -> null;
            };
        }
    }
}
