package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.operator.BinaryOperator;
import io.pebbletemplates.pebble.operator.BinaryOperatorImpl;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.utils.OperatorUtils;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// An operator whose page pays for the texts and lists that it reads and makes: `==` may compare,
/// and `contains` look through, millions of characters without making one; `~` and `+` may double a
/// text or a list each time.
final class BoundedOperator extends BinaryExpression<Object> {

    private final BinaryOperator operator;
    private final TemplateSteps steps;

    private BoundedOperator(BinaryOperator operator, TemplateSteps steps) {
        this.operator = operator;
        this.steps = steps;
    }

    /// The same operator, bounded if it could take long.
    static BinaryOperator of(BinaryOperator operator, TemplateSteps steps) {
        return switch (operator.getSymbol()) {
            case "==", "equals", "!=", "contains", "~", "+", "-" ->
                    new BinaryOperatorImpl(
                            operator.getSymbol(),
                            operator.getPrecedence(),
                            () -> new BoundedOperator(operator, steps),
                            operator.getType(),
                            operator.getAssociativity());
            default -> operator;
        };
    }

    @Override
    public @Nullable Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
        @Nullable Object left = getLeftExpression().evaluate(self, context);
        @Nullable Object right = getRightExpression().evaluate(self, context);
        steps.refuseMacros(left, getLineNumber(), self.getName());
        steps.refuseMacros(right, getLineNumber(), self.getName());
        steps.charge(cost(left, right), getLineNumber(), self.getName());
        return switch (operator.getSymbol()) {
            case "==", "equals" -> OperatorUtils.equals(left, right);
            case "!=" -> !OperatorUtils.equals(left, right);
            default -> bounded(library(copy(left), right).evaluate(self, context), self);
        };
    }

    private long cost(@Nullable Object left, @Nullable Object right) {
        return switch (operator.getSymbol()) {
            case "==", "equals", "!=" -> Weight.ofComparison(left, right);
            case "contains" -> Weight.ofSearch(left, right);
            case "-" ->
                    left instanceof Collection<?> ? Weight.of(left) * (1 + Weight.of(right)) : 0;
            default -> Weight.of(left) + Weight.of(right);
        };
    }

    /// `+` and `-` change the list they are given, which is the page's own, or that of many pages.
    private @Nullable Object copy(@Nullable Object left) {
        boolean changes = operator.getSymbol().equals("+") || operator.getSymbol().equals("-");
        return changes && left instanceof List<?> list ? new ArrayList<>(list) : left;
    }

    private BinaryExpression<?> library(@Nullable Object left, @Nullable Object right) {
        BinaryExpression<?> expression = operator.createInstance();
        expression.setLineNumber(getLineNumber());
        expression.setLeft(new Given(left, getLineNumber()));
        expression.setRight(new Given(right, getLineNumber()));
        return expression;
    }

    private @Nullable Object bounded(@Nullable Object result, PebbleTemplateImpl self) {
        boolean tooBig =
                result instanceof Collection<?> list
                        ? list.size() > TemplateGuard.MAX_ELEMENTS
                        : result instanceof CharSequence text
                                && text.length() > TemplateGuard.MAX_CHARS;
        if (tooBig) {
            throw TemplateGuard.tooBig(operator.getSymbol(), getLineNumber(), self.getName());
        }
        return result;
    }

    /// A value that is known already.
    private record Given(@Nullable Object value, int line) implements Expression<Object> {

        @Override
        public @Nullable Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            return value;
        }

        @Override
        public int getLineNumber() {
            return line;
        }

        @Override
        public void accept(io.pebbletemplates.pebble.extension.NodeVisitor visitor) {}
    }
}
