package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.pipeline.generated.BaseUrl;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.TemplateSet;
import dev.lanescope.pipeline.output.OutputTree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

/// Files that are made of other pages, as they stand in the output folder.
class GeneratedFilesTest {

    private static final String NASTY = "</title><script>alert('1')</script> ]]> & \"quoted\"";

    @TempDir Path folder;

    private SmallSite blog() throws Exception {
        var site =
                new SmallSite(folder.resolve("field-notes"))
                        .with("about.md", "# About\n\nWho we are.\n");
        for (int day = 1; day <= 12; day++) {
            site.with(
                    "posts/post" + day + ".md",
                    """
                    ---
                    title: Post %d
                    date: %d-03-%02d
                    tags: [%s, java]
                    categories: [News]
                    aliases: [/old/%d/]
                    ---
                    ## First part

                    How post %d begins.
                    """
                            .formatted(
                                    day,
                                    day <= 4 ? 2024 : 2025,
                                    day,
                                    day % 2 == 0 ? "C++" : "C",
                                    day,
                                    day));
        }
        return site;
    }

    private SmallSite docs() throws Exception {
        return new SmallSite(folder.resolve("field-notes"))
                .with("guide/index.md", "---\ndescription: How to begin\n---\n# The guide\n")
                .with("guide/a.md", "---\ntags: [Alpha]\n---\n# A\n\n## Deep\n\nText of a.\n")
                .with("bare/b.md", "---\ntags: [alpha, beta]\n---\n# B\n\nText of b.\n")
                .with("c.md", "# C\n");
    }

    private static final List<String> BLOG_FILES =
            List.of(
                    "index.html",
                    "posts/2.html",
                    "archive/index.html",
                    "archive/2024.html",
                    "tags/index.html",
                    "tags/c.html",
                    "tags/c-2.html",
                    "categories/news.html",
                    "old/3/index.html",
                    "feed.xml",
                    "sitemap.xml",
                    "_lanescope/search-index.js",
                    "_lanescope/search-index.json",
                    "posts/post7.html");

    private static final List<String> DOCS_FILES =
            List.of(
                    "index.html",
                    "tags/index.html",
                    "tags/alpha.html",
                    "sitemap.xml",
                    "_lanescope/search-index.js",
                    "_lanescope/search-index.json",
                    "guide/a.html");

    @Test
    void a_blog_gets_what_it_should() throws Exception {
        SmallSite site = blog();
        var settings =
                RenderSettings.STANDARD
                        .with(TemplateSet.BLOG)
                        .with(BaseUrl.of("https://example.org/blog"));
        assertThat(site.render(settings)).isEmpty();
        for (String file : BLOG_FILES) {
            GoldenFile.check("blog/" + file, site.page(file));
        }
    }

    @Test
    void a_handbook_gets_what_it_should() throws Exception {
        SmallSite site = docs();
        assertThat(site.render()).isEmpty();
        assertThat(site.output().resolve("feed.xml")).doesNotExist();
        assertThat(site.output().resolve("archive")).doesNotExist();
        for (String file : DOCS_FILES) {
            GoldenFile.check("docs/" + file, site.page(file));
        }
    }

    @Test
    void the_same_site_has_the_same_bytes_at_any_time() throws Exception {
        SmallSite site = blog();
        site.render(RenderSettings.STANDARD.with(TemplateSet.BLOG));
        String hash = OutputTree.hash(site.output());
        site.render(RenderSettings.STANDARD.with(TemplateSet.BLOG));
        assertThat(OutputTree.hash(site.output())).isEqualTo(hash);
    }

    @Test
    void every_link_of_a_generated_page_leads_to_a_file() throws Exception {
        for (TemplateSet set : TemplateSet.values()) {
            SmallSite site = blog();
            assertThat(site.render(RenderSettings.STANDARD.with(set))).isEmpty();
            for (Generated file : RenderSettings.STANDARD.with(set).generated(site.scan()).all()) {
                if (file.output().endsWith(".html")) {
                    assertThat(Links.of(site.page(file.output())))
                            .as(file.output())
                            .allSatisfy(href -> {
                                Path at = site.output().resolve(file.output());
                                assertThat(at.resolveSibling(href).normalize()).isRegularFile();
                            });
                }
            }
        }
    }

