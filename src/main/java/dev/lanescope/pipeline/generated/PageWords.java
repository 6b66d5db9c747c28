package dev.lanescope.pipeline.generated;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What of a rendered page can be found and quoted; small and bounded.
///
/// @param headings the texts of the headings, in order
/// @param start the first words of the text, without markup
public record PageWords(List<String> headings, String start) {

    /// The most headings that are kept of a page.
    public static final int MAX_HEADINGS = 200;

    /// The longest of these texts, in characters; the rest is cut off.
    public static final int MAX_CHARS = 400;

    public PageWords {
        headings = cut(headings);
        start = cut(start);
    }

    private static List<String> cut(List<String> headings) {
        List<String> kept = headings.subList(0, Math.min(headings.size(), MAX_HEADINGS));
        List<String> texts = new ArrayList<>(kept.size());
        kept.forEach(heading -> texts.add(cut(heading)));
        return List.copyOf(texts);
    }

    private static String cut(String text) {
        if (text.length() <= MAX_CHARS) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
        return text.substring(0, end);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(start);
        out.writeInt(headings.size());
        for (String heading : headings) {
            out.writeUTF(heading);
        }
    }

    static PageWords read(DataInput in) throws IOException {
        String start = in.readUTF();
        int count = in.readInt();
        if (count < 0 || count > MAX_HEADINGS) {
            throw new IOException("a page with " + count + " headings");
        }
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            headings.add(in.readUTF());
        }
        return new PageWords(headings, start);
    }
}
