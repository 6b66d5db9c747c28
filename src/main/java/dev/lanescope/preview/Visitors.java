package dev.lanescope.preview;

import com.sun.net.httpserver.HttpExchange;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The browsers that have a page open: each listens to a stream of events, and is told the news.
final class Visitors implements AutoCloseable {

    /// A comment is sent so often, to find out who has gone.
    private static final long SIGN_SECONDS = 10;

    private static final int MAX = 200;
    private static final byte[] END = {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Set<BlockingQueue<byte[]>> queues = ConcurrentHashMap.newKeySet();
    private volatile List<String> troubles;
    private volatile boolean closed;

    Visitors(List<String> troubles) {
        this.troubles = troubles;
    }

    /// Holds a request until the browser goes or the preview ends; a thread for each.
    void receive(HttpExchange exchange) throws IOException {
        if (queues.size() >= MAX) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
        queue.add(event("troubles", troubles));
        queues.add(queue);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!closed) {
                byte[] event = queue.poll(SIGN_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    event = ":\n\n".getBytes(StandardCharsets.UTF_8);
                } else if (event.length == 0) {
                    return;
                }
                out.write(event);
                out.flush();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            queues.remove(queue);
        }
    }

    /// What the script in a page is told of an update.
    private record Changed(List<String> rendered, boolean everything) {}

    /// Tells every browser.
    void tell(News news) {
        if (!news.troubles().equals(troubles)) {
            troubles = news.troubles();
            send(event("troubles", troubles));
        }
        if (news.isWorthReloading()) {
            send(event("changed", new Changed(news.rendered(), news.everything())));
        }
    }

    private void send(byte[] event) {
        queues.forEach(queue -> queue.add(event));
    }

    private static byte[] event(String name, Object data) {
        return ("event: " + name + "\ndata: " + JSON.writeValueAsString(data) + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed = true;
        send(END);
    }
}
