package dev.lanescope.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.BrowserPage;
import dev.lanescope.Chromium;
import dev.lanescope.Wait;
import dev.lanescope.pipeline.links.BrokenLink;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a browser of this machine gets, and what nobody gets.
@Timeout(60)
class PreviewServerTest {

    private static final String PAGE = "<!doctype html><title>x</title>hello";

    @TempDir Path folder;
    private PreviewServer server;
    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void aServer() throws Exception {
        Files.writeString(folder.resolve("index.html"), PAGE);
        Files.writeString(folder.resolve("x.css"), "a {}");
        Files.writeString(folder.resolve(".lanescope-build"), "secret");
        server = new PreviewServer(folder.toRealPath(), 0, news("a.md: is broken"));
    }

    private static News news(String... troubles) {
        return new News(List.of(), 0, false, 1, List.of(troubles), DeadLinks.NONE);
    }

    @AfterEach
    void itEnds() {
        server.close();
        browser.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(server.address().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_page_has_the_script_on_its_way_but_not_on_the_disk() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith(PAGE).contains("<script src=\"/_lanescope/live.js\"");
        assertThat(folder.resolve("index.html")).hasContent(PAGE);
        assertThat(get("/_lanescope/live.js").body()).contains("EventSource");
        assertThat(get("/x.css").body()).isEqualTo("a {}");
    }

    @Test
    void hidden_files_and_other_folders_are_not_there() throws Exception {
        assertThat(get("/.lanescope-build").statusCode()).isEqualTo(404);
        assertThat(get("/nothing.html").statusCode()).isEqualTo(404);
        assertThat(raw("GET /../../etc/passwd HTTP/1.1", "localhost")).contains(" 404 ");
        assertThat(raw("GET /%2e%2e/%2e%2e/etc/passwd.html HTTP/1.1", "localhost"))
                .contains(" 404 ");
    }

    @Test
    void what_no_file_can_be_called_is_not_there() throws Exception {
        assertThat(get("/a%00.html").statusCode()).isEqualTo(404);
        assertThat(get("/a%00.css").statusCode()).isEqualTo(404);
        assertThat(get("/%00/").statusCode()).isEqualTo(404);
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_that_has_not_come_out_waits_for_it_with_the_script() throws Exception {
        HttpResponse<String> page = get("/bad.html");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("no such page", "<script src=\"/_lanescope/live.js\"");
    }

    @Test
    void a_folder_without_an_index_shows_no_listing() throws Exception {
        Files.createDirectories(folder.resolve("posts"));
        Files.writeString(folder.resolve("posts/secretly.html"), PAGE);
        HttpResponse<String> answer = get("/posts/");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("secretly");
    }

    @Test
    void who_names_another_host_is_refused() throws Exception {
        assertThat(raw("GET / HTTP/1.1", "evil.example")).contains(" 403 ").doesNotContain("hello");
        assertThat(raw("GET / HTTP/1.1", "localhost")).contains(" 200 ");
        assertThat(raw("GET / HTTP/1.1", "127.0.0.1")).contains(" 200 ");
    }

    @Test
    void nothing_can_be_written() throws Exception {
        HttpResponse<String> answer =
                browser.send(
                        HttpRequest.newBuilder(server.address())
                                .POST(HttpRequest.BodyPublishers.ofString("x"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void it_listens_on_this_machine_only() {
        assertThat(server.address().getHost()).isEqualTo("localhost");
        assertThat(server.isLoopbackOnly()).isTrue();
    }

    @Test
    void an_open_page_is_told_what_changed_and_what_is_wrong() throws Exception {
        try (var socket = new Socket("localhost", server.address().getPort());
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8))) {
            ask(socket, "GET /_lanescope/live HTTP/1.1", "localhost");
            assertThat(dataAfter(in, "troubles")).contains("a.md: is broken");
            server.tell(new News(List.of("index.html"), 1, false, 1, List.of(), DeadLinks.NONE));
            assertThat(dataAfter(in, "troubles")).contains("[]");
            assertThat(dataAfter(in, "changed"))
                    .contains("\"rendered\":[\"index.html\"]", "\"everything\":false");
        }
    }

    @Test
    void an_open_page_is_told_its_broken_links_and_those_that_broke_elsewhere() throws Exception {
        var here = new BrokenLink("a b.md", 3, "x.md", "there is no page or file x.md");
        var old = new BrokenLink("old.md", 1, "y.md", "there is no page or file y.md");
        var fresh = new BrokenLink("c.md", 2, "z.md", "there is no page or file z.md");
        var links =
                new DeadLinks(
                        List.of(here, fresh, old),
                        List.of(fresh),
                        Map.of("a b.html", List.of(here), "old.html", List.of(old)));
        try (var socket = new Socket("localhost", server.address().getPort());
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8))) {
            ask(socket, "GET /_lanescope/live?page=a%20b.html HTTP/1.1", "localhost");
            assertThat(dataAfter(in, "links")).contains("[]");
            server.tell(new News(List.of(), 0, false, 1, List.of(), links));
            assertThat(dataAfter(in, "links"))
                    .contains("\"a b.md:3: x.md: there is", "\"c.md:2: z.md: there is")
                    .doesNotContain("old.md");
        }
    }

    @Test
    void a_browser_shows_what_is_wrong_in_bars() throws Exception {
        var here = new BrokenLink("index.md", 3, "<b>.md", "there is no page or file <b>.md");
        var links =
                new DeadLinks(List.of(here), List.of(here), Map.of("index.html", List.of(here)));
        server.tell(new News(List.of(), 0, false, 1, List.of("a.md: is broken"), links));
        try (var page =
                Chromium.orSkip(folder, "the bar of a preview").open(server.address().toString())) {
            Wait.until(() -> shown(page, "alert").equals("a.md: is broken"));
            Wait.until(() ->
                    shown(page, "status")
                            .equals(
                                    "Broken links:\nindex.md:3: <b>.md: there is no page or file"
                                            + " <b>.md"));
            page.ask("document.querySelector('[role=status] button').click()");
            assertThat(shown(page, "status")).isEqualTo("none");
            assertThat(shown(page, "alert")).isEqualTo("a.md: is broken");
            server.tell(news());
            Wait.until(() -> shown(page, "alert").equals("none"));
        }
    }

    private static String shown(BrowserPage page, String role) throws Exception {
        return page.ask(
                "document.querySelector('[role=%s] div')?.textContent ?? 'none'".formatted(role));
    }

    private static String dataAfter(BufferedReader in, String event) throws Exception {
        String line = in.readLine();
        while (line != null && !line.equals("event: " + event)) {
            line = in.readLine();
        }
        return String.valueOf(in.readLine());
    }

    private void ask(Socket socket, String request, String host) throws Exception {
        String head = request + "\r\nHost: " + host + ":" + server.address().getPort() + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /// The status line and what follows it in the same piece, of a request that no client of good
    /// manners would send.
    private String raw(String request, String host) throws Exception {
        try (var socket = new Socket("localhost", server.address().getPort())) {
            ask(socket, request, host);
            byte[] piece = new byte[4096];
            int length = socket.getInputStream().read(piece);
            return new String(piece, 0, Math.max(0, length), StandardCharsets.UTF_8);
        }
    }
}
