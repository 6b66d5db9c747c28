package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Wait;
import dev.lanescope.pipeline.output.FileTree;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What `serve` says while it runs, and how it ends where it must.
@Timeout(60)
class ServeCommandTest {

    @TempDir Path place;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path content;
    private Path output;

    @BeforeEach
    void aSite() {
        content = place.resolve("content");
        output = place.resolve("output");
        Answer.page(content, "index.md", "# Home\n");
    }

    private CompletableFuture<Integer> serve(String... options) {
        var streams =
                new Streams(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false);
        var terminal = new Terminal(streams, (_, png) -> Files.createFile(png));
        List<String> words = new ArrayList<>(List.of("serve", content.toString()));
        words.addAll(List.of("--out", output.toString()));
        words.addAll(List.of(options));
        return CompletableFuture.supplyAsync(() -> terminal.run(words.toArray(String[]::new)));
    }

    private void untilSaid(String words) throws Exception {
        Wait.until(() -> out.toString(StandardCharsets.UTF_8).contains(words));
    }

    @Test
    void it_tells_pages_from_the_files_made_of_them() throws Exception {
        CompletableFuture<Integer> code = serve();
        untilSaid("(Ctrl-C ends it)");
        Answer.page(content, "index.md", "# Home\n\nzebra\n");
        untilSaid("rendered index.html\n");
        untilSaid("made _lanescope/search-index.js\n");
        Answer.page(content, "new.md", "# New\n");
        untilSaid(" made of pages\n");
        Files.move(output, place.resolve("elsewhere"));
        Answer.page(content, "index.md", "# Home\n\nmore\n");
        assertThat(code.get()).isEqualTo(ExitCode.GIVEN_UP.number());
    }

    @Test
    void an_output_folder_that_is_gone_ends_it_as_something_that_had_begun() throws Exception {
        CompletableFuture<Integer> code = serve();
        untilSaid("(Ctrl-C ends it)");
        Files.move(output, place.resolve("elsewhere"));
        Answer.page(content, "index.md", "# Home\n\nmore\n");
        assertThat(code.get()).isEqualTo(ExitCode.GIVEN_UP.number());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("lanescope: index.html could not be written", "the folder is gone");
    }

    @Test
    void a_folder_of_templates_that_is_replaced_is_used_as_it_is_now() throws Exception {
        Path own = Files.createDirectory(place.resolve("own"));
        Files.writeString(own.resolve("page.peb"), "first {{ body | raw }}");
        CompletableFuture<Integer> code = serve("--own-templates", own.toString());
        untilSaid("(Ctrl-C ends it)");
        assertThat(output.resolve("index.html")).content().startsWith("first");
        FileTree.delete(own);
        Files.createDirectory(own);
        Files.writeString(own.resolve("page.peb"), "second {{ body | raw }}");
        Wait.until(() -> Files.readString(output.resolve("index.html")).startsWith("second"));
        end(code);
    }

    @Test
    void broken_links_are_told_once_with_their_lines_and_again_when_an_edit_breaks_more()
            throws Exception {
        for (int page = 0; page < 9; page++) {
            Answer.page(content, "p" + page + ".md", "# P\n\n[x](nowhere.md)\n");
        }
        Answer.page(content, "a.md", "# A\n\n## Part\n");
        Answer.page(content, "b.md", "# B\n\n[x](a.md#part)\n");
        CompletableFuture<Integer> code = serve();
        untilComplained("  and 4 more; `run --json` lists them all\n");
        assertThat(complaints())
                .contains("9 broken links:\n  p0.md:3: nowhere.md: there is no page or file");
        Answer.page(content, "a.md", "# A\n\n## Other\n");
        untilComplained("  b.md:3: a.md#part: page a.md has no heading #part\n");
        assertThat(complaints())
                .contains("1 broken link more, 10 now:\n")
                .containsOnlyOnce("p0.md:3")
                .containsOnlyOnce("b.md:3");
        Answer.page(content, "a.md", "# A\n\n## Part\n");
        untilSaid("1 broken link mended, 9 left\n");
        for (int page = 0; page < 9; page++) {
            Answer.page(content, "p" + page + ".md", "# P\n");
        }
        untilSaid("no link is broken any more\n");
        end(code);
    }

    private void untilComplained(String words) throws Exception {
        Wait.until(() -> complaints().contains(words));
    }

    private String complaints() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void end(CompletableFuture<Integer> code) throws Exception {
        Files.move(output, place.resolve("elsewhere"));
        Answer.page(content, "index.md", "# Home\n\nthe end\n");
        assertThat(code.get()).isEqualTo(ExitCode.GIVEN_UP.number());
    }
}
