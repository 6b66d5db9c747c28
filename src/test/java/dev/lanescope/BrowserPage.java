package dev.lanescope;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A page in a real browser without a window that is asked questions while it is open, by the
/// DevTools protocol: what cannot be seen in its text, such as how it lies on paper. A policy of
/// the page itself does not keep it from answering.
public final class BrowserPage implements AutoCloseable {

    private static final double CSS_PIXELS_IN_AN_INCH = 96;
    private static final JsonMapper JSON = new JsonMapper();

    private final Process browser;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private int asked;

    /// @param profile the browser's folder, in which it writes where it listens
    BrowserPage(Process browser, Path profile) throws Exception {
        this.browser = browser;
        Path place = profile.resolve("DevToolsActivePort");
        Wait.until(() -> Files.exists(place) && Files.size(place) > 1);
        String port = Files.readAllLines(place).getFirst();
        var list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"));
        String targets = client.send(list.build(), HttpResponse.BodyHandlers.ofString()).body();
        String address =
                JSON.readTree(targets)
                        .valueStream()
                        .filter(target -> target.path("type").asString().equals("page"))
                        .map(target -> target.path("webSocketDebuggerUrl").asString())
                        .findFirst()
                        .orElseThrow();
        socket = client.newWebSocketBuilder().buildAsync(URI.create(address), new Ear()).join();
        Wait.until(() -> ask("document.readyState").equals("complete"));
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                answers.add(message.toString());
                message.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, part, last);
        }
    }

    private JsonNode send(String method, Map<String, Object> parameters) throws Exception {
        int id = ++asked;
        var message = Map.of("id", id, "method", method, "params", parameters);
        socket.sendText(JSON.writeValueAsString(message), true).join();
        while (true) {
            String answer = answers.poll(60, TimeUnit.SECONDS);
            assertThat(answer).as("an answer to %s", method).isNotNull();
            JsonNode told = JSON.readTree(answer);
            if (told.path("id").asInt() == id) {
                assertThat(told.has("error")).as(answer).isFalse();
                return told.path("result");
            }
        }
    }

    /// What a JavaScript expression comes to, as text.
    public String ask(String script) throws Exception {
        JsonNode told =
                send(
                        "Runtime.evaluate",
                        Map.of("expression", "String(" + script + ")", "returnByValue", true));
        assertThat(told.has("exceptionDetails")).as(told.toString()).isFalse();
        return told.path("result").path("value").asString();
    }

    /// The page lies as on paper of some size, for a reader who likes dark screens.
    ///
    /// @param width without the margins, in CSS pixels
    public void layOnPaper(int width, int height) throws Exception {
        send(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        "print",
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        send("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        layOnScreen(width, height);
    }

    /// The page lies in a window of some size, in CSS pixels.
    public void layOnScreen(int width, int height) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /// How many pages it takes, printed.
    public int printedPages(int width, int height) throws Exception {
        JsonNode told =
                send(
                        "Page.printToPDF",
                        Map.of(
                                "paperWidth",
                                width / CSS_PIXELS_IN_AN_INCH,
                                "paperHeight",
                                height / CSS_PIXELS_IN_AN_INCH,
                                "printBackground",
                                true));
        byte[] pdf = Base64.getDecoder().decode(told.path("data").asString());
        return new String(pdf, StandardCharsets.ISO_8859_1).split("/Type /Page\\b", -1).length - 1;
    }

    @Override
    public void close() {
        socket.abort();
        browser.descendants().forEach(ProcessHandle::destroyForcibly);
        browser.destroyForcibly().onExit().join();
        client.close();
    }
}
