package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanescope.content.Page;
import dev.lanescope.content.PageInfo;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.input.PageException;
import dev.lanescope.pipeline.output.OutputException;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.pipeline.output.OutputTree;
import dev.lanescope.pipeline.output.OutputUpdate;
import dev.lanescope.pipeline.output.UnreadableSourceException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// What is refused, what is emptied, and that files appear whole or not at all.
class OutputFolderTest {

    private static final byte[] HTML = "<p>hello".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private SmallSite small;
    private Site site;
    private Path out;

    @BeforeEach
    void aSite() throws Exception {
        small =
                new SmallSite(folder)
                        .with("index.md", "home")
                        .with("guide/a.md", "a")
                        .with("guide/deep/picture.png", "PICTURE");
        site = small.scan();
        out = small.output();
    }

    @Test
    void a_new_folder_is_made_and_marked_and_gets_the_static_files() throws Exception {
        OutputFolder.prepare(out.resolve("of/nothing"), site);
        assertThat(out.resolve("of/nothing").resolve(Site.MARKER)).isRegularFile();
        assertThat(out.resolve("of/nothing/guide/deep/picture.png")).hasContent("PICTURE");
        assertThat(OutputTree.files(out.resolve("of/nothing")))
                .containsExactly(
                        "_lanescope/search.js", "_lanescope/site.css", "guide/deep/picture.png");
    }

    @Test
    void a_folder_that_is_not_ours_is_never_touched() throws Exception {
        Files.createDirectories(out);
        Path precious = Files.writeString(out.resolve("precious.txt"), "precious");
        assertRefused(out, "was not made by Lanescope and is not empty");
        assertThat(precious).hasContent("precious");
        assertThat(out.resolve(Site.MARKER)).doesNotExist();
    }

    @Test
    void a_folder_that_is_ours_is_emptied_without_following_links() throws Exception {
        OutputFolder.prepare(out, site);
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path precious = Files.writeString(outside.resolve("precious.txt"), "precious");
        Files.writeString(out.resolve("old.html"), "old");
        Files.createDirectories(out.resolve("old/folder"));
        Files.createSymbolicLink(out.resolve("old/link"), outside);
        Files.createSymbolicLink(out.resolve("old/file"), precious);
        OutputFolder.prepare(out, site);
        assertThat(out.resolve("old.html")).doesNotExist();
        assertThat(out.resolve("old")).doesNotExist();
        assertThat(precious).hasContent("precious");
    }

    @Test
    void a_marker_that_is_a_link_or_a_folder_is_no_marker() throws Exception {
        Files.createDirectories(out.resolve(Site.MARKER));
        assertRefused(out, "was not made by Lanescope");
        Files.delete(out.resolve(Site.MARKER));
        Path target = Files.writeString(folder.resolve("target"), "");
        Files.createSymbolicLink(out.resolve(Site.MARKER), target);
        assertRefused(out, "was not made by Lanescope");
    }

    @Test
    void a_file_and_a_symbolic_link_are_refused() throws Exception {
        assertRefused(Files.writeString(folder.resolve("file"), ""), "is a file");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertRefused(
                Files.createSymbolicLink(folder.resolve("link"), empty), "is a symbolic link");
    }

    @Test
    void the_content_folder_and_what_lies_around_it_are_refused() throws Exception {
        assertRefused(small.content(), "holds the content");
        assertRefused(folder, "holds the content");
        assertRefused(small.content().resolve("guide/../"), "holds the content");
        Path detour = Files.createSymbolicLink(folder.resolve("detour"), folder);
        assertRefused(detour.resolve("content"), "holds the content");
        assertThat(small.content().resolve("index.md")).hasContent("home");
    }

    @Test
    void a_folder_inside_the_content_is_refused() throws Exception {
        assertRefused(small.content().resolve("public"), "lies inside the content");
        assertRefused(small.content().resolve("guide/new/site"), "lies inside the content");
        Path detour = Files.createSymbolicLink(folder.resolve("detour"), small.content());
        assertRefused(detour.resolve("public"), "lies inside the content");
        assertThat(small.content().resolve("public")).doesNotExist();
    }

    @Test
    void a_hidden_folder_inside_the_content_is_no_content() throws Exception {
        Path inside = small.content().resolve(".site");
        OutputFolder output = OutputFolder.prepare(inside, site);
        output.write(site.pages().getFirst(), HTML, HTML.length);
        assertThat(small.scan().pages()).isEqualTo(site.pages());
        assertThat(small.scan().assets()).isEqualTo(site.assets());
    }

    @Test
    void a_page_appears_whole_and_leaves_no_temporary_file() throws Exception {
        OutputFolder output = OutputFolder.prepare(out, site);
        Page page = site.page("guide/a.md").orElseThrow();
        output.write(page, HTML, HTML.length);
        output.write(page, HTML, 3); // again, shorter
        assertThat(output.file(page)).hasContent("<p>");
        try (var files = Files.walk(out)) {
            assertThat(files.filter(OutputFolder::isTemporary)).isEmpty();
        }
    }

