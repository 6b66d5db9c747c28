package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.expression.ConcatenateExpression;
import io.pebbletemplates.pebble.operator.BinaryOperator;
import io.pebbletemplates.pebble.operator.BinaryOperatorImpl;
import io.pebbletemplates.pebble.parser.Parser;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.TokenParser;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of the template language a stranger's template may use, and how much of it.
///
/// Gone: the function that loads resource bundles (and with them classes) by name; the tag `cache`,
/// which would show one page's text on another; `parallel`. Bounded: the number of steps
/// ([TemplateSteps]), what `range`, `~` and any [filter][BoundedFilter] may make, at once and for
/// one page altogether.
final class TemplateGuard extends ExtensionCustomizer {

    static final int MAX_CHARS = 16 * 1024 * 1024;
    static final int MAX_ELEMENTS = 200_000;
    private static final long MAX_NUMBER = 1_000_000_000_000L;

    private static final Set<String> TAGS_GONE = Set.of("cache", "parallel");

    private final TemplateSteps steps;

    TemplateGuard(Extension extension, TemplateSteps steps) {
        super(extension);
        this.steps = steps;
    }

    @Override
    public @Nullable Map<String, Function> getFunctions() {
        Map<String, Function> functions = super.getFunctions();
        if (functions == null) {
            return null;
        }
        Map<String, Function> fewer = new HashMap<>(functions);
        fewer.remove("i18n");
        fewer.computeIfPresent("range", (_, range) -> new BoundedRange(range, steps));
        return fewer;
    }

    @Override
    public @Nullable Map<String, Filter> getFilters() {
        Map<String, Filter> filters = super.getFilters();
        if (filters == null) {
            return null;
        }
        Map<String, Filter> bounded = new HashMap<>();
        filters.forEach(
                (name, filter) -> bounded.put(name, new BoundedFilter(name, filter, steps)));
        return bounded;
    }

    @Override
    public @Nullable List<TokenParser> getTokenParsers() {
        List<TokenParser> parsers = super.getTokenParsers();
        return parsers == null
                ? null
                : parsers.stream()
                        .filter(parser -> !TAGS_GONE.contains(parser.getTag()))
                        .<TokenParser>map(parser -> new CountedTag(parser, steps))
                        .toList();
    }

    @Override
    public @Nullable List<BinaryOperator> getBinaryOperators() {
        List<BinaryOperator> operators = super.getBinaryOperators();
        return operators == null ? null : operators.stream().map(this::boundedOperator).toList();
    }

    private BinaryOperator boundedOperator(BinaryOperator operator) {
        return operator.getSymbol().equals("~")
                ? new BinaryOperatorImpl(
                        "~",
                        operator.getPrecedence(),
                        () -> new BoundedText(steps),
                        operator.getType(),
                        operator.getAssociativity())
                : operator;
    }

    static PebbleException tooBig(String what, int line, String template) {
        return new PebbleException(null, what + " makes too much", line, template);
    }

    private record CountedTag(TokenParser parser, TemplateSteps steps) implements TokenParser {

        @Override
        public String getTag() {
            return parser.getTag();
        }

        @Override
        public RenderableNode parse(Token token, Parser from) {
            return steps.counted(parser.parse(token, from));
        }
    }

    private static final class BoundedText extends ConcatenateExpression {

        private final TemplateSteps steps;

        BoundedText(TemplateSteps steps) {
            this.steps = steps;
        }

        @Override
        public String evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            String text = super.evaluate(self, context);
            if (text.length() > MAX_CHARS) {
                throw tooBig("~", getLineNumber(), self.getName());
            }
            steps.charge(text.length(), getLineNumber(), self.getName());
            return text;
        }
    }

    private record BoundedRange(Function range, TemplateSteps steps) implements Function {

        @Override
        public List<String> getArgumentNames() {
            return range.getArgumentNames();
        }

        @Override
        public Object execute(
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            if (arguments.get("start") instanceof Number start
                    && arguments.get("end") instanceof Number end) {
                Object increment = arguments.get("increment");
                long step = increment instanceof Number number ? number.longValue() : 1;
                double elements = (end.doubleValue() - start.doubleValue()) / step;
                boolean far =
                        Math.abs(end.doubleValue()) > MAX_NUMBER || Math.abs(step) > MAX_NUMBER;
                if (elements > MAX_ELEMENTS || far) {
                    throw tooBig("range", line, self.getName());
                }
                steps.charge(Math.max(0, (long) elements), line, self.getName());
            }
            return range.execute(arguments, self, context, line);
        }
    }
}
