package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.pipeline.markdown.AlertKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Locale;

/// What Markdown becomes.
class MarkdownTest {

    @TempDir Path folder;

    @Test
    void all_extensions_are_there() throws Exception {
        String html =
                html(
                        """
                        | a | b |
                        |---|--:|
                        | ~~c~~ | https://example.org |

                        - [x] done
                        - [ ] open

                        A note[^1].

                        [^1]: Here.
                        """);
        assertThat(html)
                .contains("<table>", "<td align=\"right\">", "<del>c</del>")
                .contains("<a href=\"https://example.org\">https://example.org</a>")
                .contains("type=\"checkbox\"", "id=\"fn-1\"", "footnote");
    }

    @Test
    void an_address_after_an_escaped_bracket_is_a_link() throws Exception {
        assertThat(html("See \\[https://example.org\\] and \\!www.example.org\n"))
                .contains("[<a href=\"https://example.org\">https://example.org</a>]")
                .contains("!<a href=\"http://www.example.org\">www.example.org</a>");
    }

    @ParameterizedTest
    @EnumSource(AlertKind.class)
    void a_quote_that_begins_with_a_marker_is_an_alert(AlertKind kind) throws Exception {
        String lower = kind.name().toLowerCase(Locale.ROOT);
        assertThat(html("> [!" + kind.name() + "]\n> Mind *this*.\n>\n> And that.\n"))
                .contains(
                        "<div class=\"alert alert-"
                                + lower
                                + "\">\n<p class=\"alert-title\">"
                                + kind.title()
                                + "</p>\n<p>Mind <em>this</em>.</p>\n<p>And that.</p>\n</div>");
    }

    @Test
    void an_alert_may_be_written_in_lower_case_and_stand_in_a_list() throws Exception {
        assertThat(html("- item\n\n  > [!tip]\n  >\n  > - a list\n"))
                .contains("<div class=\"alert alert-tip\">")
                .contains("<li>a list</li>")
                .doesNotContain("blockquote", "[!tip]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> [!NOTE] with text on its line\n",
                "> [!NOTE]\n",
                "> [!OTHER]\n> text\n",
                "> text\n> [!NOTE]\n",
                "> **[!NOTE]**\n> text\n"
            })
    void other_quotes_stay_quotes(String markdown) throws Exception {
        assertThat(html(markdown)).contains("<blockquote>").doesNotContain("alert");
    }

    @Test
    void addresses_that_run_something_are_emptied() throws Exception {
        assertThat(
                        html(
                                "[a](javascript:alert(1)) [b](JavaScript&#58;alert(1))"
                                        + " ![c](vbscript:x) [d](data:text/html,x)"
                                        + " ![e](data:image/png;base64,AA==)"
                                        + " [f](https://example.org) [g](mailto:a@b.c)"))
                .doesNotContainIgnoringCase("javascript:")
                .doesNotContain("vbscript", "data:text", "nofollow")
                .contains("data:image/png", "href=\"https://example.org\"", "mailto:a@b.c");
    }

    @Test
    void raw_html_is_kept_unless_the_settings_say_otherwise() throws Exception {
        String markdown = "<kbd>W</kbd> text\n";
        assertThat(html(markdown)).contains("<kbd>W</kbd>");
        var site = new SmallSite(folder).with("page.md", markdown);
        assertThat(site.render(new RenderSettings(true))).isEmpty();
        assertThat(site.article("page.html")).contains("&lt;kbd&gt;W&lt;/kbd&gt;");
    }

    @Test
    void windows_line_ends_make_no_difference() throws Exception {
        String markdown = "---\ntitle: A\n---\n# A\n\n> [!NOTE]\n> b\n\n```\nc\n```\n";
        String unix = html(markdown);
        assertThat(html(markdown.replace("\n", "\r\n"))).isEqualTo(unix);
    }

    private String html(String markdown) throws Exception {
        return SmallSite.articleOf(folder, markdown);
    }
}
