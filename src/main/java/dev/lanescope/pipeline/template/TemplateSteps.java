package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.node.BlockNode;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.EmbedNode;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.node.IncludeNode;
import io.pebbletemplates.pebble.node.MacroNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;

import java.io.IOException;
import java.io.Writer;

/// Counts what a template does for one page, and ends it when that is too much: each round of a
/// loop, each call of a macro, each block and each include is a step. Templates come with the
/// content, and loops within loops, or two calls of a macro within itself, would run for ever
/// without writing anything.
///
/// One serves one worker.
final class TemplateSteps {

    /// The steps of one page. Ours take a few hundred; a loop over all pages of a big site, 10,000.
    static final int MAX_STEPS = 1_000_000;

    private int steps;

    /// A new page begins.
    void reset() {
        steps = 0;
    }

    /// The same node, with its body counted if it has one.
    RenderableNode counted(RenderableNode node) {
        return switch (node) {
            case ForNode loop ->
                    new ForNode(
                            loop.getLineNumber(),
                            loop.getIterationVariable(),
                            loop.getIterable(),
                            new Counted(loop.getBody()),
                            loop.getElseBody());
            case MacroNode macro ->
                    new MacroNode(macro.getName(), macro.getArgs(), new Counted(macro.getBody()));
            case BlockNode block ->
                    new BlockNode(
                            block.getLineNumber(), block.getName(), new Counted(block.getBody()));
            case IncludeNode include -> new CountedInclude(include, include.getLineNumber());
            case EmbedNode embed -> new CountedInclude(embed, embed.getLineNumber());
            default -> node;
        };
    }

    private void count(int line, String template) {
        if (++steps > MAX_STEPS) {
            throw new PebbleException(
                    null,
                    "takes more than " + MAX_STEPS + " steps; is it endless?",
                    line,
                    template);
        }
    }

    private final class CountedInclude implements RenderableNode {

        private final RenderableNode include;
        private final int line;

        CountedInclude(RenderableNode include, int line) {
            this.include = include;
            this.line = line;
        }

        @Override
        public void accept(NodeVisitor visitor) {
            include.accept(visitor);
        }

        @Override
        public void render(PebbleTemplateImpl self, Writer writer, EvaluationContextImpl context)
                throws IOException {
            count(line, self.getName());
            include.render(self, writer, context);
        }
    }

    private final class Counted extends BodyNode {

        Counted(BodyNode body) {
            super(body.getLineNumber(), body.getChildren());
        }

        @Override
        public void render(PebbleTemplateImpl self, Writer writer, EvaluationContextImpl context)
                throws IOException {
            count(getLineNumber(), self.getName());
            super.render(self, writer, context);
        }
    }
}
