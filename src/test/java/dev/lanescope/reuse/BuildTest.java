package dev.lanescope.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.output.OutputException;
import dev.lanescope.pipeline.output.OutputTree;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What is rendered again, and what is not.
class BuildTest {

    @TempDir Path place;
    private Path content;
    private Path output;

    @BeforeEach
    void aSiteThatWasBuilt() throws Exception {
        content = place.resolve("content");
        output = place.resolve("output");
        write("index.md", "# Home\n");
        write("guide/index.md", "# Guide\n");
        write("guide/a.md", "# A\n\nSee ![p](/picture.svg) and [b](b.md).\n");
        write("guide/b.md", "# B\n");
        write("blog/c.md", "---\ntitle: C\ntags: [x]\n---\nSee [a](../guide/a.md).\n");
        write("blog/d.md", "# D\n");
        assertThat(Builds.upon(content, output).rendered()).hasSize(6);
    }

    private void write(String name, String text) throws Exception {
        Files.createDirectories(content.resolve(name).getParent());
        Files.writeString(content.resolve(name), text);
    }

    @Test
    void nothing_is_rendered_when_nothing_changed() throws Exception {
        Builds.Result again = Builds.upon(content, output);
        assertThat(again.rendered()).isEmpty();
        assertThat(again.build().kept()).isEqualTo(6);
        assertThat(again.made()).isEmpty();
        assertThat(again.hash()).isEqualTo(OutputTree.hash(output));
    }

    @Test
    void a_changed_body_renders_that_page_and_makes_what_quotes_it() throws Exception {
        write("guide/b.md", "# B\n\nMore.\n");
        Builds.Result result = Builds.upon(content, output);
        assertThat(result.rendered()).containsExactly("guide/b.md");
        assertThat(result.made()).containsExactly("_lanescope/search-index.js");
        assertThat(Files.readString(output.resolve("guide/b.html"))).contains("More.");
    }

    @Test
    void a_body_that_changes_where_nothing_quotes_it_makes_nothing_else() throws Exception {
        String text = "# B\n\n" + "word ".repeat(200);
        write("guide/b.md", text);
        Builds.upon(content, output);
        write("guide/b.md", text + "another\n");
        Builds.Result result = Builds.upon(content, output);
        assertThat(result.rendered()).containsExactly("guide/b.md");
        assertThat(result.made()).isEmpty();
    }

    @Test
    void another_tag_makes_the_pages_of_both_tags_and_their_list() throws Exception {
        write("blog/e.md", "---\ntags: [z]\n---\n# E\n");
        Builds.upon(content, output);
        write("blog/c.md", "---\ntitle: C\ntags: [y]\n---\nSee [a](../guide/a.md).\n");
        assertThat(Builds.upon(content, output).made())
                .containsExactly("tags/index.html", "tags/y.html");
    }

    @Test
    void a_file_made_of_pages_that_somebody_changed_is_made_again_alone() throws Exception {
        Files.writeString(output.resolve("tags/x.html"), "mine");
        Builds.Result result = Builds.upon(content, output);
        assertThat(result.rendered()).isEmpty();
        assertThat(result.made()).containsExactly("tags/x.html");
        assertThat(Builds.upon(content, output).made()).isEmpty();
    }

    @Test
    void the_index_for_other_tools_that_somebody_changed_is_made_again() throws Exception {
        Path json = output.resolve("_lanescope/search-index.json");
        String before = Files.readString(json);
        Files.writeString(json, "mine");
        assertThat(Builds.upon(content, output).made())
                .containsExactly("_lanescope/search-index.js");
        assertThat(json).hasContent(before);
        Files.delete(json);
        assertThat(Builds.upon(content, output).made())
                .containsExactly("_lanescope/search-index.js");
        assertThat(json).hasContent(before);
        assertThat(Builds.upon(content, output).made()).isEmpty();
    }

