package dev.lanescope.exchange.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// What reports have in common as one HTML file each. It asks nothing of the network and runs
/// nothing: its Content-Security-Policy allows its own style sheet, by its hash, and nothing else.
final class HtmlPage {

    private static final String PLACE = "dev/lanescope/exchange/report/";

    private HtmlPage() {}

    /// The page that a template beside this class makes.
    static String text(String template, Map<String, Object> model) {
        var page = new StringWriter();
        try {
            engine().getTemplate(PLACE + template).evaluate(page, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    /// What its head needs: the style sheet and its hash.
    static Map<String, String> look() {
        String style = style();
        return Map.of("style", style, "styleHash", sha256(style));
    }

    private static PebbleEngine engine() {
        return new PebbleEngine.Builder()
                .loader(new ClasspathLoader(HtmlPage.class.getClassLoader()))
                .strictVariables(true)
                .autoEscaping(true)
                .build();
    }

    private static String style() {
        try (InputStream css = HtmlPage.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is missing");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
