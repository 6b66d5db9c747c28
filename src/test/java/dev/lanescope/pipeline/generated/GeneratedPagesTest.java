package dev.lanescope.pipeline.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.content.Page;
import dev.lanescope.content.RelativePath;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Which files are made of a site's pages, and that none takes another's place.
class GeneratedPagesTest {

    private static final int SITES = 60;

    private static final List<String> NAMES =
            List.of(
                    "tags",
                    "Tags",
                    "TAGS",
                    "tags-2",
                    "categories",
                    "archive",
                    "posts",
                    "index",
                    "INDEX",
                    "c",
                    "C",
                    "c-2",
                    "feed",
                    "sitemap",
                    "2",
                    "2024",
                    "java",
                    "Java");

    private static final List<String> ENDINGS =
            List.of("", ".html", ".HTML", ".xml", ".md", ".md", ".md", ".markdown");

    private static final List<String> TERMS =
            List.of(
                    "C",
                    "c",
                    "C++",
                    "C#",
                    "Java",
                    "java",
                    "index",
                    "..",
                    "../../x",
                    "con",
                    "a/b",
                    "-",
                    "été",
                    "e\u0301te\u0301",
                    "\uD83D\uDE00",
                    "Tags",
                    "2",
                    "x".repeat(99));

    @TempDir Path temporary;