    @Test
    void an_opened_folder_must_have_been_prepared() throws Exception {
        assertThatThrownBy(() -> OutputFolder.open(out)).isInstanceOf(OutputException.class);
        OutputFolder.prepare(out, site);
        OutputFolder.open(out).write(site.pages().getFirst(), HTML, HTML.length);
        assertThat(out.resolve("index.html")).isRegularFile();
    }

    @Test
    void a_page_whose_name_cannot_be_fails_alone() throws Exception {
        OutputFolder output = OutputFolder.prepare(out, site);
        var page =
                new Page(
                        0,
                        "a.md",
                        "x".repeat(300) + ".html",
                        1,
                        0,
                        PageInfo.titled("A"),
                        List.of());
        assertThatThrownBy(() -> output.write(page, HTML, HTML.length))
                .isInstanceOf(PageException.class)
                .hasMessageStartingWith("a.md: write: ");
        assertThat(OutputTree.files(out)).hasSize(3);
        output.write(site.pages().getFirst(), HTML, HTML.length);
    }

    @Test
    void a_folder_that_vanished_ends_the_run() throws Exception {
        OutputFolder output = OutputFolder.prepare(out, site);
        Page page = site.page("guide/a.md").orElseThrow();
        Files.move(out.resolve("guide"), folder.resolve("elsewhere"));
        assertThatThrownBy(() -> output.write(page, HTML, HTML.length))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("guide/a.html")
                .hasMessageContaining("the folder is gone")
                .isInstanceOfSatisfying(
                        OutputException.class, e -> assertThat(e.touched()).isTrue());
    }

    @Test
    void a_static_file_that_is_gone_is_no_fault_of_the_output_folder() throws Exception {
        Files.delete(site.folder().resolve("guide/deep/picture.png"));
        assertThatThrownBy(() -> OutputFolder.prepare(out, site))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining(
                        "picture.png is gone since the folder was looked through; try again.");
    }

    @Test
    void an_update_does_not_take_a_static_file_for_an_unfinished_one() throws Exception {
        Site both = small.with("a.png", "A").with("a.png.part", "another").scan();
        OutputFolder.prepare(out, both);
        List<String> expected = List.of("a.png", "a.png.part", "guide/deep/picture.png");
        OutputUpdate.of(out, both).apply(Set.copyOf(expected), List.of("a.png"));
        assertThat(out.resolve("a.png.part")).hasContent("another");
    }

    @Test
    void a_full_disk_ends_the_run_with_nothing_half_written() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        int mounted = run("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk.toString());
        assumeThat(mounted).as("this user may mount a small disk").isZero();
        try {
            OutputFolder output = OutputFolder.prepare(disk.resolve("out"), site);
            Page page = site.pages().getFirst();
            byte[] much = new byte[512 * 1024];
            assertThatThrownBy(() -> output.write(page, much, much.length))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("the disk is full");
            assertThat(OutputTree.files(output.path()))
                    .containsExactly(
                            "_lanescope/search.js",
                            "_lanescope/site.css",
                            "guide/deep/picture.png");
            try (var files = Files.walk(output.path())) {
                assertThat(files.filter(OutputFolder::isTemporary)).isEmpty();
            }
        } finally {
            assertThat(run("umount", disk.toString())).isZero();
        }
    }

    @Test
    void many_workers_may_write_at_once() throws Exception {
        for (int i = 0; i < 200; i++) {
            small.with("many/page" + i + ".md", "");
        }
        Site many = small.scan();
        OutputFolder output = OutputFolder.prepare(out, many);
        List<Callable<Boolean>> writes = new ArrayList<>();
        for (Page page : many.pages()) {
            writes.add(() -> {
                output.write(page, HTML, HTML.length);
                return true;
            });
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var write : pool.invokeAll(writes)) {
                assertThat(write.get()).isTrue();
            }
        }
        assertThat(OutputTree.files(out)).hasSize(many.pages().size() + 3);
    }

    @Test
    void leftovers_of_an_abandoned_run_are_discarded() throws Exception {
        OutputFolder output = OutputFolder.prepare(out, site);
        Files.writeString(out.resolve("guide/.lanescope-1-1.part"), "half");
        String hash = OutputTree.hash(out);
        output.discardLeftovers();
        assertThat(out.resolve("guide/.lanescope-1-1.part")).doesNotExist();
        assertThat(OutputTree.hash(out)).isEqualTo(hash);
    }

    private void assertRefused(Path refused, String why) {
        assertThatThrownBy(() -> OutputFolder.prepare(refused, site))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(why)
                .message()
                .doesNotContain("\n")
                .endsWith(".");
    }

    private static int run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (java.io.IOException _) {
            return -1;
        }
    }
}
