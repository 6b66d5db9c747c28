package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A page without a title in its front matter is called in the navigation what it calls itself: the
/// scanner finds the heading that the page shows.
class TitlesTest {

    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>");
    private static final String FRONT = "---\nweight: 1\n---\n"; // for some begin like it
    private static final String LONG = "words\n\n".repeat(300);

    @TempDir private Path place;

    @ParameterizedTest
    @MethodSource("headings")
    void navigation_calls_a_page_what_it_calls_itself(String markdown, String title)
            throws Exception {
        var small =
                new SmallSite(place)
                        .with("_templates/page.peb", "<title>{{ page.title }}</title>")
                        .with("page.md", markdown);

        assertThat(small.scan().page("page.md").orElseThrow().title()).isEqualTo(title);
        assertThat(small.render()).isEmpty();
        Matcher shown = TITLE.matcher(small.page("page.html"));
        assertThat(shown.find()).isTrue();
        assertThat(unescaped(shown.group(1))).isEqualTo(title);
    }

    static Stream<Arguments> headings() {
        return Stream.of(
                Arguments.of("# Ordinary words, 2nd edition", "Ordinary words, 2nd edition"),
                Arguments.of("\n   ## With `some_code` in it  \n", "With some_code in it"),
                Arguments.of("# Closed ##\n", "Closed"),
                Arguments.of("# In C#\n", "In C#"),
                Arguments.of("# ``a`b`` and ` c `\n", "a`b and c"),
                Arguments.of("# Open ` tick\n", "Open ` tick"),
                Arguments.of("Setext Title\n====\n\n## Sub one\n", "Setext Title"),
                Arguments.of("Two\nlines\n---\n# Next\n", "Two lines"),
                Arguments.of("<!--\n# Hidden\n-->\n\n# Shown\n", "Shown"),
                Arguments.of("<!-- a -->\n<!-- b\n-->\n\n# Shown\n", "Shown"),
                Arguments.of("<!-- a\nb --> # No\n# Shown\n", "Shown"),
                Arguments.of("<!-->\n# Shown\n\n-->\n# Later\n", "Shown"),
                Arguments.of("<!-- a -->\r# Shown\n\n# Later\n", "Shown"),
                Arguments.of("<!-- never closed\n\n# Hidden\n", "Page"),
                Arguments.of("<a id=\"x\"></a>\n\n# Shown\n", "Shown"),
                Arguments.of("<a id=\"x\"></a>\nUnderlined\n===\n", "Underlined"),
                Arguments.of("<a id=\"x\">\n# Raw\n\n# Shown\n", "Shown"),
                Arguments.of("````\n```\n# Code\n```\n````\n# Shown\n", "Shown"),
                Arguments.of("~~~\n```\n# Code\n~~~\n# Shown\n", "Shown"),
                Arguments.of("> # Quoted\n\n# Not quoted\n", "Quoted"),
                Arguments.of("- item\n- # In a list\n\n# Outside\n", "In a list"),
                Arguments.of("Words[^a].\n\n[^a]:\n    # In a note\n\n# Outside\n", "In a note"),
                Arguments.of("|a|\n|-|\n===\n\n# After a table\n", "After a table"),
                Arguments.of("# AT&amp;T &mdash; x\n", "AT&T \u2014 x"),
                Arguments.of("# See [the guide][g] now\n\n[g]: x.html\n", "See the guide now"),
                Arguments.of(
                        "# See [the guide][g] now\n\n" + LONG + "[g]: x.html\n",
                        "See the guide now"),
                Arguments.of("# Not [a link] at all\n", "Not [a link] at all"),
                Arguments.of("# With a note[^n]\n\n" + LONG + "[^n]: Note.\n", "With a note"),
                Arguments.of("# _under_ __strong__ ~~del~~\n", "under strong del"),
                Arguments.of("# snake_case_name\n", "snake_case_name"),
                Arguments.of("# A <kbd>K</kbd> tag\n", "A K tag"),
                Arguments.of("# a*b \\*c\\*\n", "a*b *c*"),
                Arguments.of("# ![A picture](x.png) here\n", "A picture here"),
                Arguments.of("# Named {#this-way}\n", "Named"),
                Arguments.of("# Named {#fn-not}\n", "Named {#fn-not}"),
                Arguments.of(
                        "# <https://example.com/> and www.example.com\n",
                        "https://example.com/ and www.example.com"),
                Arguments.of("#\n\n# After an empty one\n", "After an empty one"),
                Arguments.of("---\nweight: 1\n---\nBelow\n=====\n", "Below"),
                Arguments.of("No heading - at all = none\n", "Page"),
                Arguments.of("# See [[other]] now\n", "See other now"),
                Arguments.of("# See [[other|the other]], ![[x.png]]\n", "See the other, x.png"),
                Arguments.of("# See [[Other#Part]]\n", "See Other > Part"),
                Arguments.of("See [[nowhere]]\n====\n", "See nowhere"),
                Arguments.of("# [[a]][[b]] `[[c]]` \\[[d]] [[e]](f.md)\n", "ab [[c]] [[d]] [e]"),
                Arguments.of(LONG.repeat(5) + "# Far below\n", "Far below"),
                Arguments.of(LONG.repeat(5) + "See [[other]]\n---\n", "See other"),
                Arguments.of(
                        "# See [the guide] now\n" + LONG.repeat(5) + "[the guide]: x\n",
                        "See the guide now"),
                Arguments.of(
                        "words\n".repeat(3)
                                + "\n"
                                + "x".repeat(8_160)
                                + "\n\n# Over the edge of a read\n",
                        "Over the edge of a read"),
                Arguments.of("- \n".repeat(9_000) + "# After too much\n", "Page"),
                Arguments.of(LONG.repeat(200) + "# Too far below\n", "Page"),
                Arguments.of("# " + "word ".repeat(100) + "\n", "word ".repeat(39) + "wo..."));
    }

    @Test
    void a_page_shows_its_title_once_wherever_the_first_heading_stands() throws Exception {
        var small =
                new SmallSite(place)
                        .with("late.md", LONG.repeat(200) + "# Too far below\n")
                        .with("long.md", "## " + "word ".repeat(100) + "\n\nText\n")
                        .with("wiki.md", "## See [[late]]\n\nText\n");

        assertThat(small.render()).isEmpty();
        assertThat(small.article("late.html")).startsWith("<h1>Late</h1>");
        assertThat(small.article("long.html")).startsWith("<h2 id=").doesNotContain("<h1>");
        assertThat(small.article("wiki.html")).startsWith("<h2 id=").doesNotContain("<h1>");
        assertThat(small.page("late.html")).contains(">See late</a>");
    }

    @Test
    void the_examples_of_the_specification_are_called_what_they_call_themselves() throws Exception {
        var small = new SmallSite(place);
        List<SpecificationTest.Example> examples = SpecificationTest.specification().toList();
        for (SpecificationTest.Example example : examples) {
            small.with("page" + example.number() + ".md", FRONT + example.source());
        }

        var transformed = TransformedSite.of(small);

        assertThat(transformed.drafts())
                .hasSize(examples.size())
                .allSatisfy(draft ->
                        assertThat(draft.page().title()).as(draft.name()).isEqualTo(draft.title));
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