    @Test
    void no_generated_file_takes_the_place_of_anything() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("GeneratedPagesTest: seed " + seed);
        var random = new Random(seed);
        for (int number = 0; number < SITES; number++) {
            Site site = randomSite(random, temporary.resolve("site" + number));
            for (TemplateSet set : TemplateSet.values()) {
                checkNames(site, GeneratedPages.of(site, set, BaseUrl.NONE), seed);
            }
        }
    }

    private static void checkNames(Site site, GeneratedPages pages, long seed) {
        Set<String> files = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (Page page : site.pages()) {
            add(page.output(), files, folders, seed);
        }
        site.assets()
                .forEach(asset -> {
                    files.add(RelativePath.key(asset)); // two of them may differ only in case
                    addFolders(asset, folders);
                });
        for (Generated one : pages.all()) {
            assertThat(one).isSameAs(pages.all().get(one.id()));
            add(one.output(), files, folders, seed);
        }
        for (Generated one : pages.all()) { // a site's own may be both, in other cases
            assertThat(folders).as("seed %d", seed).doesNotContain(RelativePath.key(one.output()));
            Set<String> inside = new HashSet<>();
            addFolders(one.output(), inside);
            inside.retainAll(files);
            assertThat(inside).as("files around %s, seed %d", one, seed).isEmpty();
        }
    }

    private static void add(String output, Set<String> files, Set<String> folders, long seed) {
        assertThat(files.add(RelativePath.key(output))).as("%s, seed %d", output, seed).isTrue();
        addFolders(output, folders);
    }

    private static void addFolders(String output, Set<String> folders) {
        String folder = RelativePath.key(RelativePath.folder(output));
        while (!folder.isEmpty() && folders.add(folder)) {
            folder = RelativePath.folder(folder);
        }
    }

    private static Site randomSite(Random random, Path folder) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("page.md"), matter(random));
        for (int i = random.nextInt(12); i >= 0; i--) {
            String name = pick(random, NAMES) + pick(random, ENDINGS);
            Path file =
                    folder.resolve(random.nextBoolean() ? name : pick(random, NAMES) + "/" + name);
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, name.endsWith(".md") ? matter(random) : "static");
            } catch (java.io.IOException _) {
                // a file and a folder cannot have one name
            }
        }
        return SiteScanner.scan(folder, ScanProgress.NONE);
    }

    private static String matter(Random random) {
        var text = new StringBuilder("---\n");
        if (random.nextBoolean()) {
            text.append("date: 20").append(10 + random.nextInt(15)).append("-01-02\n");
        }
        for (String key : List.of("tags", "categories", "aliases")) {
            text.append(key).append(":\n");
            for (int i = random.nextInt(5); i > 0; i--) {
                String value =
                        pick(
                                random,
                                key.equals("aliases") || random.nextInt(4) == 0 ? NAMES : TERMS);
                text.append("  - \"").append(value).append("\"\n");
            }
        }
        return text.append("---\ntext\n").toString();
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    @Test
    void a_worker_elsewhere_lists_the_same() throws Exception {
        Site site = randomSite(new Random(7), temporary);
        Site copy = Site.fromBytes(site.toBytes());
        for (TemplateSet set : TemplateSet.values()) {
            assertThat(GeneratedPages.of(copy, set, BaseUrl.NONE).all())
                    .isEqualTo(GeneratedPages.of(site, set, BaseUrl.NONE).all());
        }
    }

    @Test
    void a_thousand_terms_that_slugify_alike_are_named_at_once() throws Exception {
        var text = new StringBuilder();
        for (int page = 0; page < 50; page++) {
            text.setLength(0);
            text.append("---\ntags:\n");
            for (int i = 0; i < 50; i++) {
                text.append("  - \"C")
                        .append("+".repeat(i))
                        .append("!".repeat(page))
                        .append("\"\n");
            }
            Files.writeString(temporary.resolve("p" + page + ".md"), text.append("---\n"));
        }
        Site site = SiteScanner.scan(temporary, ScanProgress.NONE);
        assertThat(GeneratedPages.of(site, TemplateSet.DOCS, BaseUrl.NONE).all())
                .hasSizeGreaterThan(2_500)
                .extracting(Generated::output)
                .doesNotHaveDuplicates()
                .contains("tags/c.html", "tags/c-2.html", "tags/c-2500.html");
    }

    @Test
    @Timeout(60)
    void every_year_of_a_long_archive_lists_all_years_at_once() throws Exception {
        int years = 3_000;
        for (int year = 1; year <= years; year++) {
            String date = String.format(Locale.ROOT, "%04d-05-03", year);
            Files.writeString(
                    temporary.resolve("p" + year + ".md"), "---\ndate: " + date + "\n---\n");
        }
        Site site = SiteScanner.scan(temporary, ScanProgress.NONE);
        GeneratedPages pages = GeneratedPages.of(site, TemplateSet.BLOG, BaseUrl.NONE);
        var gatherer = new Gatherer(pages);
        Digests digests = Digests.of(Collections.nCopies(years, new PageWords(List.of(), "")));
        int found = 0;
        for (Generated file : pages.all()) {
            if (file.content() instanceof GeneratedContent.Year(int year)) {
                Map<String, Object> model = gatherer.model(file, digests);
                assertThat((List<?>) model.get("posts")).hasSize(1);
                assertThat((List<?>) model.get("years")).hasSize(years);
                assertThat(model.get("year")).isEqualTo(year);
                found++;
            }
        }
        assertThat(found).isEqualTo(years);
    }

    @Test
    void more_pages_than_a_sitemap_may_have_take_several_and_an_index() throws Exception {
        for (String name : List.of("a.md", "b.md", "c.md", "d.md", "e.md")) {
            Files.writeString(temporary.resolve(name), "text");
        }
        Files.writeString(temporary.resolve("sitemap-2.xml"), "mine");
        Site site = SiteScanner.scan(temporary, ScanProgress.NONE);
        BaseUrl base = BaseUrl.of("https://example.org");
        GeneratedPages pages = GeneratedPages.of(site, TemplateSet.DOCS, base, 2);
        assertThat(sitemap(pages, "sitemap.xml"))
                .contains("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">")
                .contains("<sitemap><loc>https://example.org/sitemap-1.xml</loc>")
                .contains("<loc>https://example.org/sitemap-2-2.xml</loc>")
                .contains("<loc>https://example.org/sitemap-3.xml</loc>");
        assertThat(sitemap(pages, "sitemap-1.xml"))
                .contains("a.html", "b.html")
                .doesNotContain("c.");
        assertThat(sitemap(pages, "sitemap-2-2.xml")).contains("c.html", "d.html");
        assertThat(sitemap(pages, "sitemap-3.xml")).contains("e.html").doesNotContain("d.html");
        GeneratedPages one = GeneratedPages.of(site, TemplateSet.DOCS, base, 5);
        assertThat(sitemap(one, "sitemap.xml")).contains("<urlset", "a.html", "e.html");
        assertThat(one.all()).extracting(Generated::output).doesNotContain("sitemap-1.xml");
    }

    private static String sitemap(GeneratedPages pages, String name) {
        Generated file =
                pages.all().stream()
                        .filter(one -> one.output().equals(name))
                        .findFirst()
                        .orElseThrow();
        Digests digests = Digests.of(Collections.nCopies(5, new PageWords(List.of(), "")));
        return new String(new Gatherer(pages).file(file, digests), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", " https://example.org/ ", "http://[::1]:80/a"})
    void a_base_address_ends_with_a_slash(String typed) {
        assertThat(BaseUrl.of(typed).text()).endsWith("/").startsWith("http").doesNotContain(" ");
        assertThat(BaseUrl.of(typed).to("a b/c.html")).endsWith("/a%20b/c.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "example.org",
                "//example.org/",
                "https:///path",
                "https://example.org/?q=",
                "https://example.org/#top",
                "file:///etc",
                "https://exa mple.org"
            })
    void a_base_address_that_is_none_is_refused(String typed) {
        assertThatThrownBy(() -> BaseUrl.of(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no base address of a site");
    }
}
