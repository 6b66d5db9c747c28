package dev.lanescope.pipeline;

import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Gives every heading of one page an id that no other has: the one it asks for with `{#id}` at its
/// end (which is taken out of the text), or one made of its words.
final class Anchors {

    private static final Pattern ID = Pattern.compile("[\\w.:-]{1,100}");

    private final IdGenerator generator = IdGenerator.builder().defaultId("section").build();
    private final Set<String> used = new HashSet<>();

    Anchors() {
        used.add(PageTemplates.MAIN_ID);
    }

    String name(Heading heading) {
        if (heading.getLastChild() instanceof Text last && last.getLiteral().endsWith("}")) {
            String words = last.getLiteral();
            int open = words.lastIndexOf("{#");
            String asked = open < 0 ? "" : words.substring(open + 2, words.length() - 1);
            if (ID.matcher(asked).matches() && !FootnoteIds.owns(asked) && used.add(asked)) {
                last.setLiteral(words.substring(0, open).stripTrailing());
                return asked;
            }
        }
        String text = NodeWalk.text(heading);
        String id = generator.generateId(text);
        if (FootnoteIds.owns(id)) {
            text = "section " + text;
            id = generator.generateId(text);
        }
        while (!used.add(id)) { // the generator counts on, but may meet an id that was asked for
            id = generator.generateId(text);
        }
        return id;
    }
}
