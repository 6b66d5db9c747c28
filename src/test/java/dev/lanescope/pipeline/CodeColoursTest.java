package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanescope.pipeline.code.CodeColoursExtension;
import dev.lanescope.pipeline.markdown.Markdown;

import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Blocks of code in pages, and the colours of the style sheet.
@Execution(ExecutionMode.CONCURRENT)
class CodeColoursTest {

    private static final Path CORPORA =
            Path.of(System.getProperty("lanescope.corpora", "../shared/corpora"));

    @TempDir Path folder;

    @Test
    void code_in_a_known_language_is_coloured_and_keeps_its_class() throws Exception {
        assertThat(SmallSite.articleOf(folder, "```Rust,ignore\nlet x;\n```\n"))
                .contains(
                        "<pre><code class=\"language-rust\">"
                                + "<span class=\"tok-keyword\">let</span> x;\n</code></pre>");
    }

    @Test
    void other_code_is_text() throws Exception {
        assertThat(SmallSite.articleOf(folder, "```klingon\nif (a < b) \"&\"\n```\n"))
                .contains(
                        "<pre><code class=\"language-klingon\">"
                                + "if (a &lt; b) &quot;&amp;&quot;\n</code></pre>");
        assertThat(SmallSite.articleOf(folder, "```\nint a;\n```\n\n    int b;\n"))
                .contains("<pre><code>int a;\n</code></pre>", "<pre><code>int b;\n</code></pre>");
    }

    @Test
    void a_language_cannot_break_out_of_its_class() throws Exception {
        assertThat(SmallSite.articleOf(folder, "```\"><script>\nx\n```\n"))
                .contains("class=\"language-&quot;&gt;&lt;script&gt;\"")
                .doesNotContain("<script>");
    }

    @Test
    void only_so_much_of_a_page_is_coloured() throws Exception {
        String block = "```java\n" + "int a;\n".repeat(30_000) + "```\n\n"; // 210,000 characters
        String html = SmallSite.articleOf(folder, block.repeat(7));
        assertThat(html.split("<span class=\"tok-type\">int</span> a;\n</code>", -1)).hasSize(5);
        assertThat(html.split("a;\n</code>", -1)).hasSize(8);
    }

    /// All code of all pages, with colours and without: what the reader reads is the same.
    @ParameterizedTest
    @ValueSource(strings = {"rust-book", "bengal-site", "rust-blog", "hugo-docs", "cpp-docs"})
    void real_code_reads_the_same_with_colours_as_without(String corpus) throws Exception {
        Path content = CORPORA.resolve(corpus).resolve("content");
        assumeThat(content)
                .as("the corpus %s is not on this machine; set -Dlanescope.corpora", corpus)
                .isDirectory();
        Parser parser = Parser.builder().build();
        HtmlRenderer coloured =
                HtmlRenderer.builder().extensions(List.of(CodeColoursExtension.create())).build();
        HtmlRenderer plain = HtmlRenderer.builder().build();
        Pattern markup = Pattern.compile("<span class=\"tok-[a-z]+\">|</span>");
        Pattern opening = Pattern.compile("<code[^>]*>");
        int blocks = 0;
        int marked = 0;
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
                Node page =
                        parser.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                for (Node node = page.getFirstChild(); node != null; node = node.getNext()) {
                    if (node instanceof FencedCodeBlock block) {
                        String colour = coloured.render(block);
                        String bare = markup.matcher(colour).replaceAll("");
                        assertThat(opening.matcher(bare).replaceFirst("<code>"))
                                .as("%s: %s", file, block.getInfo())
                                .isEqualTo(
                                        opening.matcher(plain.render(block))
                                                .replaceFirst("<code>"));
                        blocks++;
                        marked += colour.length() > bare.length() ? 1 : 0;
                    }
                }
            }
        }
        assertThat(marked).as("coloured of %d", blocks).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"light, 0", "dark, 1"})
    void every_colour_of_code_can_be_read_on_its_ground(String scheme, int which) throws Exception {
        Map<String, String> colours = colours(which);
        for (String role :
                List.of(
                        "keyword",
                        "type",
                        "string",
                        "number",
                        "comment",
                        "function",
                        "meta",
                        "name",
                        "caution")) {
            assertThat(contrast(colour(colours, role), colour(colours, "raised")))
                    .as("%s --%s %s", scheme, role, colours.get(role))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    /// The custom properties of the style sheet's first or second `:root`.
    private static Map<String, String> colours(int which) throws IOException {
        try (InputStream in =
                Markdown.class.getResourceAsStream("/dev/lanescope/pipeline/output/site.css")) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int start = css.indexOf(":root {");
            for (int i = 0; i < which; i++) {
                start = css.indexOf(":root {", start + 1);
            }
            String block = css.substring(start, css.indexOf('}', start));
            Map<String, String> colours = new HashMap<>();
            Pattern.compile("--([a-z]+): #([0-9a-f]{6});")
                    .matcher(block)
                    .results()
                    .forEach(colour -> colours.put(colour.group(1), colour.group(2)));
            return colours;
        }
    }

    private static String colour(Map<String, String> colours, String role) {
        return Objects.requireNonNull(colours.get(role), role);
    }

    /// As WCAG 2 has it: 1 for none, 21 for black on white.
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
