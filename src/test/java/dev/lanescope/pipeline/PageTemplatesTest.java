package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.pipeline.generated.BaseUrl;
import dev.lanescope.pipeline.generated.TemplateSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The built-in templates, and what a site's own may and may not do.
class PageTemplatesTest {

    @TempDir Path folder;

    @Test
    void a_page_shows_where_it_stands() throws Exception {
        var site =
                new SmallSite(folder)
                        .with("index.md", "# Home\n")
                        .with("bare/one.md", "# One\n")
                        .with("guide/index.md", "# Guide\n")
                        .with("guide/a.md", "---\ntags: [x, <y>]\ndescription: About\n---\n# A\n")
                        .with("guide/b.md", "# B\n")
                        .with("guide/deep/c.md", "# C\n");
        assertThat(site.render()).isEmpty();
        String html = site.page("guide/a.html");
        assertThat(html)
                .contains("<link rel=\"stylesheet\" href=\"../_lanescope/site.css\">")
                .contains("<a class=\"home\" href=\"../index.html\">Home</a>")
                .contains("<li class=\"current\"><a href=\"../guide/index.html\">Guide</a></li>")
                .contains("<span class=\"heading\">Bare</span>")
                .contains("<a href=\"../guide/a.html\" aria-current=\"page\">A</a>")
                .contains("<span class=\"heading\">Deep</span>")
                .contains("rel=\"prev\" href=\"../guide/index.html\">Guide</a>")
                .contains("rel=\"next\" href=\"../guide/b.html\">B</a>")
                .contains("<li><a rel=\"tag\" href=\"../tags/x.html\">x</a></li>")
                .contains("<li><a rel=\"tag\" href=\"../tags/y.html\">&lt;y&gt;</a></li>")
                .contains("<meta name=\"description\" content=\"About\">");
        assertThat(site.page("index.html")).doesNotContain("rel=\"prev\"");
        assertThat(site.output().resolve("_lanescope/site.css")).isNotEmptyFile();
    }

