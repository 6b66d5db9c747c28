package dev.lanescope.preview;

import com.sun.net.httpserver.HttpExchange;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
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

    private static final String PAGE = "page=";

    private final Set<Visitor> visitors = ConcurrentHashMap.newKeySet();
    private volatile News last;
    private volatile boolean closed;

    /// @param now what is known of the site
    Visitors(News now) {
        this.last = now;
    }

    /// A browser.
    private static final class Visitor {

        private final String page;
        private final BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();

        /// @param page the output it shows
        Visitor(String page) {
            this.page = page;
        }

        void tellLinks(News news) {
            queue.add(event("links", news.links().seenFrom(page)));
        }
    }

    /// Holds a request until the browser goes or the preview ends; a thread for each.
    void receive(HttpExchange exchange) throws IOException {
        if (visitors.size() >= MAX) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        var visitor = new Visitor(page(exchange.getRequestURI().getRawQuery()));
        visitors.add(visitor);
        News now = last;
        visitor.queue.add(event("troubles", now.troubles()));
        visitor.tellLinks(now);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!closed) {
                byte[] event = visitor.queue.poll(SIGN_SECONDS, TimeUnit.SECONDS);
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
            visitors.remove(visitor);
        }
    }

    private static String page(@Nullable String query) {
        return query != null && query.startsWith(PAGE)
                ? URLDecoder.decode(query.substring(PAGE.length()), StandardCharsets.UTF_8)
                : "";
    }

    /// What the script in a page is told of an update.
    private record Changed(List<String> rendered, boolean everything) {}

    /// Tells every browser.
    void tell(News news) {
        News before = last;
        last = news;
        if (!news.troubles().equals(before.troubles())) {
            send(event("troubles", news.troubles()));
        }
        if (!news.links().equals(before.links())) {
            visitors.forEach(visitor -> visitor.tellLinks(news));
        }
        if (news.isWorthReloading()) {
            send(event("changed", new Changed(news.rendered(), news.everything())));
        }
    }

    private void send(byte[] event) {
        visitors.forEach(visitor -> visitor.queue.add(event));
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
