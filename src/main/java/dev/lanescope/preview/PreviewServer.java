package dev.lanescope.preview;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Shows an output folder to the browsers of this machine, and to nobody else: it listens on the
/// loopback address only, and refuses requests that name another host, which is how a page from
/// elsewhere would try to reach it by a name of its own.
///
/// HTML gets one line more on its way than it has on the disk: the script that reloads it.
public final class PreviewServer implements AutoCloseable {

    static final String EVENTS = "/_lanescope/live";
    static final String SCRIPT = "/_lanescope/live.js";
    private static final byte[] SCRIPT_TAG =
            ("\n<script src=\"" + SCRIPT + "\" defer></script>\n").getBytes(StandardCharsets.UTF_8);

    /// Stands for a page that has not come out; the script says why, and shows the page when it
    /// has.
    private static final byte[] NOT_HERE =
            """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Not here yet</title></head>
            <body style="font:16px/1.5 system-ui,sans-serif;margin:3em">
            <h1>There is no such page</h1>
            <p>It appears here by itself when it has been rendered. <a href="/">To the front page</a></p>
            </body>
            </html>
            """
                    .getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Path folder;
    private final Visitors visitors;
    private final byte[] script;

    /// Begins to serve.
    ///
    /// @param folder the output folder, absolute
    /// @param port 0 for one that is free
    /// @param now what is known of the site
    /// @throws IOException if the port is taken
    public PreviewServer(Path folder, int port, News now) throws IOException {
        this.folder = folder;
        this.visitors = new Visitors(now);
        this.script = read("live.js");
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        HttpHandler files = SimpleFileServer.createFileHandler(folder);
        handle("/", exchange -> show(exchange, files));
        handle(EVENTS, visitors::receive);
        handle(SCRIPT, exchange -> send(exchange, 200, "text/javascript; charset=utf-8", script));
        server.setExecutor(threads);
        server.start();
    }

    private void handle(String path, HttpHandler handler) {
        server.createContext(path, handler)
                .getFilters()
                .addAll(
                        List.of(
                                new LocalOnly(server.getAddress().getPort()),
                                Filter.beforeHandler("headers", PreviewServer::addHeaders)));
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = PreviewServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the script " + name + " is missing");
            }
            return in.readAllBytes();
        }
    }

    private static void addHeaders(HttpExchange exchange) {
        var headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }

    /// Where the site's beginning can be seen.
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /// Whether nobody from another machine can reach it.
    boolean isLoopbackOnly() {
        return server.getAddress().getAddress().isLoopbackAddress();
    }

    /// Tells the browsers what is new.
    public void tell(News news) {
        visitors.tell(news);
    }

    private void show(HttpExchange exchange, HttpHandler files) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.endsWith("/") ? path + "index.html" : path;
        boolean html = name.toLowerCase(Locale.ROOT).endsWith(".html");
        @Nullable Path file = file(name);
        if (file == null) {
            sendPage(exchange, 404, NOT_HERE);
            return;
        }
        if (!html || !isRead(exchange)) {
            files.handle(exchange);
            return;
        }
        boolean plain =
                file.startsWith(folder)
                        && !name.contains("/.")
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        try {
            if (plain) {
                sendPage(exchange, 200, Files.readAllBytes(file));
            } else {
                sendPage(exchange, 404, NOT_HERE);
            }
        } catch (NoSuchFileException _) { // it went between the look and the reading
            sendPage(exchange, 404, NOT_HERE);
        }
    }

    /// Null where no file can be called so.
    private @Nullable Path file(String name) {
        try {
            return folder.resolve(name.substring(1)).normalize();
        } catch (InvalidPathException _) {
            return null;
        }
    }

    private static void sendPage(HttpExchange exchange, int status, byte[] page)
            throws IOException {
        byte[] shown = Arrays.copyOf(page, page.length + SCRIPT_TAG.length);
        System.arraycopy(SCRIPT_TAG, 0, shown, page.length, SCRIPT_TAG.length);
        send(exchange, status, "text/html; charset=utf-8", shown);
    }

    private static boolean isRead(HttpExchange exchange) {
        return Set.of("GET", "HEAD").contains(exchange.getRequestMethod());
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
            throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /// Ends at once, whoever is still looking.
    @Override
    public void close() {
        visitors.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