    @Test
    void a_site_that_begins_further_down_is_shown_from_there() throws Exception {
        var site =
                new SmallSite(folder)
                        .with("content/en/index.md", "# Docs\n")
                        .with("content/en/guide/a.md", "# A\n");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("content/en/guide/a.html"))
                .contains("href=\"../../../content/en/index.html\">Docs</a>")
                .contains("<li class=\"current\"><span class=\"heading\">Guide</span>");
    }

    @Test
    void navigation_is_bounded() throws Exception {
        var site = new SmallSite(folder).with("index.md", "# Home\n");
        for (int i = 100; i < 300; i++) {
            site.with("page" + i + ".md", "# Page " + i + "\n");
        }
        assertThat(site.render()).isEmpty();
        String html = site.page("page200.html");
        assertThat(html)
                .contains("<a href=\"index.html\">... 80 more</a>")
                .contains("aria-current=\"page\">Page 200</a>");
        assertThat(html.split("<li>", -1)).hasSize(Navigation.SHOWN + 1);
    }

    @Test
    void a_template_sees_what_sections_cascade_where_the_page_says_nothing() throws Exception {
        String cascade = "cascade: {template: card, description: far, extra: {a: 1}, tags: [t]}";
        var site =
                new SmallSite(folder)
                        .with(
                                "_templates/card.peb",
                                "{{ page.description }}|{{ page.front.extra.a }}")
                        .with("index.md", "---\n" + cascade + "\n---\n# Home\n")
                        .with("guide/index.md", "---\ncascade: {description: near}\n---\n# Guide\n")
                        .with("guide/a.md", "# A\n")
                        .with("guide/b.md", "---\ndescription: own\n---\n# B\n");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("guide/a.html")).isEqualTo("near|1");
        assertThat(site.page("guide/b.html")).isEqualTo("own|1");
        assertThat(site.page("guide/index.html")).isEqualTo("far|1");
        assertThat(site.page("index.html")).contains("<article>");
    }

    @Test
    void front_matter_chooses_the_template() throws Exception {
        var site =
                new SmallSite(folder)
                        .with("wide.md", "---\ntemplate: wide\n---\n# W\n")
                        .with("card.md", "---\ntemplate: card\nextra: {a: <b>}\n---\n# C\n")
                        .with("mine.md", "---\ntemplate: mine\n---\n# M\n")
                        .with("other.md", "---\ntemplate: home.html\n---\n# O\n")
                        .with(
                                "_templates/card.peb",
                                "{{ page.title }}|{{ page.front.extra.a }}|{{ body | raw }}")
                        .with(
                                "_templates/mine.peb",
                                "{% extends \"page\" %}{% block article %}Mine{% endblock %}");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("wide.html")).contains("<body class=\"wide\">");
        assertThat(site.page("card.html")).isEqualTo("C|&lt;b&gt;|<h1 id=\"c\">C</h1>\n");
        assertThat(site.page("mine.html")).contains("<article>\nMine</article>");
        assertThat(site.page("other.html")).contains("<body class=\"page\">");
        assertThat(site.output().resolve("_templates")).doesNotExist();
    }

    @Test
    void a_template_that_is_unknown_or_broken_fails_its_page_only() throws Exception {
        var site =
                new SmallSite(folder)
                        .with("a.md", "---\ntemplate: nowhere\n---\n")
                        .with("b.md", "---\ntemplate: broken\n---\n")
                        .with("c.md", "---\ntemplate: ../../secret\n---\n")
                        .with("d.md", "fine")
                        .with("_templates/broken.peb", "one\ntwo\n{% if x %}\n{{ y | nofilter }}");
        assertThat(site.render())
                .satisfiesExactly(
                        a ->
                                assertThat(a)
                                        .startsWith(
                                                "a.md:2: template: there is no template nowhere"),
                        b ->
                                assertThat(b)
                                        .startsWith("b.md:2: template: _templates/broken.peb:")
                                        .doesNotContain("\n"),
                        c -> assertThat(c).contains("'../../secret' is no template name"));
        assertThat(site.page("d.html")).contains("fine");
    }

    @Test
    void a_template_of_ones_own_takes_the_place_of_the_built_in_one() throws Exception {
        var site =
                new SmallSite(folder)
                        .with("a.md", "---\ntags: [x]\n---\nText")
                        .with(
                                "_templates/page.peb",
                                "{% extends \"lanescope-page\" %}{% block article %}Mine: {{"
                                        + " parent() }}{% endblock %}")
                        .with("_templates/term.peb", "All of {{ page.title }}");
        for (TemplateSet set : TemplateSet.values()) {
            assertThat(site.render(RenderSettings.STANDARD.with(set))).isEmpty();
            assertThat(site.article("a.html")).startsWith("Mine: <h1>A</h1>");
            assertThat(site.page("tags/x.html")).isEqualTo("All of x");
        }
    }

    @Test
    void a_folder_of_ones_own_comes_before_that_of_the_content() throws Exception {
        var site =
                new SmallSite(folder)
                        .with("a.md", "a")
                        .with("b.md", "---\ntemplate: other\n---\n")
                        .with("_templates/page.peb", "content")
                        .with("_templates/other.peb", "other");
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("page.peb"), "own {{ nothing | nofilter }}");
        RenderSettings settings = RenderSettings.STANDARD.with(own);
        assertThat(site.render(settings))
                .singleElement()
                .asString()
                .startsWith("a.md: template: own/page.peb:1:")
                .doesNotContain(folder.toString());
        Files.writeString(own.resolve("page.peb"), "own");
        assertThat(site.render(settings)).isEmpty();
        assertThat(site.page("a.html")).isEqualTo("own");
        assertThat(site.page("b.html")).isEqualTo("other");
    }

    @Test
    void templates_of_content_that_is_not_trusted_are_left_aside() throws Exception {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("own.peb"), "MINE {{ body | raw }}");
        var site =
                new SmallSite(folder)
                        .with("_templates/page.peb", "<script>{{ body | raw }}")
                        .with("_templates/theirs.peb", "<script>{{ body | raw }}")
                        .with("a.md", "text")
                        .with("b.md", "---\ntemplate: own\n---\ntext")
                        .with("c.md", "---\ntemplate: theirs\n---\ntext");
        assertThat(site.render(new RenderSettings(true).with(mine)))
                .singleElement()
                .asString()
                .startsWith("c.md:2: template: there is no template theirs;")
                .endsWith("those of the content are not trusted");
        assertThat(site.page("a.html")).startsWith("<!doctype html>");
        assertThat(site.page("b.html")).startsWith("MINE");
    }

    @Test
    void settings_come_back_from_their_bytes() throws Exception {
        RenderSettings settings =
                new RenderSettings(true)
                        .with(TemplateSet.BLOG)
                        .with(folder)
                        .with(BaseUrl.of("https://example.org/"));
        for (RenderSettings each : List.of(settings, RenderSettings.STANDARD)) {
            var bytes = new ByteArrayOutputStream();
            each.write(new DataOutputStream(bytes));
            var in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            assertThat(RenderSettings.read(in)).isEqualTo(each);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ page.class.name }}",
                "{{ page.getClass() }}",
                "{{ body.getBytes() }}",
                "{{ \"x\".toUpperCase() }}",
                "{{ contents.size() }}",
                "{% include \"../secret\" %}",
                "{% include \"/etc/passwd\" %}",
                "{{ i18n(\"java.util.ResourceBundle\", \"x\") }}"
            })
    void a_template_reaches_no_method_and_no_other_file(String template) throws Exception {
        var site =
                new SmallSite(folder)
                        .with("a.md", "---\ntemplate: own\n---\n")
                        .with("secret.peb", "SECRET")
                        .with("_templates/own.peb", "\n[" + template + "]");
        var failures = site.render();
        if (failures.isEmpty()) {
            assertThat(site.page("a.html")).isEqualTo("\n[]");
        } else {
            assertThat(failures).singleElement().asString().startsWith("a.md:2: template: ");
        }
    }

    @Test
    void templates_are_not_read_through_symbolic_links() throws Exception {
        var site =
                new SmallSite(folder)
                        .with("a.md", "---\ntemplate: own\n---\n")
                        .with("_templates/other.peb", "x");
        Path secret = Files.writeString(folder.resolve("secret.peb"), "SECRET");
        Files.createSymbolicLink(site.content().resolve("_templates/own.peb"), secret);
        assertThat(site.render()).singleElement().asString().contains("there is no template own");
    }

    @Test
    void a_template_that_calls_itself_for_ever_fails_its_page() throws Exception {
        var site =
                new SmallSite(folder)
                        .with("a.md", "---\ntemplate: own\n---\n")
                        .with("_templates/own.peb", "{% include \"own\" %}");
        assertThat(site.render())
                .containsExactly("a.md:2: template: _templates/own.peb:1: uses itself without end");
    }
}
