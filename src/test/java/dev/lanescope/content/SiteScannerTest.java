package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// What becomes of a folder: which files are pages, what they are called, in which order they
/// stand.
class SiteScannerTest {

    @TempDir Path temporary;

    @Test
    void markdown_files_are_pages_and_other_files_are_static() throws Exception {
        write("index.md", "# Home\n");
        write("guide/pools.md", "# Pools\n");
        write("guide/Notes.MARKDOWN", "");
        write("guide/picture.png", "x");
        Site site = scan();
        assertThat(outputs(site))
                .containsExactly("index.html", "guide/Notes.html", "guide/pools.html");
        assertThat(site.assets()).containsExactly("guide/picture.png");
        assertThat(site.bytes()).isEqualTo(15);
        assertThat(site.name())
                .as("content says nothing")
                .isEqualTo(site.folder().getName(site.folder().getNameCount() - 2).toString());
    }

    @Test
    void a_folder_s_own_page_becomes_its_index_and_gives_the_section_its_title() throws Exception {
        write("README.md", "# Home\n");
        write("guide/_index.md", "---\ntitle: The guide\n---\n");
        write("bare/page.md", "text");
        Site site = scan();
        assertThat(outputs(site))
                .containsExactly("index.html", "bare/page.html", "guide/index.html");
        assertThat(site.section("guide").orElseThrow().title()).isEqualTo("The guide");
        assertThat(site.section("bare").orElseThrow().title()).isEqualTo("Bare");
        assertThat(site.index(site.section("bare").orElseThrow())).isEmpty();
    }

    @Test
    void pages_that_want_the_same_output_are_told_apart_by_a_number() throws Exception {
        write("index.md", "a");
        write("_index.md", "b");
        write("README.md", "c");
        write("page.md", "d");
        write("page.markdown", "e");
        write("taken.md", "f");
        write("taken.html", "static files keep their names");
        Site site = scan();
        assertThat(site.page("index.md").orElseThrow().output()).isEqualTo("index.html");
        assertThat(site.page("_index.md").orElseThrow().output()).isEqualTo("index-2.html");
        assertThat(site.page("README.md").orElseThrow().output()).isEqualTo("index-3.html");
        assertThat(site.page("page.markdown").orElseThrow().output()).isEqualTo("page.html");
        assertThat(site.page("page.md").orElseThrow().output()).isEqualTo("page-2.html");
        assertThat(site.page("taken.md").orElseThrow().output()).isEqualTo("taken-2.html");
        assertThat(site.pages().getFirst().source()).isEqualTo("index.md");
    }

    @Test
    void names_that_differ_only_in_case_get_outputs_that_differ_in_more() throws Exception {
        write("Page.md", "a");
        write("page.md", "b");
        assumeThat(Files.isSameFile(content().resolve("Page.md"), content().resolve("page.md")))
                .as("this file system tells upper from lower case")
                .isFalse();
        assertThat(outputs(scan())).containsExactly("Page.html", "page-2.html");
    }

    @Test
    void names_that_differ_only_in_how_an_accent_is_spelled_get_outputs_that_differ_in_more()
            throws Exception {
        write("caf\u00e9.md", "composed");
        write("cafe\u0301.md", "decomposed");
        Site site = scan();
        assumeThat(site.pages()).as("this file system tells them apart").hasSize(2);
        assertThat(outputs(site)).containsExactly("cafe\u0301.html", "caf\u00e9-2.html");
    }

    @Test
    void folders_that_are_one_somewhere_do_not_get_the_same_outputs() throws Exception {
        write("guide/a.md", "a");
        write("guide./a.md", "b");
        write("guide /a.md", "c");
        write("GUIDE/a.md", "d");
        Site site = scan();
        assumeThat(site.pages()).as("this file system tells them apart").hasSize(4);
        assertThat(outputs(site))
                .containsExactlyInAnyOrder(
                        "GUIDE/a.html", "guide /a-2.html", "guide./a-3.html", "guide/a-4.html");
    }

    @Test
    void our_own_folders_are_ours_however_they_are_written() throws Exception {
        write("page.md", "");
        write("_Lanescope/page.md", "");
        write("_TEMPLATES/page.md", "");
        assertThat(outputs(scan())).containsExactly("page.html");
    }

    @Test
    void pages_stand_by_weight_then_name_and_subfolders_after_them() throws Exception {
        write("z.md", "---\nweight: 1\n---\n");
        write("b.md", "b");
        write("a.md", "a");
        write("c/page.md", "c");
        write("d/index.md", "---\nweight: 5\n---\n");
        assertThat(outputs(scan()))
                .containsExactly("z.html", "a.html", "b.html", "d/index.html", "c/page.html");
    }

