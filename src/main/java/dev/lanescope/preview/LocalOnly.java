package dev.lanescope.preview;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Refuses requests that do not name this machine as their host. A page from elsewhere can make its
/// own name point here (DNS rebinding), but it cannot make the browser call us `localhost`.
final class LocalOnly extends Filter {

    private static final byte[] REFUSAL =
            "This preview answers to localhost only.\n".getBytes(StandardCharsets.UTF_8);

    private final Set<String> hosts;

    LocalOnly(int port) {
        hosts = Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host != null && hosts.contains(host.toLowerCase(Locale.ROOT))) {
            chain.doFilter(exchange);
            return;
        }
        try (exchange) {
            exchange.sendResponseHeaders(403, REFUSAL.length);
            exchange.getResponseBody().write(REFUSAL);
        }
    }

    @Override
    public String description() {
        return "answers to localhost only";
    }
}