    @Test
    void a_site_begins_at_its_own_front_page_whoever_wrote_it() throws Exception {
        RenderSettings blogs = RenderSettings.STANDARD.with(TemplateSet.BLOG);
        SmallSite site = blog();
        site.render(blogs);
        assertThat(site.page("about.html"))
                .contains("class=\"home\" href=\"index.html\"")
                .doesNotContain(">Posts</a>");
        site.with("index.md", "# Home\n");
        site.render(blogs);
        assertThat(site.page("about.html"))
                .contains("class=\"home\" href=\"index.html\"")
                .contains("href=\"posts/index.html\">Posts</a>");
        Files.delete(site.content().resolve("index.md"));
        site.with("index.html", "<p>By hand");
        for (RenderSettings settings : List.of(blogs, RenderSettings.STANDARD)) {
            site.render(settings);
            assertThat(site.page("about.html")).contains("class=\"home\" href=\"index.html\"");
            assertThat(site.page("index.html")).isEqualTo("<p>By hand");
        }
    }

    @Test
    void a_tag_that_a_page_spells_twice_is_shown_once() throws Exception {
        var site = new SmallSite(folder).with("a.md", "---\ntags: [Java, java, JAVA, x]\n---\n");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("a.html").split("rel=\"tag\"", -1)).hasSize(3);
        assertThat(site.page("tags/java.html")).contains("<h1>Tag: Java</h1>");
    }

    @Test
    void a_page_that_failed_is_in_no_list() throws Exception {
        SmallSite site = blog();
        Files.write(
                site.content().resolve("posts/broken.md"),
                ("---\ntitle: Broken\ndate: 2025-06-01\ntags: [java]\n---\n" + "\u00FF")
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(site.render(RenderSettings.STANDARD.with(TemplateSet.BLOG)))
                .singleElement()
                .asString()
                .startsWith("posts/broken.md:");
        for (String file :
                List.of(
                        "index.html",
                        "archive/2025.html",
                        "tags/java.html",
                        "feed.xml",
                        "sitemap.xml",
                        "_lanescope/search-index.js")) {
            assertThat(site.page(file)).as(file).contains("post12").doesNotContain("broken");
        }
    }

    @Test
    void a_feed_holds_the_newest_twenty_and_the_date_of_the_first() throws Exception {
        var site = new SmallSite(folder);
        for (int day = 1; day <= 28; day++) {
            site.with("p" + day + ".md", "---\ndate: 2025-02-%02d\n---\n# P\n".formatted(day));
        }
        assertThat(site.render()).isEmpty();
        Document feed = xml(site.page("feed.xml"));
        assertThat(texts(feed, "updated")).hasSize(21).startsWith("2025-02-28T00:00:00Z");
        assertThat(texts(feed, "published")).endsWith("2025-02-09T00:00:00Z");
        assertThat(texts(feed, "id")).doesNotHaveDuplicates().allMatch(id -> id.startsWith("urn:"));
        assertThat(texts(feed, "summary")).isEmpty(); // there is none, and none is made of nothing
    }

    @Test
    void whatever_a_title_holds_is_text_everywhere() throws Exception {
        String matter =
                "---\ntitle: '%s'\ndescription: '%s'\ndate: 2025-01-01\ntags: ['%s', \"a\\u0001b\"]\n---\n"
                        .formatted(
                                NASTY.replace("'", "''"),
                                NASTY.replace("'", "''"),
                                NASTY.replace("'", "''"));
        SmallSite site =
                new SmallSite(folder)
                        .with("a.md", matter + "## " + NASTY.replace("<", "\\<") + "\n\ntext\n");
        for (TemplateSet set : TemplateSet.values()) {
            assertThat(site.render(RenderSettings.STANDARD.with(set))).isEmpty();
            try (Stream<Path> files = Files.walk(site.output())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file);
                    String name = file.getFileName().toString();
                    if (name.endsWith(".html")) {
                        assertThat(text).as(name).doesNotContain("<script>");
                        assertThat(text.toLowerCase(Locale.ROOT).split("</title>", -1)).hasSize(2);
                    } else if (name.endsWith("-index.js")) {
                        assertThat(text).doesNotContain("<");
                    }
                }
            }
            assertThat(texts(xml(site.page("feed.xml")), "title")).contains(NASTY);
            assertThat(xml(site.page("sitemap.xml")).getDocumentElement().getTagName())
                    .isEqualTo("urlset");
            assertThat(index(site).get(0).get(0).asString()).isEqualTo(NASTY);
        }
    }

    @Test
    void a_site_that_begins_further_down_is_led_there() throws Exception {
        SmallSite site = new SmallSite(folder).with("content/en/index.md", "# Docs\n");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("index.html"))
                .contains("content=\"0; url=content/en/index.html\"")
                .contains("<a href=\"content/en/index.html\">Docs</a>");
    }

    @Test
    void a_page_of_its_own_stands_where_it_stood() throws Exception {
        SmallSite site =
                new SmallSite(folder)
                        .with("index.md", "---\ntags: [x]\n---\nMy home")
                        .with("tags/index.md", "My tags")
                        .with("tags/X.md", "My x")
                        .with("Sitemap.xml", "my sitemap");
        assertThat(site.render()).isEmpty();
        assertThat(site.page("index.html")).contains("My home");
        assertThat(site.page("tags/index.html")).contains("My tags");
        assertThat(site.page("tags/X.html")).contains("My x");
        assertThat(site.page("Sitemap.xml")).isEqualTo("my sitemap");
        assertThat(site.page("tags/index-2.html")).contains("href=\"../tags/x-2.html\"");
        assertThat(site.page("sitemap-2.xml")).contains("index.html");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 20, 21})
    void posts_stand_ten_to_a_page(int posts) throws Exception {
        var site = new SmallSite(folder).with("index.md", "# Home\n");
        for (int i = 1; i <= posts; i++) {
            site.with(
                    "p" + i + ".md",
                    "---\ndate: 2025-01-%02d\n---\n# Number %d.\n".formatted(i, i));
        }
        assertThat(site.render(RenderSettings.STANDARD.with(TemplateSet.BLOG))).isEmpty();
        int pages = (posts + 9) / 10;
        assertThat(site.output().resolve("posts/" + (pages + 1) + ".html")).doesNotExist();
        List<String> shown =
                IntStream.rangeClosed(1, pages)
                        .mapToObj(
                                page -> page == 1 ? "posts/index.html" : "posts/" + page + ".html")
                        .flatMap(page -> Links.titlesOfPosts(read(site, page)).stream())
                        .toList();
        assertThat(shown)
                .isEqualTo(
                        IntStream.iterate(posts, i -> i > 0, i -> i - 1)
                                .mapToObj(i -> "Number " + i + ".")
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({"DOCS, 100, 1", "DOCS, 101, 2", "BLOG, 100, 1", "BLOG, 201, 3"})
    void pages_with_one_tag_stand_a_hundred_to_a_page(TemplateSet set, int tagged, int pages)
            throws Exception {
        var site = new SmallSite(folder).with("index.md", "# Home\n");
        for (int i = 1; i <= tagged; i++) {
            site.with(
                    "p%03d.md".formatted(i),
                    "---\ndate: 2025-01-01\ntags: [Java]\n---\n# Number %d.\n".formatted(i));
        }
        assertThat(site.render(RenderSettings.STANDARD.with(set))).isEmpty();
        assertThat(site.output().resolve("tags/java/" + (pages + 1) + ".html")).doesNotExist();
        List<String> lists =
                IntStream.rangeClosed(1, pages)
                        .mapToObj(page ->
                                page == 1 ? "tags/java.html" : "tags/java/" + page + ".html")
                        .toList();
        assertThat(lists.stream().flatMap(page -> Links.titlesOfPosts(read(site, page)).stream()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, tagged)
                                .mapToObj(i -> "Number " + i + ".")
                                .toList());
        if (pages == 3) {
            assertThat(site.page("tags/java/2.html"))
                    .contains("<h1>Tag: Java, page 2 of 3</h1>")
                    .contains("<a rel=\"prev\" href=\"../../tags/java.html\">Page 1 of 3</a>")
                    .contains("<a rel=\"next\" href=\"../../tags/java/3.html\">Page 3 of 3</a>");
        }
    }

    private static String read(SmallSite site, String page) {
        try {
            return site.page(page);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode index(SmallSite site) throws Exception {
        String json = site.page("_lanescope/search-index.json");
        assertThat(site.page("_lanescope/search-index.js"))
                .isEqualTo("window.lanescopeIndex=\n" + json);
        return new JsonMapper().readTree(json);
    }

    private static List<String> texts(Document xml, String element) {
        NodeList found = xml.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .map(Element::getTextContent)
                .toList();
    }

    private static Document xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try (var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            return factory.newDocumentBuilder().parse(bytes);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
