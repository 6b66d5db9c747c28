package dev.lanescope.pipeline.links;

import dev.lanescope.content.WikiLink;

import org.commonmark.Extension;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

import java.util.Map;
import java.util.Set;

/// How wiki links are shown that lead nowhere, or that nobody has followed. `![[x]]` shows a
/// picture, and leads to anything else, for a page is not shown within a page.
public final class WikiHtml implements HtmlRenderer.HtmlRendererExtension {

    private WikiHtml() {}

    public static Extension create() {
        return new WikiHtml();
    }

    @Override
    public void extend(HtmlRenderer.Builder renderer) {
        renderer.nodeRendererFactory(OfNodes::new);
    }

    private record OfNodes(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(WikiLink.class, MissingLink.class);
        }

        @Override
        public void render(Node node) {
            var html = context.getWriter();
            switch (node) {
                case MissingLink missing -> {
                    html.tag("span", Map.of("class", "missing"));
                    html.text(missing.text());
                    html.tag("/span");
                }
                case WikiLink link -> html.text("[" + link.written() + "]");
                default -> {}
            }
        }
    }
}
