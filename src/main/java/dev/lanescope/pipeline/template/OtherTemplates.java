package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.Hierarchy;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;

import org.jspecify.annotations.Nullable;

/// The templates that a template names: to include, to import from, to extend. They are looked for
/// before the library does so, which would not tell in which line they were named.
final class OtherTemplates {

    private @Nullable PebbleEngine engine;

    /// Where they are found, from when on there is one.
    void in(PebbleEngine found) {
        engine = found;
    }

    PebbleEngine engine() {
        if (engine == null) {
            throw new IllegalStateException("a template is filled before there is an engine");
        }
        return engine;
    }

    /// The template of this name, which another names in this line.
    PebbleTemplateImpl get(String name, int line, PebbleTemplateImpl by) {
        try {
            return (PebbleTemplateImpl) engine().getTemplate(name);
        } catch (PebbleException e) {
            throw Mistake.at(line, by.getName(), "", e);
        }
    }

    /// What stands in a tag as the name of a template; its value is the name of one that is there.
    Expression<String> named(Expression<?> name, String tag) {
        return new Named(name, tag, this);
    }

    /// Whether a template is one of those that a page has come through to what it extends now.
    private static boolean isExtended(
            PebbleTemplateImpl template, PebbleTemplateImpl self, EvaluationContextImpl context) {
        boolean is = template.equals(self);
        Hierarchy hierarchy = context.getHierarchy();
        int down = 0;
        while (hierarchy.getChild() != null) {
            is |= template.equals(hierarchy.getChild());
            hierarchy.descend();
            down++;
        }
        for (; down > 0; down--) {
            hierarchy.ascend();
        }
        return is;
    }

    private record Named(Expression<?> name, String tag, OtherTemplates others)
            implements Expression<String> {

        @Override
        public String evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            @Nullable Object known = Mistake.value(name, self, context);
            if (known == null) {
                throw mistake(does() + " nothing; what should name a template has no value", self);
            }
            if (!(known instanceof String file)) {
                throw mistake(
                        does() + " " + Mistake.kind(known) + ", and not a template by name", self);
            }
            PebbleTemplateImpl found = others.get(file, getLineNumber(), self);
            if (tag.equals("extends") && isExtended(found, self, context)) {
                throw mistake("extends itself without end", self);
            }
            return file;
        }

        private String does() {
            return switch (tag) {
                case "extends" -> tag;
                case "from" -> "imports from";
                default -> tag + "s";
            };
        }

        private PebbleException mistake(String why, PebbleTemplateImpl self) {
            return new PebbleException(null, why, getLineNumber(), self.getName());
        }

        @Override
        public int getLineNumber() {
            return name.getLineNumber();
        }

        @Override
        public void accept(NodeVisitor visitor) {
            name.accept(visitor);
        }
    }
}
