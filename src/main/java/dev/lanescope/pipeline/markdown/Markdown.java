package dev.lanescope.pipeline.markdown;

import dev.lanescope.content.WikiSyntax;
import dev.lanescope.pipeline.code.CodeColoursExtension;
import dev.lanescope.pipeline.links.WikiHtml;

import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// One worker's parser and renderer: CommonMark with tables, strikethrough, task lists, plain
/// links, footnotes, alerts, wiki links and coloured code.
///
/// Pages are written by strangers, so the time is linear in the page: what the library does in
/// quadratic time is done here by [EmphasisPass], [AngleParser] and [BacktickParser], or has a
/// limit, in [BlockStarts] and [InlineBudget], beyond which the page is refused. What comes out is
/// the same.
public final class Markdown {

    /// How deep a page may nest. Rendering is recursive: this much fits every worker's stack, so
    /// that the same pages come out under every model.
    public static final int MAX_DEPTH = 500;

    /// What a page is told that nests deeper.
    public static final String TOO_DEEP = "nests too deeply (more than " + MAX_DEPTH + " levels)";

    /// Blocks open at one time; what nests deeper than this is text. Above [#MAX_DEPTH]: it only
    /// keeps a line of ten thousand `>` from taking minutes.
    private static final int MAX_OPEN_BLOCKS = 600;

    private static final int KEPT_CHARS = 1024 * 1024;

    private final EmphasisPass emphasis = new EmphasisPass();
    private final BlockStarts blocks = new BlockStarts();
    private final Parser parser;
    private final Parser.Builder withLines;
    private final HtmlRenderer renderer;
    private Map<Node, String> anchors = Map.of();
    private final @Nullable StringBuilder html;

    /// @param escapeHtml whether raw HTML is shown as text
    public Markdown(boolean escapeHtml) {
        this(escapeHtml, new StringBuilder());
    }

    /// @param html in which the HTML of one page after the other is put together; null if each is
    ///   to have a buffer of its own
    public Markdown(boolean escapeHtml, @Nullable StringBuilder html) {
        this.html = html;
        List<Extension> extensions =
                List.of(
                        TaskListItemsExtension.create(),
                        PlainLinks.create(),
                        FootnotesExtension.create(),
                        AlertsExtension.create(),
                        WikiSyntax.create(),
                        WikiHtml.create(),
                        CodeColoursExtension.create());
        parser = builder(extensions).build();
        withLines = builder(extensions).includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES);
        renderer =
                HtmlRenderer.builder()
                        .extensions(extensions)
                        .extensions(List.of(TablesExtension.create()))
                        .extensions(List.of(StrikethroughExtension.create()))
                        .escapeHtml(escapeHtml)
                        .sanitizeUrls(true)
                        .percentEncodeUrls(true)
                        .urlSanitizer(new SafeUrls())
                        .attributeProviderFactory(_ -> this::attributes)
                        .build();
    }

    private Parser.Builder builder(List<Extension> extensions) {
        Parser.Builder builder =
                Parser.builder()
                        .inlineParserFactory(InlineBudget::new)
                        .customInlineContentParserFactory(new AngleParser.Factory())
                        .customInlineContentParserFactory(new BacktickParser.Factory())
                        .customInlineContentParserFactory(new DelimiterParser(emphasis::add))
                        .postProcessor(emphasis); // before the extensions', who expect to see it
        blocks.extend(builder);
        return builder.extensions(extensions).maxOpenBlockParsers(MAX_OPEN_BLOCKS);
    }

    /// The tree of a page's Markdown.
    ///
    /// @throws TangledTextException if it would take too long; it knows the line
    public Node parse(String text) {
        try {
            return parse(parser, text);
        } catch (TangledTextException _) {
            return parse(withLines.build(), text); // the same again, with its line
        }
    }

    private Node parse(Parser by, String text) {
        emphasis.clear();
        blocks.clear();
        return by.parse(text);
    }

    /// The tree as HTML, its headings with the ids they were given.
    public String render(Node document, Map<Node, String> ids) {
        anchors = ids;
        try {
            return html == null ? renderer.render(document) : render(document, html);
        } finally {
            anchors = Map.of();
        }
    }

    private String render(Node document, StringBuilder into) {
        into.setLength(0);
        try {
            renderer.render(document, into);
            return into.toString();
        } finally {
            if (into.capacity() > KEPT_CHARS) {
                into.setLength(0);
                into.trimToSize();
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
        } else {
            FootnoteIds.separate(node, attributes);
        }
    }
}
