package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/// Wiki links: what they lead to, and that ordinary Markdown goes first.
class WikiLinksTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[[pools]]~ <a href=\"pools.html\">pools</a>",
                "[[Pools.MD]]~ <a href=\"pools.html\">Pools.MD</a>",
                "[[pools|the pools]]~ <a href=\"pools.html\">the pools</a>",
                "[[pools#Their Size]]~ <a href=\"pools.html#their-size\">pools &gt; Their Size</a>",
                "[[pools#Their Size|size]]~ <a href=\"pools.html#their-size\">size</a>",
                "[[#Here it is]]~ <a href=\"#here-it-is\">Here it is</a>",
                "[[deep/my page]]~ <a href=\"deep/my%20page.html\">deep/my page</a>",
                "[[guide/deep/my page]]~ <a href=\"deep/my%20page.html\">guide/deep/my page</a>",
                "[[/other/pools]]~ <a href=\"../other/pools.html\">/other/pools</a>",
                "[[../other/pools]]~ <a href=\"../other/pools.html\">../other/pools</a>",
                "[[other/pools]]~ <a href=\"../other/pools.html\">other/pools</a>",
                "[[my page]]~ <a href=\"deep/my%20page.html\">my page</a>",
                "[[deep]]~ <a href=\"deep/index.html\">deep</a>",
                "[[A Title of Its Own]]~ <a href=\"../other/titled.html\">A Title of Its Own</a>",
                "[[from]]~ <a href=\"from.html\">from</a>",
                "a [[pools]][[deep]] b~ a <a href=\"pools.html\">pools</a>"
                        + "<a href=\"deep/index.html\">deep</a> b",
                "*[[pools]]*~ <em><a href=\"pools.html\">pools</a></em>",
                "[[nodiscard]]~ <span class=\"missing\">[[nodiscard]]</span>",
                "[[no|<b>]]~ [[no|<b>]]",
                "[[../../../etc/passwd]]~ <span class=\"missing\">[[../../../etc/passwd]]</span>",
                // ordinary Markdown goes first
                "[[x]](y.md)~ <a href=\"y.md\">[x]</a>",
                "[[x]][ref]~ <a href=\"https://example.org\">[x]</a>",
                "[[ref]]~ [<a href=\"https://example.org\">ref</a>]",
                "[a [[b]](c) d](e)~ [a <a href=\"c\">[b]</a> d](e)",
                "\\[[pools]]~ [[pools]]",
                "[\\[pools]]~ [[pools]]",
                "`[[pools]]`~ <code>[[pools]]</code>",
                "![[pools]]~ <a href=\"pools.html\">pools</a>",
                "Wow![[pools|p]]!~ Wow<a href=\"pools.html\">p</a>!",
                "![[Plan.PNG]]~ <img src=\"deep/plan.png\" alt=\"Plan.PNG\" />",
                "a ![[deep/plan.png|The plan]] b~ a <img src=\"deep/plan.png\" alt=\"The plan\" /> b",
                "![[/other/plan.png]]~ <img src=\"../other/plan.png\" alt=\"/other/plan.png\" />",
                "![[../other/plan.png|x]]~ <img src=\"../other/plan.png\" alt=\"x\" />",
                "![[notes.pdf]] [[notes.pdf]]~ <a href=\"../other/notes.pdf\">notes.pdf</a>"
                        + " <a href=\"../other/notes.pdf\">notes.pdf</a>",
                "![[none.png]]~ <span class=\"missing\">![[none.png]]</span>",
                "\\![[pools]]~ !<a href=\"pools.html\">pools</a>",
                "![[x]](deep/plan.png)~ <img src=\"deep/plan.png\" alt=\"[x]\" />",
                "![a [[pools]] b](c.png)~ <img src=\"c.png\" alt=\"a pools b\" />",
                "[[ -f x ]]~ [[ -f x ]]",
                "[[]] [[|x]] [[#]]~ [[]] [[|x]] [[#]]",
                "[[a[b]c]]~ [[a[b]c]]",
                "[[pools]~ [[pools]",
                "[pools]]~ [pools]]",
            })
    void a_name_in_double_brackets_leads_to_a_page(String markdown, String html) throws Exception {
        var site = site(markdown + "\n\n[ref]: https://example.org\n");
        assertThat(site.render()).isEmpty();
        assertThat(site.article("guide/from.html")).contains("<p>" + html + "</p>");
    }

    private SmallSite site(String markdown) throws Exception {
        return new SmallSite(folder)
                .with("guide/from.md", "---\ntitle: From\n---\n" + markdown)
                .with("guide/pools.md", "# Pools\n\n## Their size\n")
                .with("guide/deep/index.md", "deep")
                .with("guide/deep/my page.md", "my")
                .with("guide/deep/plan.png", "PLAN")
                .with("other/plan.png", "ANOTHER PLAN")
                .with("other/notes.pdf", "NOTES")
                .with("other/pools.md", "other pools")
                .with("other/titled.md", "# A title of its own\n");
    }

    @Test
    void of_several_pages_of_a_name_the_nearest_is_meant() throws Exception {
        var site =
                new SmallSite(folder)
                        .with("a/b/from.md", "[[x]]\n")
                        .with("a/c/x.md", "")
                        .with("a/b/d/e/f/x.md", "")
                        .with("x/x.md", "")
                        .with("z/from.md", "[[x]]\n")
                        .with("a/d/from.md", "[[x]]\n")
                        .with("a/e/x.md", "");
        assertThat(site.render()).isEmpty();
        assertThat(site.article("a/b/from.html")).contains("href=\"../c/x.html\"");
        assertThat(site.article("a/d/from.html")).contains("href=\"../c/x.html\"");
        assertThat(site.article("z/from.html")).contains("href=\"../x/x.html\"");
    }

    @Test
    void a_heading_keeps_the_words_of_a_link_that_leads_nowhere() throws Exception {
        var site = site("## About [[nobody]]\n");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("guide/from.html"))
                .contains("<a href=\"#about-nobody\">About [[nobody]]</a>");
    }

    @Test
    void a_bar_in_a_table_is_written_with_a_backslash() throws Exception {
        var site = site("| a |\n|---|\n| [[pools\\|the pools]] |\n");
        assertThat(site.render()).isEmpty();
        assertThat(site.article("guide/from.html"))
                .contains("<td><a href=\"pools.html\">the pools</a></td>");
    }

    @Test
    void no_wiki_link_leads_to_a_script() throws Exception {
        var site = site("[[javascript:alert(1)]] [[x|<script>alert(1)</script>]]\n");
        assertThat(site.render(new RenderSettings(true))).isEmpty();
        assertThat(site.article("guide/from.html"))
                .contains("<span class=\"missing\">[[javascript:alert(1)]]</span>")
                .doesNotContain("href", "<script>");
    }

    /// A minute is many times what it takes.
    @Test
    @Timeout(60)
    void many_wiki_links_and_half_ones_take_no_time_to_speak_of() throws Exception {
        int many = 30_000;
        assertThat(
                        site("[[pools]] ".repeat(many)
                                        + "\n\n"
                                        + "[[none]]".repeat(many)
                                        + "\n\n"
                                        + "[[a ".repeat(2_000)
                                        + "a]] ".repeat(many))
                                .render())
                .isEmpty();
    }
}
