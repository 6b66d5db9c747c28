package dev.lanescope.pipeline.code;

import org.commonmark.Extension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/// Fenced code in a language we know comes out with its parts marked, `<span class="tok-keyword">`
/// and the like, in `<code class="language-x">`; other code as commonmark-java writes it. One for
/// each worker, for it keeps that worker's lexers.
public final class CodeColoursExtension implements HtmlRenderer.HtmlRendererExtension {

    /// How much of one page is coloured, in characters: what follows stays plain. It bounds the
    /// time that a hostile page can cost.
    static final int MAX_PAGE = 1024 * 1024;

    private final Highlighter highlighter = new Highlighter();

    private CodeColoursExtension() {}

    public static Extension create() {
        return new CodeColoursExtension();
    }

    @Override
    public void extend(HtmlRenderer.Builder renderer) {
        renderer.nodeRendererFactory(context -> new CodeHtml(context, highlighter));
    }

    /// Made anew for each page.
    private static final class CodeHtml implements NodeRenderer {

        private final HtmlNodeRendererContext context;
        private final Highlighter highlighter;
        private int left = MAX_PAGE;

        CodeHtml(HtmlNodeRendererContext context, Highlighter highlighter) {
            this.context = context;
            this.highlighter = highlighter;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FencedCodeBlock.class);
        }

        @Override
        public void render(Node node) {
            var block = (FencedCodeBlock) node;
            String code = block.getLiteral();
            String language = CodeLanguages.nameIn(block.getInfo());
            @Nullable String marked = null;
            if (code.length() <= left) {
                marked = highlighter.highlight(language, code);
                left -= marked == null ? 0 : code.length();
            }
            var html = context.getWriter();
            html.line();
            html.tag("pre", context.extendAttributes(block, "pre", Map.of()));
            String name = CodeLanguages.names().contains(language) ? language : asWritten(block);
            html.tag(
                    "code",
                    context.extendAttributes(
                            block,
                            "code",
                            name.isEmpty() ? Map.of() : Map.of("class", "language-" + name)));
            if (marked == null) {
                html.text(code);
            } else {
                html.raw(marked);
            }
            html.tag("/code");
            html.tag("/pre");
            html.line();
        }

        /// The first word of the info string, as the CommonMark specification's examples have it.
        private static String asWritten(FencedCodeBlock block) {
            @Nullable String info = block.getInfo();
            if (info == null) {
                return "";
            }
            int space = info.indexOf(' ');
            return space < 0 ? info : info.substring(0, space);
        }
    }
}
