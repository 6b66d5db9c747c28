package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.node.BlockNode;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.node.IncludeNode;
import io.pebbletemplates.pebble.node.MacroNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.MacroAttributeProvider;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;

import org.jspecify.annotations.Nullable;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Map;

/// Counts what a template does for one page, and ends it when that is too much: each round of a
/// loop, each call of a macro, each block and each include is a step. Templates come with the
/// content, and loops within loops, or two calls of a macro within itself, would run for ever
/// without writing anything. Of what it makes besides what it writes, of copies of long texts, each
/// character counts, and each element of a list.
///
/// One serves one worker.
final class TemplateSteps {

    /// The steps of one page. Ours take a few hundred; a loop over all pages of a big site, 10,000.
    static final int MAX_STEPS = 1_000_000;

    /// The characters and elements of one page.
    static final long MAX_MADE = 256L * 1024 * 1024;

    /// What evaluating one part of a body costs at least, in characters.
    private static final int OF_A_PART = 16;

    /// How deep templates, macros, blocks and loops may stand in each other.
    private static final int MAX_DEPTH = 200;

    private int steps;
    private int depth;
    private long made;

    /// A new page begins.
    void reset() {
        steps = 0;
        depth = 0;
        made = 0;
    }

    /// So many characters or elements more are read or made.
    void charge(long more, int line, String template) {
        made += more;
        if (made > MAX_MADE) {
            throw new PebbleException(
                    null, "makes too much: more than " + MAX_MADE + " characters", line, template);
        }
    }

    /// A list or map is made a text, with all that it holds; other values cost nothing.
    void chargeHeld(Object value, int line, String template) {
        refuseMacros(value, line, template);
        if (value instanceof Collection<?>
                || value instanceof Map<?, ?>
                || value instanceof Map.Entry<?, ?>) {
            charge(Weight.of(value), line, template);
        }
    }

    /// What `import ... as` names is there to be called; read, it would be an address in memory.
    void refuseMacros(@Nullable Object value, int line, String template) {
        if (value instanceof MacroAttributeProvider) {
            String why = "a name of imported macros is no value; call one of them";
            throw new PebbleException(null, why, line, template);
        }
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
            default -> node;
        };
    }

    private void enter(int line, String template) {
        if (++depth > MAX_DEPTH) {
            throw new PebbleException(null, "uses itself without end", line, template);
        }
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
            enter(line, self.getName());
            try {
                include.render(self, writer, context);
            } catch (ClassCastException e) {
                String why = "names a value by what is no text";
                throw Mistake.at(line, self.getName(), why, e);
            }
            depth--;
        }
    }

    private final class Counted extends BodyNode {

        Counted(BodyNode body) {
            super(body.getLineNumber(), body.getChildren());
        }

        @Override
        public void render(PebbleTemplateImpl self, Writer writer, EvaluationContextImpl context)
                throws IOException {
            enter(getLineNumber(), self.getName());
            charge((long) OF_A_PART * getChildren().size(), getLineNumber(), self.getName());
            super.render(self, counted(writer, self), context);
            depth--;
        }

        /// The page itself is bounded by its buffer; what a macro or a block makes is not.
        private Writer counted(Writer writer, PebbleTemplateImpl self) {
            return writer instanceof Utf8Buffer || writer instanceof Charged
                    ? writer
                    : new Charged(writer, getLineNumber(), self.getName());
        }
    }

    /// Writes into a string, and lets the page pay for it.
    private final class Charged extends FilterWriter {

        private final int line;
        private final String template;

        Charged(Writer to, int line, String template) {
            super(to);
            this.line = line;
            this.template = template;
        }

        @Override
        public void write(int c) throws IOException {
            charge(1, line, template);
            super.write(c);
        }

        @Override
        public void write(char[] chars, int from, int count) throws IOException {
            charge(count, line, template);
            super.write(chars, from, count);
        }

        @Override
        public void write(String text, int from, int count) throws IOException {
            charge(count, line, template);
            super.write(text, from, count);
        }
    }
}