    @Test
    void a_page_that_fails_leaves_the_files_made_of_pages() throws Exception {
        write("blog/c.md", "---\ntitle: [\n---\n");
        assertThat(Builds.upon(content, output).made())
                .contains("sitemap.xml", "_lanescope/search-index.js");
        assertThat(output.resolve("sitemap.xml")).content().doesNotContain("c.html");
        assertThat(Builds.upon(content, output).made()).isEmpty();
    }

    @Test
    void a_file_made_of_pages_that_fails_is_tried_again_and_leaves_no_old_file() throws Exception {
        assertThat(output.resolve("tags/x.html")).exists();
        write("_templates/term.peb", "{% include \"no-such\" %}");
        Builds.Result broken = Builds.upon(content, output);
        assertThat(broken.failedFiles()).containsExactly("tags/x.html");
        assertThat(output.resolve("tags/x.html")).doesNotExist();
        assertThat(broken.hash()).isEqualTo(Builds.clean(content, place.resolve("clean")).hash());
        assertThat(Builds.upon(content, output).failedFiles())
                .as("and nothing else is made")
                .containsExactly("tags/x.html");
        assertThat(Builds.upon(content, output).made()).isEmpty();
        Files.delete(content.resolve("_templates/term.peb"));
        assertThat(Builds.upon(content, output).made()).contains("tags/x.html");
    }

    @Test
    void a_build_that_is_stopped_while_it_is_read_back_leaves_the_last_record() throws Exception {
        byte[] record = Files.readAllBytes(output.resolve(OutputTree.BUILD_RECORD));
        write("guide/b.md", "# B\n\nMore.\n");
        Site site = SiteScanner.scan(content, ScanProgress.NONE);
        Build build = Build.upon(site, RenderSettings.STANDARD, output);
        build.staleGenerated(Map.of());
        assertThat(build.finish(Map.of(), List.of(), () -> true)).isEmpty();
        assertThat(output.resolve(OutputTree.BUILD_RECORD)).hasBinaryContent(record);
        assertThat(Builds.upon(content, output).rendered()).containsExactly("guide/b.md");
    }

    @Test
    void a_changed_title_renders_the_pages_that_show_it_and_no_others() throws Exception {
        write("guide/b.md", "# Bee\n");
        assertThat(Builds.upon(content, output).rendered())
                .contains("guide/b.md", "guide/a.md", "guide/index.md")
                .doesNotContain("blog/c.md", "index.md");
    }

    @Test
    void a_page_that_comes_or_goes_renders_its_section_and_its_neighbours_and_no_others()
            throws Exception {
        write("zoo/index.md", "# Zoo\n");
        write("zoo/z.md", "# Z\n");
        Builds.upon(content, output);
        write("guide/c.md", "# C\n");
        assertThat(Builds.upon(content, output).rendered())
                .containsExactly(
                        "guide/index.md", "guide/a.md", "guide/b.md", "guide/c.md", "zoo/index.md");
        Files.delete(content.resolve("guide/c.md"));
        assertThat(Builds.upon(content, output).rendered())
                .containsExactly("guide/index.md", "guide/a.md", "guide/b.md", "zoo/index.md");
    }

    @Test
    void a_static_file_that_comes_renders_the_pages_that_link_to_it() throws Exception {
        write("picture.svg", "<svg/>");
        assertThat(Builds.upon(content, output).rendered()).containsExactly("guide/a.md");
        assertThat(output.resolve("picture.svg")).exists();
        write("picture.svg", "<svg>other</svg>");
        assertThat(Builds.upon(content, output).rendered()).isEmpty();
        assertThat(output.resolve("picture.svg")).hasContent("<svg>other</svg>");
    }

    @Test
    void a_changed_template_renders_all_and_says_why() throws Exception {
        write("_templates/own.peb", "{{ body | raw }}");
        Builds.Result result = Builds.upon(content, output);
        assertThat(result.rendered()).hasSize(6);
        assertThat(result.build().whyAll()).contains("a template has changed");
    }

