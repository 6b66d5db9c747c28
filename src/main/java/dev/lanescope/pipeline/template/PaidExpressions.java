package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.node.NamedArgumentNode;
import io.pebbletemplates.pebble.node.PositionalArgumentNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.TestInvocationExpression;
import io.pebbletemplates.pebble.node.expression.ArrayExpression;
import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.node.expression.BlockFunctionExpression;
import io.pebbletemplates.pebble.node.expression.ConcatenateExpression;
import io.pebbletemplates.pebble.node.expression.ContextVariableExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.node.expression.FunctionOrMacroInvocationExpression;
import io.pebbletemplates.pebble.node.expression.GetAttributeExpression;
import io.pebbletemplates.pebble.node.expression.MapExpression;
import io.pebbletemplates.pebble.node.expression.RenderableNodeExpression;
import io.pebbletemplates.pebble.node.expression.TernaryExpression;
import io.pebbletemplates.pebble.node.expression.UnaryExpression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Lets a page pay for what expressions read and make without an operator or a filter: for what
/// goes into a list or a map (a key is hashed with all that it holds), and for the parts of
/// `"#{one} and #{other}"`. As nothing gets into a list unpaid, no list can hold more than a page
/// may spend, however often it holds itself.
///
/// The expressions are changed in place, once, when their template is compiled.
final class PaidExpressions {

    /// Under these names Pebble has objects of its own, which are printed as their address.
    private static final Set<String> PEBBLES = Set.of("template", "_context");

    private final TemplateSteps steps;
    private final String template;
    private final Consumer<RenderableNode> bodies;

    /// @param template the name of the template whose expressions they are
    /// @param bodies told of every part of a template that stands inside an expression
    PaidExpressions(TemplateSteps steps, String template, Consumer<RenderableNode> bodies) {
        this.steps = steps;
        this.template = template;
        this.bodies = bodies;
    }

    /// Sees to an expression and all that it is made of.
    void pay(@Nullable Expression<?> expression) {
        switch (expression) {
            case ArrayExpression list -> {
                list.getValues().forEach(this::pay);
                list.getValues().replaceAll(this::paid);
            }
            case MapExpression map -> pay(map.getEntries());
            case ConcatenateExpression text -> {
                payBoth(text);
                text.setLeft(paid(text.getLeftExpression()));
                text.setRight(paid(text.getRightExpression()));
            }
            case BinaryExpression<?> operator -> payBoth(operator);
            case RenderableNodeExpression body -> bodies.accept(body.getNode());
            case UnaryExpression operator -> pay(operator.getChildExpression());
            case TernaryExpression choice -> {
                pay(choice.getExpression1());
                pay(choice.getExpression2());
                pay(choice.getExpression3());
            }
            case GetAttributeExpression attribute -> {
                pay(attribute.getNode());
                pay(attribute.getAttributeNameExpression());
                pay(attribute.getArgumentsNode());
            }
            case FilterInvocationExpression filter -> pay(filter.getArgs());
            case FunctionOrMacroInvocationExpression call -> pay(call.getArguments());
            case TestInvocationExpression test -> pay(test.getArgs());
            case BlockFunctionExpression block -> pay(block.getBlockNameExpression());
            case ContextVariableExpression variable -> refuse(variable);
            case null, default -> {}
        }
    }

    /// Sees to the arguments of a call, or to what a macro takes where it is given none.
    void pay(@Nullable ArgumentsNode arguments) {
        if (arguments == null) {
            return;
        }
        if (arguments.getPositionalArgs() != null) {
            for (PositionalArgumentNode one : arguments.getPositionalArgs()) {
                pay(one.getValueExpression());
            }
        }
        if (arguments.getNamedArgs() != null) {
            for (NamedArgumentNode one : arguments.getNamedArgs()) {
                pay(one.getValueExpression());
            }
        }
    }

    /// The same expression, whose value is paid for each time.
    Expression<?> paid(Expression<?> value) {
        return paid(value, value.getLineNumber());
    }

    /// The same for one that may not know its line.
    Expression<?> paid(Expression<?> value, int line) {
        return new Paid(value, line, steps);
    }

    private void refuse(ContextVariableExpression variable) {
        String name = variable.getName();
        if (PEBBLES.contains(name)) {
            String why = "'" + name + "' is Pebble's own and no value; name what is wanted itself";
            throw new PebbleException(null, why, variable.getLineNumber(), template);
        }
    }

    private void payBoth(BinaryExpression<?> operator) {
        pay(operator.getLeftExpression());
        pay(operator.getRightExpression());
    }

    private void pay(Map<Expression<?>, Expression<?>> entries) {
        if (entries.isEmpty()) { // such a map cannot be changed
            return;
        }
        var before = new LinkedHashMap<Expression<?>, Expression<?>>(entries);
        entries.clear();
        before.forEach((key, value) -> {
            for (Expression<?> part : List.of(key, value)) {
                pay(part);
            }
            entries.put(paid(key), paid(value));
        });
    }

    /// Not a record: two of them are two, also where they stand for the same.
    private static final class Paid implements Expression<Object> {

        private final Expression<?> value;
        private final int line;
        private final TemplateSteps steps;

        Paid(Expression<?> value, int line, TemplateSteps steps) {
            this.value = value;
            this.line = line;
            this.steps = steps;
        }

        @Override
        public @Nullable Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            @Nullable Object result = Mistake.value(value, line, self, context);
            steps.refuseMacros(result, getLineNumber(), self.getName());
            steps.charge(Weight.of(result), getLineNumber(), self.getName());
            return result;
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