    @Test
    void a_title_comes_from_front_matter_else_the_first_heading_else_the_name() throws Exception {
        write("a.md", "---\ntitle: From the front\n---\n# Not this\n");
        write("b.md", "```sh\n# no heading\n```\n\n## The `first` [one](x.md) {#id}\n");
        write("c-of_names.md", "no heading");
        write("d.md", "---\ntitle: [broken\n---\n# Heading\n");
        write("e.md", "\uFEFF---\r\ntitle: With a mark\r\n---\r\n");
        assertThat(scan().pages())
                .extracting(Page::title)
                .containsExactly(
                        "From the front", "The first one", "C of names", "D", "With a mark");
    }

    @Test
    void front_matter_longer_than_the_first_read_is_read_whole() throws Exception {
        write("a.md", "---\nlong: " + "x".repeat(50_000) + "\ntitle: At the end\n---\n# No\n");
        assertThat(scan().pages().getFirst().title()).isEqualTo("At the end");
    }

    @Test
    void hidden_files_our_own_sites_and_templates_are_left_out() throws Exception {
        write("page.md", "");
        write(".hidden.md", "");
        write(".git/page.md", "");
        write("public/" + Site.MARKER, "");
        write("public/page.md", "");
        write("_templates/card.peb", "");
        write("_lanescope/site.css", "");
        Site site = scan();
        assertThat(outputs(site)).containsExactly("page.html");
        assertThat(site.assets()).isEmpty();
        assertThat(site.skipped()).isEmpty();
    }

    @Test
    void no_symbolic_link_is_followed_and_each_is_mentioned() throws Exception {
        write("page.md", "");
        Path secret = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(secret.resolve("secret.md"), "secret");
        Files.createSymbolicLink(content().resolve("folder"), secret);
        Files.createSymbolicLink(content().resolve("file.md"), secret.resolve("secret.md"));
        Files.createSymbolicLink(content().resolve("circle"), content());
        Site site = scan();
        assertThat(outputs(site)).containsExactly("page.html");
        assertThat(site.skipped())
                .containsExactly(
                        "circle (a symbolic link)",
                        "file.md (a symbolic link)",
                        "folder (a symbolic link)");
    }

    @Test
    void a_content_folder_may_itself_be_a_symbolic_link() throws Exception {
        write("page.md", "");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), content());
        assertThat(SiteScanner.scan(link, ScanProgress.NONE).folder())
                .isEqualTo(content().toRealPath());
    }

    @Test
    void a_folder_that_cannot_be_rendered_is_refused_in_one_sentence() throws Exception {
        assertRefused(temporary.resolve("nowhere"), "does not exist");
        assertRefused(Files.writeString(temporary.resolve("file"), ""), "is a file");
        Path folder = Files.createDirectory(temporary.resolve("folder"));
        assertRefused(folder, "is empty");
        Files.writeString(folder.resolve("a.txt"), "");
        assertRefused(folder, "has no Markdown files");
        Files.writeString(folder.resolve(Site.MARKER), "");
        assertRefused(folder, "is a site that Lanescope has written");
    }

    @Test
    void a_folder_nobody_may_read_is_refused() throws Exception {
        write("page.md", "");
        write("locked/page.md", "");
        Path locked = content().resolve("locked");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            assumeThat(Files.isReadable(locked)).as("permissions bind this user").isFalse();
            assertRefused(content(), "no permission");
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_folder_that_is_too_deep_is_refused_by_name() throws Exception {
        write("d/".repeat(60) + "page.md", "");
        assertRefused(content(), "folders deep");
    }

    @Test
    void progress_counts_the_pages_and_may_cancel() throws Exception {
        for (int i = 0; i < 5; i++) {
            write("page" + i + ".md", "");
        }
        List<Integer> seen = new ArrayList<>();
        SiteScanner.scan(content(), seen::add);
        assertThat(seen).containsExactly(1, 2, 3, 4, 5);
        assertThatThrownBy(() -> SiteScanner.scan(content(), found -> found < 3))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void an_interrupt_ends_a_scan() throws Exception {
        write("page.md", "");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> SiteScanner.scan(content(), ScanProgress.NONE))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static void assertRefused(Path folder, String why) {
        assertThatThrownBy(() -> SiteScanner.scan(folder, ScanProgress.NONE))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining(folder.getFileName().toString())
                .hasMessageContaining(why)
                .message()
                .doesNotContain("\n")
                .endsWith(".");
    }

    private Path content() {
        return temporary.resolve("content");
    }

    private void write(String path, String text) throws Exception {
        Path file = content().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Site scan() throws Exception {
        return SiteScanner.scan(content(), ScanProgress.NONE);
    }

    private static List<String> outputs(Site site) {
        return site.pages().stream().map(Page::output).toList();
    }
}