    @Test
    void a_changed_template_of_another_folder_renders_all_too() throws Exception {
        Path own = Files.createDirectory(place.resolve("own"));
        var settings = RenderSettings.STANDARD.with(own);
        assertThat(Builds.upon(content, output, settings).rendered()).hasSize(6);
        assertThat(Builds.upon(content, output, settings).rendered()).isEmpty();
        Files.writeString(own.resolve("page.peb"), "{{ body | raw }}");
        assertThat(Builds.upon(content, output, settings).rendered()).hasSize(6);
    }

    @Test
    void other_settings_render_all_and_say_why() throws Exception {
        Builds.Result result = Builds.upon(content, output, new RenderSettings(true));
        assertThat(result.rendered()).hasSize(6);
        assertThat(result.build().whyAll()).contains("the settings are others than the last time");
    }

    @Test
    void the_same_bytes_under_another_date_render_nothing() throws Exception {
        Path file = content.resolve("guide/b.md");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertThat(Builds.upon(content, output).rendered()).isEmpty();
    }

    @Test
    void a_page_that_is_gone_takes_its_file_and_its_folder_along() throws Exception {
        Files.delete(content.resolve("blog/c.md"));
        Files.delete(content.resolve("blog/d.md"));
        Builds.upon(content, output);
        assertThat(output.resolve("blog")).doesNotExist();
        assertThat(output.resolve("guide/a.html")).exists();
    }

    @Test
    void html_that_somebody_changed_is_rendered_again() throws Exception {
        Files.writeString(output.resolve("guide/a.html"), "mine");
        Files.delete(output.resolve("guide/b.html"));
        assertThat(Builds.upon(content, output).rendered())
                .containsExactly("guide/a.md", "guide/b.md");
    }

    @Test
    void a_page_that_fails_is_tried_again_and_leaves_no_old_file() throws Exception {
        write("guide/b.md", "---\ntitle: [\n---\n");
        Builds.Result result = Builds.upon(content, output);
        assertThat(result.failed()).containsExactly("guide/b.md");
        assertThat(output.resolve("guide/b.html")).doesNotExist();
        assertThat(Builds.upon(content, output).failed()).containsExactly("guide/b.md");
    }

    @Test
    void a_build_that_was_cut_short_is_made_good() throws Exception {
        write("guide/b.md", "# B\n\nMore.\n");
        write("guide/a.md", "# A\n\nMore.\n");
        var site = SiteScanner.scan(content, ScanProgress.NONE);
        Build cut = Build.upon(site, RenderSettings.STANDARD, output);
        Files.writeString(cut.output().file(cut.stale().getFirst()), "half a site");
        Builds.Result whole = Builds.upon(content, output);
        assertThat(whole.rendered()).containsExactly("guide/a.md", "guide/b.md");
        assertThat(whole.hash()).isEqualTo(Builds.clean(content, place.resolve("c")).hash());
    }

    @Test
    void a_damaged_record_means_a_clean_build() throws Exception {
        Path record = output.resolve(OutputTree.BUILD_RECORD);
        byte[] good = Files.readAllBytes(record);
        String hash = OutputTree.hash(output);
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            byte[] bad =
                    random.nextBoolean()
                            ? Arrays.copyOf(good, random.nextInt(good.length))
                            : good.clone();
            if (bad.length == good.length) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(record, bad);
            assertThat(ManifestFile.read(output)).as("seed " + seed).isEmpty();
        }
        Builds.Result result = Builds.upon(content, output);
        assertThat(result.rendered()).hasSize(6);
        assertThat(result.build().whyAll()).isPresent();
        assertThat(result.hash()).isEqualTo(hash);
    }

    @Test
    void a_folder_that_is_not_ours_is_refused_and_left_alone() throws Exception {
        Path other = Files.createDirectory(place.resolve("other"));
        Files.writeString(other.resolve("precious.txt"), "x");
        Files.write(
                other.resolve(OutputTree.BUILD_RECORD),
                Files.readAllBytes(output.resolve(OutputTree.BUILD_RECORD)));
        assertThatThrownBy(() -> Builds.upon(content, other)).isInstanceOf(OutputException.class);
        assertThat(other.resolve("precious.txt")).exists();
    }
}
