package dev.lanescope.pipeline.markdown;

import org.commonmark.Extension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// GitHub's alerts: a block quote whose first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`,
/// `[!WARNING]` or `[!CAUTION]`, alone, with something after it. Unlike GitHub's, an alert may
/// stand within a list or another quote.
final class AlertsExtension implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

    private AlertsExtension() {}

    static Extension create() {
        return new AlertsExtension();
    }

    @Override
    public void extend(Parser.Builder parser) {
        parser.postProcessor(AlertsExtension::markAlerts);
    }

    @Override
    public void extend(HtmlRenderer.Builder renderer) {
        renderer.nodeRendererFactory(AlertHtml::new);
    }

    private static Node markAlerts(Node document) {
        List<BlockQuote> quotes = new ArrayList<>();
        NodeWalk.<RuntimeException>below(
                document,
                (node, _) -> {
                    if (node instanceof BlockQuote quote) {
                        quotes.add(quote);
                    }
                });
        quotes.forEach(AlertsExtension::markAlert);
        return document;
    }

    private static void markAlert(BlockQuote quote) {
        if (quote.getFirstChild() instanceof Paragraph first
                && first.getFirstChild() instanceof Text marker
                && (marker.getNext() instanceof SoftLineBreak
                        || (marker.getNext() == null && first.getNext() != null))) {
            AlertKind.ofMarker(marker.getLiteral())
                    .ifPresent(kind -> {
                        if (marker.getNext() == null) {
                            first.unlink();
                        } else {
                            marker.getNext().unlink();
                            marker.unlink();
                        }
                        replace(quote, new Alert(kind));
                    });
        }
    }

    private static void replace(BlockQuote quote, Alert alert) {
        while (quote.getFirstChild() != null) {
            alert.appendChild(quote.getFirstChild());
        }
        quote.insertBefore(alert);
        quote.unlink();
    }

    /// An alert as HTML: a division that says what it is, in its class and in words.
    private record AlertHtml(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Alert.class);
        }

        @Override
        public void render(Node node) {
            AlertKind kind = ((Alert) node).kind();
            var html = context.getWriter();
            html.line();
            html.tag(
                    "div",
                    context.extendAttributes(
                            node, "div", Map.of("class", "alert " + kind.cssClass())));
            html.line();
            html.tag("p", Map.of("class", "alert-title"));
            html.text(kind.title());
            html.tag("/p");
            html.line();
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            html.line();
            html.tag("/div");
            html.line();
        }
    }
}
