package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.extension.NodeVisitorFactory;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.node.PrintNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterExpression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.utils.StringUtils;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.IntStream;

/// Two short cuts for Pebble, which change no byte of a page. Most of a page's template is a list
/// of links, so most of the work is printing an attribute of a map; Pebble makes a map of
/// arguments, a wrapper and a cache key for each.
///
/// - What is printed with the default escaping is escaped in place, without a call of the filter.
/// - An attribute of a map is [looked up][PlainAttributes] in the map, and nowhere else before.
///
/// On the way it lets the page [pay][PaidExpressions] for what is printed.
final class LeanTemplates extends AbstractExtension {

    /// Numbers as they are printed most: how many pages a section has.
    private static final List<String> COUNTS =
            IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();

    private final TemplateSteps steps;

    LeanTemplates(TemplateSteps steps) {
        this.steps = steps;
    }

    @Override
    public List<NodeVisitorFactory> getNodeVisitors() {
        return List.of(template -> new PrintVisitor((PebbleTemplateImpl) template, steps));
    }

    @Override
    public List<AttributeResolver> getAttributeResolver() {
        return List.of(new PlainAttributes(steps));
    }

    /// Replaces the escape filter that Pebble's own visitor has put around what is printed. It
    /// comes after that one, because extensions of the library come first.
    private static final class PrintVisitor extends AbstractNodeVisitor {

        private final TemplateSteps steps;
        private final PaidExpressions paid;
        private boolean inFilter;

        PrintVisitor(PebbleTemplateImpl template, TemplateSteps steps) {
            super(template);
            this.steps = steps;
            paid = new PaidExpressions(steps, template.getName(), this::visitFiltered);
        }

        /// What stands in a tag `filter` becomes a text before it is printed.
        private void visitFiltered(RenderableNode body) {
            boolean before = inFilter;
            inFilter = true;
            body.accept(this);
            inFilter = before;
        }

        @Override
        public void visit(PrintNode node) {
            paid.pay(node.getExpression());
            if (inFilter) {
                node.setExpression(paid.paid(node.getExpression(), node.getLineNumber()));
            } else if (node.getExpression() instanceof FilterExpression filtered
                    && filtered.getRightExpression() instanceof FilterInvocationExpression filter
                    && filter.getFilterName().equals("escape")
                    && isEmpty(filter.getArgs())) {
                node.setExpression(
                        new Escaped(filtered.getLeftExpression(), node.getLineNumber(), steps));
            } else {
                node.setExpression(new AsItIs(node.getExpression(), node.getLineNumber(), steps));
            }
        }

        /// Without arguments the filter escapes for HTML.
        private static boolean isEmpty(ArgumentsNode arguments) {
            return (arguments.getNamedArgs() == null || arguments.getNamedArgs().isEmpty())
                    && (arguments.getPositionalArgs() == null
                            || arguments.getPositionalArgs().isEmpty());
        }
    }

    /// A value that is printed as it is, where a template says so; a list becomes a text then.
    private record AsItIs(Expression<?> value, int line, TemplateSteps steps)
            implements Expression<Object> {

        @Override
        public @Nullable Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            @Nullable Object plain = Mistake.value(value, line, self, context);
            if (plain != null) {
                steps.chargeHeld(plain, line, self.getName());
            }
            return plain;
        }

        @Override
        public int getLineNumber() {
            return line;
        }

        @Override
        public void accept(io.pebbletemplates.pebble.extension.NodeVisitor visitor) {
            value.accept(visitor);
        }
    }

    /// A value as text that may stand in HTML; what a filter has declared safe stays as it is.
    private record Escaped(Expression<?> value, int line, TemplateSteps steps)
            implements Expression<Object> {

        @Override
        public @Nullable Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            Object plain = Mistake.value(value, line, self, context);
            return switch (plain) {
                case null -> null;
                case SafeString safe -> safe;
                case Integer count when count >= 0 && count < COUNTS.size() -> COUNTS.get(count);
                default -> {
                    steps.chargeHeld(plain, line, self.getName());
                    yield HtmlText.escaped(StringUtils.toString(plain));
                }
            };
        }

        @Override
        public int getLineNumber() {
            return line;
        }

        @Override
        public void accept(io.pebbletemplates.pebble.extension.NodeVisitor visitor) {
            value.accept(visitor);
        }
    }
}
