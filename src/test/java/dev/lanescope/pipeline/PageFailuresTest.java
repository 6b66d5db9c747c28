package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanescope.content.Site;
import dev.lanescope.pipeline.input.PageException;
import dev.lanescope.pipeline.input.PageReader;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.pipeline.output.OutputTree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A page that fails says where and why, and costs no other page.
class PageFailuresTest {

    @TempDir Path folder;

    @Test
    void broken_pages_are_named_with_line_and_cause_and_the_others_come_out() throws Exception {
        var site =
                new SmallSite(folder)
                        .with("a.md", "---\nok: 1\na: b: c\n---\n")
                        .with("b.md", "---\ntitle: never closed\n")
                        .with("fine.md", "fine");
        Files.write(site.content().resolve("c.md"), new byte[] {'x', '\n', (byte) 0xFF});
        assertThat(site.render())
                .containsExactly(
                        "a.md:3: front matter: mapping values are not allowed here",
                        "b.md:1: front matter is opened by --- but never closed",
                        "c.md:2: is not UTF-8: byte 0xFF at offset 2; save it as UTF-8");
        assertThat(OutputTree.files(site.output()))
                .filteredOn(file -> file.endsWith(".html"))
                .containsExactly("fine.html", "index.html");
    }

    @Test
    void a_page_that_has_gone_or_become_a_link_since_the_scan_fails() throws Exception {
        var small = new SmallSite(folder).with("a.md", "a").with("b.md", "b");
        Site site = small.scan();
        var renderer = renderer(site, small);
        Files.delete(small.content().resolve("a.md"));
        Files.delete(small.content().resolve("b.md"));
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(small.content().resolve("b.md"), secret);
        assertThatThrownBy(() -> renderer.step(Stage.READ, new Draft(site.pages().get(0))))
                .isInstanceOf(PageException.class)
                .hasMessage("a.md: read: the file is gone; scan the folder again");
        assertThatThrownBy(() -> renderer.step(Stage.READ, new Draft(site.pages().get(1))))
                .isInstanceOf(PageException.class)
                .hasMessageStartingWith("b.md: read: ");
    }

    @Test
    void a_page_that_is_too_big_is_refused_by_name() throws Exception {
        var small = new SmallSite(folder).with("big.md", "");
        try (var file = new RandomAccessFile(small.content().resolve("big.md").toFile(), "rw")) {
            file.setLength(PageReader.MAX_BYTES + 1L);
        }
        assertThat(small.render()).containsExactly("big.md: read: is bigger than 64 MB; split it");
    }

    @Test
    void pages_that_nest_too_deeply_fail_and_do_not_kill_the_worker() throws Exception {
        var small =
                new SmallSite(folder)
                        .with("emphasis.md", "*a **b ".repeat(20_000) + "c** d*".repeat(20_000))
                        .with("quotes.md", "> ".repeat(5_000) + "x")
                        .with("links.md", "[".repeat(20_000) + "](x)".repeat(20_000))
                        .with("deep-but-fine.md", "> ".repeat(400) + "x")
                        .with("fine.md", "fine");
        assertThat(small.render())
                .containsExactly(
                        "emphasis.md: nests too deeply (more than 500 levels)",
                        "quotes.md: nests too deeply (more than 500 levels)");
        assertThat(small.page("fine.html")).contains("fine");
    }

    /// Only who refuses it while it is parsed knows the line; and the rest has not been parsed.
    @Test
    void lists_that_nest_too_deeply_are_refused_at_the_first_that_does() throws Exception {
        var small =
                new SmallSite(folder)
                        .with("all-of-it.md", nestedLists(2_000))
                        .with("fine.md", nestedLists(249))
                        .with("mixed.md", "> ".repeat(499) + "- a\n")
                        .with("one-too-deep.md", nestedLists(251));
        assertThat(small.render())
                .containsExactly(
                        "all-of-it.md:251: nests too deeply (more than 500 levels)",
                        "mixed.md: nests too deeply (more than 500 levels)",
                        "one-too-deep.md:251: nests too deeply (more than 500 levels)");
    }

    private static String nestedLists(int depth) {
        return IntStream.range(0, depth)
                .mapToObj(level -> "  ".repeat(level) + "- a\n")
                .collect(Collectors.joining());
    }

    @Test
    void a_stage_out_of_order_is_a_mistake_of_the_caller() throws Exception {
        var small = new SmallSite(folder).with("a.md", "a");
        Site site = small.scan();
        var renderer = renderer(site, small);
        assertThatThrownBy(() -> renderer.step(Stage.RENDER, new Draft(site.pages().getFirst())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_draft_knows_what_went_in_and_came_out() throws Exception {
        var small = new SmallSite(folder).with("a.md", "text");
        Site site = small.scan();
        var renderer = renderer(site, small);
        var draft = new Draft(site.pages().getFirst());
        for (Stage stage : Stage.PAGE_PATH) {
            assertThat(draft.bytesOut()).isZero();
            renderer.step(stage, draft);
        }
        assertThat(draft.bytesIn()).isEqualTo(4);
        assertThat(draft.bytesOut()).isEqualTo(Files.size(small.output().resolve("a.html")));
    }

    @Test
    void an_exception_knows_its_parts() throws Exception {
        var small = new SmallSite(folder).with("a.md", "---\na: b: c\n---\n");
        Site site = small.scan();
        var renderer = renderer(site, small);
        var draft = new Draft(site.pages().getFirst());
        renderer.step(Stage.READ, draft);
        var failure =
                catchThrowableOfType(
                        PageException.class, () -> renderer.step(Stage.FRONT_MATTER, draft));
        assertThat(failure.source()).isEqualTo("a.md");
        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.reason()).isEqualTo("front matter: mapping values are not allowed here");
    }

    private static PageRenderer renderer(Site site, SmallSite small) throws Exception {
        return new PageRenderer(
                site, OutputFolder.prepare(small.output(), site), RenderSettings.STANDARD);
    }
}
