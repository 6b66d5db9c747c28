package dev.lanescope.pipeline;

import dev.lanescope.pipeline.code.CodeColoursExtension;
import dev.lanescope.pipeline.links.WikiLinksExtension;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

import java.util.List;
import java.util.Map;

/// One worker's parser and renderer: CommonMark with tables, strikethrough, task lists, plain
/// links, footnotes, alerts, wiki links and coloured code.
final class Markdown {

    /// Blocks open at one time; what nests deeper than this is text. Well above
    /// [PageTransform#MAX_DEPTH]: it only keeps a line of ten thousand `>` from taking minutes.
    private static final int MAX_OPEN_BLOCKS = 600;

    private static final int KEPT_CHARS = 1024 * 1024;

    private final Parser parser;
    private final HtmlRenderer renderer;
    private Map<Node, String> anchors = Map.of();
    private StringBuilder html = new StringBuilder(16 * 1024);

    Markdown(RenderSettings settings) {
        List<Extension> extensions =
                List.of(
                        TablesExtension.create(),
                        StrikethroughExtension.create(),
                        TaskListItemsExtension.create(),
                        AutolinkExtension.create(),
                        FootnotesExtension.create(),
                        AlertsExtension.create(),
                        WikiLinksExtension.create(),
                        CodeColoursExtension.create());
        parser =
                Parser.builder()
                        .extensions(extensions)
                        .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
                        .build();
        renderer =
                HtmlRenderer.builder()
                        .extensions(extensions)
                        .escapeHtml(settings.escapeHtml())
                        .sanitizeUrls(true)
                        .urlSanitizer(new SafeUrls())
                        .attributeProviderFactory(_ -> this::attributes)
                        .build();
    }

    Node parse(String text) {
        return parser.parse(text);
    }

    /// The tree as HTML, its headings with the ids they were given.
    String render(Node document, Map<Node, String> ids) {
        anchors = ids;
        html.setLength(0);
        try {
            renderer.render(document, html);
            return html.toString();
        } finally {
            anchors = Map.of();
            if (html.capacity() > KEPT_CHARS) {
                html = new StringBuilder(KEPT_CHARS);
            }
        }
    }

    private void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading) {
            String id = anchors.get(node);
            if (id != null) {
                attributes.put("id", id);
            }
        } else if (node instanceof Link) {
            attributes.remove("rel"); // cleaning addresses adds nofollow, which is for strangers'
        }
    }
}
