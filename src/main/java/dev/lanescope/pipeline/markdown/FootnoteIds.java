package dev.lanescope.pipeline.markdown;

import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;

import java.util.Map;

/// Ids of footnotes that no two have. The extension calls the second reference to the note `a`
/// `fnref-a-2`, which is also the first to the note `a-2`; here it is `fnref2-a`.
public final class FootnoteIds {

    private static final String NOTE = "#fn-";
    private static final String REFERENCE = "fnref-";

    private FootnoteIds() {}

    /// Whether an id is, or could be, a footnote's.
    public static boolean owns(String id) {
        if (id.startsWith("fn-")) {
            return true;
        }
        int end = "fnref".length();
        while (end < id.length() && Character.isDigit(id.charAt(end))) {
            end++;
        }
        return id.startsWith("fnref") && id.startsWith("-", end);
    }

    /// Changes the id of a reference, or the address of a way back to it.
    public static void separate(Node node, Map<String, String> attributes) {
        if (node instanceof FootnoteReference) {
            String note = attributes.get("href");
            String id = attributes.get("id");
            if (note != null && note.startsWith(NOTE) && id != null) {
                attributes.put("id", separate(id, note.substring(NOTE.length())));
            }
        } else if (node instanceof FootnoteDefinition definition) {
            String back = attributes.get("href");
            if (back != null) {
                attributes.put("href", "#" + separate(back.substring(1), definition.getLabel()));
            }
        }
    }

    private static String separate(String id, String label) {
        String number = id.substring(REFERENCE.length() + label.length()).replace("-", "");
        return "fnref" + number + "-" + label;
    }
}
