package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.input.PageReader;
import dev.lanescope.pipeline.output.OutputTree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A folder of pages by somebody who wishes us ill: each comes out harmless, or fails alone with a
/// sentence that names it.
@Timeout(60)
class HostilePagesTest {

    private static final RenderSettings ESCAPED = new RenderSettings(true);
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "javascript&colon;alert(1)",
                "javascript&#58;alert(1)",
                "javascript&#x3a;alert(1)",
                "&#106;avascript:alert(1)",
                "java&Tab;script:alert(1)",
                "java&NewLine;script:alert(1)",
                "java&#9;script:alert(1)",
                "java&#10;script:alert(1)",
                "java&#x0d;script:alert(1)",
                "java\tscript:alert(1)",
                "\u0001javascript:alert(1)",
                "&#1;javascript:alert(1)",
                "&#32;javascript:alert(1)",
                "&nbsp;javascript:alert(1)",
                "\u2028javascript:alert(1)",
                "\uFEFFjavascript:alert(1)",
                "\\javascript:alert(1)",
                "javascript\\:alert(1)",
                "vbscript:msgbox(1)",
                "data:text/html,<script>alert(1)</script>",
                "data:text/html;base64,PHNjcmlwdD4=",
                "data:image/svg+xml,<svg onload=alert(1)>",
                "data:,x",
                "file:///etc/passwd",
                "blob:https://a.b/c",
                "view-source:x",
                "jar:file:x!/y",
                "feed:javascript:alert(1)",
                "ms-msdt:/id",
                "x-javascript:alert(1)",
                "javascript://%0aalert(1)",
                "javascript:/*--></title></style></textarea></script>*/alert(1)"
            })
    void an_address_that_runs_something_leads_nowhere(String address) throws Exception {
        String markdown =
                """
                [a](<%1$s>) [b](%1$s) ![c](<%1$s>) [d] [e][d] ![f][d] [*g*](<%1$s> "t") <%1$s>
                %1$s

                [d]: <%1$s>
                """
                        .formatted(address);
        var site = new SmallSite(folder).with("page.md", markdown);
        assertThat(site.render(ESCAPED)).isEmpty();
        Set<String> addresses =
                ADDRESS.matcher(site.article("page.html"))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());
        assertThat(addresses).allSatisfy(HostilePagesTest::assertHarmless);
    }

    private static void assertHarmless(String address) {
        boolean picture = address.startsWith("data:image/");
        String scheme = address.replaceFirst("^([^/?#]*):.*$", "$1");
        assertThat(picture || scheme.equals(address) || Set.of("http", "https").contains(scheme))
                .as(address)
                .isTrue();
    }

    @Test
    void an_embedded_picture_is_a_picture_but_no_link() throws Exception {
        String picture = "data:image/svg+xml,%3Csvg%3E";
        var site =
                new SmallSite(folder).with("page.md", "![a](" + picture + ") [b](" + picture + ")");
        assertThat(site.render(ESCAPED)).isEmpty();
        assertThat(site.article("page.html"))
                .contains("<img src=\"" + picture + "\"", "<a href=\"\">b</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "text <b onclick=\"alert(1)\">x</b>",
                "<svg/onload=alert(1)>",
                "<!--><script>alert(1)</script>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?xml <script>alert(1)</script> ?>",
                "<!DOCTYPE x <script>",
                "> <script>\n> alert(1)\n> </script>",
                "- <iframe src=\"javascript:alert(1)\"></iframe>",
                "| a |\n|---|\n| <script>alert(1)</script> |",
                "# <script>alert(1)</script>",
                "[x](y \"\\\"><script>alert(1)</script>\")",
                "[<script>alert(1)</script>](y)",
                "![\"><script>alert(1)</script>](y)",
                "```\"><script>alert(1)</script>\nx\n```",
                "[^\"><script>]\n\n[^\"><script>]: <script>",
                "# x {#\"><script>alert(1)</script>}",
                "<a@b.c\"><script>alert(1)</script>>",
                "www.a.b/\"><script>alert(1)</script>",
                "> [!NOTE]\n> <script>alert(1)</script>",
                "~~<script>~~ *<script>*",
                "`` `<script>` ``",
                "</article></main><script>alert(1)</script>"
            })
    void raw_html_is_text_where_it_is_not_trusted(String markdown) throws Exception {
        var site = new SmallSite(folder).with("page.md", markdown + "\n");
        assertThat(site.render(ESCAPED)).isEmpty();
        assertThat(site.page("page.html"))
                .doesNotContainIgnoringCase("<script>", "<img src=x", "<svg", "<iframe", "<b on");
        assertThat(site.page("page.html").split("</main>", -1)).hasSize(2);
    }

    @Test
    void what_a_page_says_about_itself_cannot_leave_its_place() throws Exception {
        String bad = "</title></h1>\\\"'><script>alert(1)</script>";
        var site =
                new SmallSite(folder)
                        .with(
                                "page.md",
                                """
                                ---
                                title: "%1$s"
                                description: "%1$s"
                                lang: "%1$s"
                                tags: ["%1$s"]
                                ---
                                ## a
                                """
                                        .formatted(bad))
                        .with("other.md", "# " + bad.replace("\\", "") + "\n\n## " + bad + "\n");
        assertThat(site.render(ESCAPED)).isEmpty();
        for (String page : List.of("page.html", "other.html")) {
            assertThat(site.page(page)).doesNotContain("<script>").contains("&lt;script");
            assertThat(site.page(page).split("</title>", -1)).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b.md",
                "a'b.md",
                "a%2e%2e%2fb.md",
                "<script>alert(1)<&>.md",
                "a\nb.md",
                "a\\b.md",
                "a b.md",
                "javascript:alert(1).md",
                "..%5c.md",
                "...md",
                "a#b?c.md",
                "\u202Egnp.md",
                "{{ page.title }}.md",
                "COM1.md",
                "-.md"
            })
    void an_odd_file_name_is_only_a_name(String name) throws Exception {
        var site = new SmallSite(folder);
        try {
            site.with("x/" + name, "[a](a.md)\n").with("x/zz.md", "# Z\n");
        } catch (java.nio.file.InvalidPathException e) {
            assumeThat(e).as("this machine cannot spell it").isNull();
        }
        assertThat(site.render(ESCAPED)).isEmpty();
        Site scanned = site.scan();
        for (Page page : scanned.pages()) {
            Path output = site.output().resolve(page.output()).normalize();
            assertThat(output).startsWith(site.output()).isRegularFile();
            assertThat(Files.readString(output)).doesNotContain("<script>");
        }
        String neighbour = site.page("x/zz.html");
        assertThat(ADDRESS.matcher(neighbour).results().map(match -> match.group(1)))
                .allSatisfy(HostilePagesTest::assertHarmless)
                .noneMatch(address -> address.contains("\n") || address.contains("<"));
    }

    @Test
    void text_of_other_encodings_is_refused_by_name_or_read() throws Exception {
        var site =
                new SmallSite(folder).with("utf8-bom.md", "\uFEFF---\ntitle: B\n---\n# \u00E4\n");
        bytes(site, "utf16-be.md", "\uFEFF# a\n".getBytes(StandardCharsets.UTF_16BE));
        bytes(site, "utf16-le.md", "\uFEFF# a\n".getBytes(StandardCharsets.UTF_16LE));
        bytes(site, "utf16-plain.md", "# abc\n".getBytes(StandardCharsets.UTF_16LE));
        bytes(site, "latin1.md", "# \u00E4\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes(site, "overlong.md", new byte[] {'a', '\n', (byte) 0xC0, (byte) 0xAF});
        bytes(site, "surrogate.md", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
        bytes(site, "cut.md", new byte[] {'a', (byte) 0xE2, (byte) 0x82});
        assertThat(site.render())
                .containsExactly(
                        "cut.md:1: is not UTF-8: byte 0xE2 at offset 1; save it as UTF-8",
                        "latin1.md:1: is not UTF-8: byte 0xE4 at offset 2; save it as UTF-8",
                        "overlong.md:2: is not UTF-8: byte 0xC0 at offset 2; save it as UTF-8",
                        "surrogate.md:1: is not UTF-8: byte 0xED at offset 0; save it as UTF-8",
                        "utf16-be.md:1: is UTF-16, not UTF-8; save it as UTF-8",
                        "utf16-le.md:1: is UTF-16, not UTF-8; save it as UTF-8",
                        "utf16-plain.md:1: is UTF-16, not UTF-8; save it as UTF-8");
        assertThat(site.page("utf8-bom.html"))
                .contains("<title>B", "<h1 id=\"\u00E4\">\u00E4</h1>");
    }

    @Test
    void every_line_end_and_a_zero_character_are_read() throws Exception {
        String text = "---\ntitle: T\n---\n# A\n\nb\n\n- c\n";
        var site =
                new SmallSite(folder)
                        .with("lf.md", text)
                        .with("crlf.md", text.replace("\n", "\r\n"))
                        .with("cr.md", text.replace("\n", "\r"))
                        .with("zero.md", "a\u0000b\n\n`\u0000` [c](d\u0000e)\n");
        assertThat(site.render()).isEmpty();
        assertThat(site.article("crlf.html")).isEqualTo(site.article("lf.html"));
        assertThat(site.article("cr.html")).isEqualTo(site.article("lf.html"));
        assertThat(site.page("zero.html")).contains("a\uFFFDb").doesNotContain("\u0000");
    }

    @Test
    void what_is_no_regular_file_is_not_read() throws Exception {
        var site = new SmallSite(folder).with("fine.md", "fine");
        Path secret = Files.writeString(folder.resolve("secret.md"), "SECRET");
        Files.createSymbolicLink(site.content().resolve("link.md"), secret);
        Files.createSymbolicLink(site.content().resolve("up"), folder);
        Files.createSymbolicLink(site.content().resolve("loop"), site.content());
        Files.createDirectory(site.content().resolve("folder.md"));
        Path socket = site.content().resolve("socket.md");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            fifo(site.content().resolve("pipe.md"));
            assertThat(site.render()).isEmpty();
            assertThat(site.scan().skipped())
                    .contains("link.md (a symbolic link)", "socket.md (not a regular file)");
        }
        assertThat(OutputTree.files(site.output()))
                .filteredOn(file -> file.endsWith(".html"))
                .containsExactly("fine.html", "index.html");
    }

    @Test
    void a_page_that_becomes_something_else_after_the_scan_fails_alone() throws Exception {
        var small = new SmallSite(folder);
        for (String name : List.of("empty", "folder", "grown", "link", "shrunk", "zfine")) {
            small.with(name + ".md", "# " + name + "\n");
        }
        Site site = small.scan();
        Path content = small.content();
        Files.writeString(content.resolve("empty.md"), "");
        Files.delete(content.resolve("folder.md"));
        Files.createDirectory(content.resolve("folder.md"));
        try (var file = new RandomAccessFile(content.resolve("grown.md").toFile(), "rw")) {
            file.setLength(PageReader.MAX_BYTES + 1L);
        }
        Files.delete(content.resolve("link.md"));
        Files.createSymbolicLink(content.resolve("link.md"), Path.of("/dev/zero"));
        Files.writeString(content.resolve("shrunk.md"), "#");
        assertThat(small.render(site, RenderSettings.STANDARD))
                .containsExactly(
                        "folder.md: read: is a folder now; scan the folder again",
                        "grown.md: read: is bigger than 64 MB; split it",
                        "link.md: read: has become a symbolic link, which is not followed; scan the"
                                + " folder again");
        assertThat(small.page("zfine.html")).contains("zfine");
    }

    @Test
    void a_page_that_becomes_a_pipe_after_the_scan_does_not_hold_up_the_run() throws Exception {
        var small = new SmallSite(folder).with("a.md", "a").with("b.md", "b");
        Site site = small.scan();
        Files.delete(small.content().resolve("a.md"));
        fifo(small.content().resolve("a.md"));
        assertThat(small.render(site, RenderSettings.STANDARD))
                .containsExactly("a.md: read: is no regular file; scan the folder again");
    }

    @Test
    void a_page_without_permission_fails_alone() throws Exception {
        var site = new SmallSite(folder).with("a.md", "a").with("b.md", "b");
        Path closed = site.content().resolve("a.md");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(closed)).as("this user may read everything").isFalse();
        assertThat(site.render())
                .containsExactly("a.md: read: no permission to read it; give yourself access");
    }

    @Test
    void links_that_climb_out_of_the_site_stay_text_of_the_page() throws Exception {
        var site =
                new SmallSite(folder)
                        .with(
                                "page.md",
                                "[a](../../../../etc/passwd) [b](/../../x.md) [c](%2e%2e/d.md)\n")
                        .with("deep/d.md", "d");
        assertThat(site.render()).isEmpty();
        assertThat(OutputTree.files(site.output()))
                .filteredOn(file -> file.endsWith(".html"))
                .containsExactly("deep/d.html", "index.html", "page.html");
    }

    @Test
    void footnotes_and_headings_share_no_id() throws Exception {
        String notes = "[^a] [^a] [^a-2]\n\n# fnref2-a\n\n# fn-a\n\n[^a]: x\n[^a-2]: y\n";
        var site = new SmallSite(folder).with("page.md", notes);
        assertThat(site.render()).isEmpty();
        String html = site.article("page.html");
        assertThat(Pattern.compile(" id=\"([^\"]*)\"").matcher(html).results())
                .extracting(match -> match.group(1))
                .doesNotHaveDuplicates()
                .contains("fnref-a", "fnref2-a", "fnref-a-2", "fn-a", "fn-a-2");
        assertThat(html).contains("href=\"#fnref2-a\"", "href=\"#fnref-a-2\"");
    }

    private static void bytes(SmallSite site, String name, byte[] bytes) throws Exception {
        Files.write(site.content().resolve(name), bytes);
    }

    private static void fifo(Path path) throws Exception {
        var mkfifo = new ProcessBuilder("mkfifo", path.toString());
        try {
            assumeThat(mkfifo.start().waitFor()).as("there is mkfifo").isZero();
        } catch (java.io.IOException e) {
            assumeThat(e).as("there is mkfifo").isNull();
        }
    }
}
