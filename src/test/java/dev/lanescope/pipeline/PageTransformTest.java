package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Links, headings, table of contents and title.
class PageTransformTest {

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern CONTENTS =
            Pattern.compile("class=\"level-\\d\"><a href=\"#([^\"]*)");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "pools.md, pools.html",
        "./pools.md#size, pools.html#size",
        "../index.md, ../index.html",
        "../index.md?x=1#y, ../index.html?x=1#y",
        "/guide/pools.md, pools.html",
        "deep/my%20page.md, deep/my%20page.html",
        "deep/, deep/index.html",
        "deep, deep/index.html",
        "../, ../index.html",
        "nowhere.md, nowhere.md",
        "../../../etc/passwd, ../../../etc/passwd",
        "picture.png, picture.png",
        "#here, #here",
        "https://example.org/pools.md, https://example.org/pools.md",
        "//example.org/pools.md, //example.org/pools.md",
        "mailto:pools.md, mailto:pools.md",
    })
    void a_link_to_a_page_leads_to_its_html(String link, String href) throws Exception {
        var site =
                new SmallSite(folder)
                        .with("index.md", "home")
                        .with("guide/from.md", "[x](" + link + ")\n")
                        .with("guide/pools.md", "pools")
                        .with("guide/picture.png", "")
                        .with("guide/deep/index.md", "deep")
                        .with("guide/deep/my page.md", "my");
        assertThat(site.render()).isEmpty();
        assertThat(site.article("guide/from.html"))
                .contains("<a href=\"" + href.replace("&", "&amp;") + "\">x</a>");
    }

    @Test
    void reference_links_are_followed_too() throws Exception {
        var site = new SmallSite(folder).with("a.md", "[x]\n\n[x]: b.md").with("b.md", "");
        site.render();
        assertThat(site.article("a.html")).contains("<a href=\"b.html\">x</a>");
    }

    @Test
    void no_two_headings_have_the_same_id_and_the_contents_lead_to_them() throws Exception {
        var site =
                new SmallSite(folder)
                        .with(
                                "page.md",
                                """
                                # Same
                                ## Same
                                ## same-1
                                ## Same
                                ### Other {#same-2}
                                ## Named {#my.Id}
                                ## Again {#my.Id}
                                ## fn 1
                                ## ls main
                                ## ***
                                ## `code` *and* [link](x)
                                #### too deep for the contents

                                Note[^1]

                                [^1]: x
                                """);
        assertThat(site.render()).isEmpty();
        String html = site.page("page.html");
        List<String> ids = ID.matcher(html).results().map(id -> id.group(1)).toList();
        assertThat(ids).doesNotHaveDuplicates().contains("same", "same-1", "my.Id", "fn-1");
        assertThat(html).contains("<h2 id=\"my.Id\">Named</h2>");
        List<String> contents =
                CONTENTS.matcher(html).results().map(link -> link.group(1)).toList();
        Set<String> known = new HashSet<>(ids);
        assertThat(contents).hasSize(10).allMatch(known::contains);
        assertThat(html).contains(">code and link</a>");
    }

    @Test
    void an_id_that_a_heading_asks_for_is_not_given_to_one_before_it() throws Exception {
        var site =
                new SmallSite(folder)
                        .with(
                                "page.md",
                                """
                                # Intro
                                ## Intro
                                ## The one I mean {#intro-1}
                                ## Another {#intro-1}
                                """);
        assertThat(site.render()).isEmpty();
        assertThat(site.article("page.html"))
                .contains("<h2 id=\"intro-2\">Intro</h2>")
                .contains("<h2 id=\"intro-1\">The one I mean</h2>")
                .contains("<h2 id=\"another\">Another</h2>");
    }

    @Test
    void the_title_is_the_front_matter_s_else_the_first_heading_s_else_the_name() throws Exception {
        var site =
                new SmallSite(folder.resolve("site"))
                        .with("a.md", "---\ntitle: Front & centre\n---\ntext")
                        .with("b.md", "## First *one*\n# Second")
                        .with("some-name.md", "text");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("a.html"))
                .contains("<title>Front &amp; centre - Site</title>")
                .contains("<h1>Front &amp; centre</h1>");
        assertThat(site.page("b.html"))
                .contains("<title>First one - Site</title>")
                .doesNotContain("<h1>First");
        assertThat(site.page("some-name.html")).contains("<h1>Some name</h1>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# T                   | 1",
                "## T                  | 0",
                "words;;# T            | 1",
                "<!-- c -->;;# T       | 1",
                "words;;## T           | 1",
                "title: X;# T          | 1",
                "title: X;## T         | 1",
                "title: X;words;;# T   | 2",
                "title: T;words;;# T   | 1",
                "title: T;## T         | 0",
                "title: X;words        | 1",
                "words                 | 1"
            })
    void a_title_is_shown_once_whether_or_not_the_text_shows_it(String page, int headings)
            throws Exception {
        String markdown = page.replace(";", "\n");
        if (markdown.startsWith("title:")) {
            markdown = "---\n" + markdown.replaceFirst("\n", "\n---\n");
        }
        String article = SmallSite.articleOf(folder, markdown);
        assertThat(article.split("<h1", -1)).as(article).hasSize(headings + 1);
    }
}
