package dev.lanescope.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.links.BrokenLink;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a live site still owes after a page was saved, and how it makes good on it.
class LiveSiteTest {

    private static final String INDEX = "_lanescope/search-index.js";

    @TempDir Path place;
    private Path content;
    private Path output;

    @BeforeEach
    void aSite() throws Exception {
        content = Files.createDirectories(place.resolve("content"));
        output = place.resolve("output");
        Files.writeString(content.resolve("index.md"), "# Home\n");
        Files.writeString(content.resolve("a.md"), "---\ntags: [x]\n---\n# A\n");
    }

    private LiveSite live() throws Exception {
        return new LiveSite(content, output, RenderSettings.STANDARD, ScanSettings.STANDARD, 1);
    }

    private void save(String words) throws Exception {
        Files.writeString(content.resolve("a.md"), "---\ntags: [x]\n---\n# A\n\n" + words + "\n");
    }

    @Test
    void only_the_files_that_quote_a_saved_page_are_made_again() throws Exception {
        LiveSite site = live();
        save("zebra");
        assertThat(site.refresh(List.of("a.md")).rendered()).containsExactly("a.html");
        assertThat(site.settle()).get().extracting(News::rendered).isEqualTo(List.of(INDEX));
        assertThat(output.resolve(INDEX)).content().contains("zebra");
        assertThat(output.resolve(INDEX + "on")).content().contains("zebra");
        assertThat(site.rescan().rendered()).isEmpty();
    }

    @Test
    void a_heading_that_goes_breaks_the_links_to_it_on_other_pages() throws Exception {
        Files.writeString(
                content.resolve("index.md"), "# Home\n\n[x](a.md#part) [y](nowhere.md)\n");
        save("## Part");
        LiveSite site = live();
        assertThat(site.checkLinks(() -> false)).isPresent();
        assertThat(site.news().links().all())
                .extracting(BrokenLink::toString)
                .containsExactly("index.md:3: nowhere.md: there is no page or file nowhere.md");
        assertThat(site.news().links().fresh()).isEmpty();
        save("no part");
        site.refresh(List.of("a.md"));
        site.settle();
        assertThat(site.checkLinks(() -> true)).as("something more urgent").isEmpty();
        assertThat(site.isOwing()).isTrue();
        assertThat(site.checkLinks(() -> false).orElseThrow().links().fresh())
                .extracting(BrokenLink::toString)
                .containsExactly("index.md:3: a.md#part: page a.md has no heading #part");
        assertThat(site.isOwing()).isFalse();
        assertThat(site.checkLinks(() -> false)).as("nothing was rendered").isEmpty();
        save("## Part");
        site.refresh(List.of("a.md"));
        site.settle();
        assertThat(site.checkLinks(() -> false).orElseThrow().links().all()).hasSize(1);
    }

    @Test
    void a_scan_makes_what_was_owed() throws Exception {
        LiveSite site = live();
        save("zebra");
        site.refresh(List.of("a.md"));
        assertThat(site.rescan().rendered()).containsExactly(INDEX);
        assertThat(output.resolve(INDEX)).content().contains("zebra");
    }

    @Test
    void after_a_scan_that_failed_the_next_save_scans_again() throws Exception {
        LiveSite site = live();
        Files.delete(content.resolve("a.md"));
        Files.writeString(content.resolve("index.md"), "---\ndraft: true\n---\n# Home\n");
        assertThat(site.refresh(List.of("a.md", "index.md")).troubles())
                .singleElement()
                .asString()
                .contains("draft");
        Files.writeString(content.resolve("index.md"), "# Home\n");
        assertThat(site.refresh(List.of("index.md")).troubles()).isEmpty();
        assertThat(output.resolve("a.html")).doesNotExist();
    }

    @Test
    void templates_that_cannot_be_read_are_a_trouble_until_they_can_be() throws Exception {
        LiveSite site = live();
        Path templates = Files.createDirectory(content.resolve(Site.TEMPLATES));
        for (int file = 0; file <= 10_000; file++) {
            Files.createFile(templates.resolve("t" + file + ".peb"));
        }
        save("zebra");
        assertThat(site.refresh(List.of("_templates/t1.peb", "a.md")).troubles())
                .singleElement()
                .asString()
                .contains("_templates cannot be read");
        assertThat(site.settle()).isEmpty();
        Files.delete(templates.resolve("t1.peb"));
        assertThat(site.refresh(List.of("index.md")).troubles()).isEmpty();
        assertThat(output.resolve("a.html")).content().contains("zebra");
    }

    @Test
    void what_an_editor_puts_beside_a_template_renders_nothing() throws Exception {
        Path templates = Files.createDirectory(content.resolve(Site.TEMPLATES));
        Files.writeString(templates.resolve("page.peb"), "one {{ body | raw }}");
        LiveSite site = live();
        List<String> touched =
                List.of("_templates/.page.peb.swp", "_templates/4913", "_templates/page.peb~");
        for (String file : touched) {
            Files.writeString(content.resolve(file), "anything");
        }
        News news = site.refresh(touched);
        assertThat(news.rendered()).isEmpty();
        assertThat(news.isWorthReloading()).isFalse();
        assertThat(site.rescan().rendered()).isEmpty();
        Files.writeString(templates.resolve("page.peb"), "two {{ body | raw }}");
        assertThat(site.refresh(List.of("_templates/page.peb")).rendered()).contains("a.html");
    }

    @Test
    void many_pages_saved_at_once_are_taken_over_by_a_scan() throws Exception {
        List<String> many = new ArrayList<>();
        for (int page = 0; page < 16; page++) {
            many.add("p" + page + ".md");
            Files.writeString(content.resolve("p" + page + ".md"), "before");
        }
        LiveSite site = live();
        for (String page : many) {
            Files.writeString(content.resolve(page), "after that");
        }
        News few = site.refresh(many.subList(0, 15));
        assertThat(few.renderedPages()).isEqualTo(15);
        assertThat(few.everything()).isFalse();
        News all = site.refresh(many);
        assertThat(all.everything()).isTrue();
        assertThat(all.rendered()).contains("p15.html", INDEX);
        assertThat(all.renderedPages()).isEqualTo(1);
    }

    @Test
    void the_next_start_makes_what_was_owed() throws Exception {
        LiveSite site = live();
        save("zebra");
        site.refresh(List.of("a.md"));
        site.close();
        assertThat(live().news().rendered()).containsExactly(INDEX);
        assertThat(output.resolve(INDEX)).content().contains("zebra");
    }
}
