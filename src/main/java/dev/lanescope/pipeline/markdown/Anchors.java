package dev.lanescope.pipeline.markdown;

import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Gives every heading of one page an id that no other has: the one it asks for with `{#id}` at its
/// end (which is taken out of the text), or one made of its words, with `-1`, `-2` and so on where
/// that is taken.
///
/// An id in raw HTML counts as taken, wherever on the page it stands: whoever wrote it there means
/// it (a script, a label, a link from elsewhere), a heading's was made up by us. So `<a
/// id="install"></a>` before `## Install` keeps its name, and `#install` leads to it.
public final class Anchors {

    /// The id of the text itself in the built-in templates; no heading gets it.
    public static final String MAIN_ID = "ls-main";

    private static final Pattern ID = Pattern.compile("[\\w.:-]{1,100}");

    private final Map<String, Integer> times = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Map<Heading, String> asked = new HashMap<>();

    /// @param raw the ids in the page's raw HTML
    public Anchors(Set<String> raw) {
        used.add(MAIN_ID);
        used.addAll(raw);
    }

    /// Takes the id out of a heading's text that it asks for, and keeps it for that heading. To be
    /// called for all headings before the first is named, so that none gets by chance what another
    /// asks for; of two that ask for the same one the first has it.
    public void reserve(Heading heading) {
        if (!(heading.getLastChild() instanceof Text last) || !last.getLiteral().endsWith("}")) {
            return;
        }
        String words = last.getLiteral();
        int open = words.lastIndexOf("{#");
        String id = open < 0 ? "" : words.substring(open + 2, words.length() - 1);
        if (ID.matcher(id).matches() && !FootnoteIds.owns(id) && !id.equals(MAIN_ID)) {
            last.setLiteral(words.substring(0, open).stripTrailing());
            if (used.add(id)) {
                asked.put(heading, id);
            }
        }
    }

    /// The id of a heading.
    public String name(Heading heading) {
        @Nullable String own = asked.get(heading);
        if (own != null) {
            return own;
        }
        String text = NodeWalk.text(heading);
        String id = next(text);
        if (FootnoteIds.owns(id)) {
            text = "section " + text;
            id = next(text);
        }
        while (!used.add(id)) { // it counts on, but may meet an id that was asked for
            id = next(text);
        }
        return id;
    }

    private String next(String text) {
        String words = AnchorWords.of(text);
        String id = words.isEmpty() ? "section" : words;
        int before = times.merge(id, 1, Integer::sum) - 1;
        return before == 0 ? id : id + "-" + before;
    }
}
