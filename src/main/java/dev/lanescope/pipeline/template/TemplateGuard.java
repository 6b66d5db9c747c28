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

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What of the template language a stranger's template may use, and how much of it.
///
/// Gone: the function that loads resource bundles (and with them classes) by name; the tag `cache`,
/// which would show one page's text on another; `parallel`. Bounded: the number of steps
/// ([TemplateSteps]), what `range`, `~` and any filter may make. The filter `split` takes its
/// delimiter as it is written, not as a pattern, for a pattern can take for ever.
final class TemplateGuard extends ExtensionCustomizer {

    private static final int MAX_CHARS = 16 * 1024 * 1024;
    private static final long MOST_CHARS_TRIED = 256L * 1024 * 1024;
    private static final Pattern WIDE = Pattern.compile("%[^%a-zA-Z]*[0-9]{5}");
    private static final int MAX_ELEMENTS = 200_000;
    private static final long MAX_NUMBER = 1_000_000_000_000L;

    /// What the engine must see itself, to know what is escaped.
    private static final Set<String> KNOWN_FILTERS = Set.of("raw", "escape");

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
        fewer.computeIfPresent("range", (_, range) -> new BoundedRange(range));
        return fewer;
    }

    @Override
    public @Nullable Map<String, Filter> getFilters() {
        Map<String, Filter> filters = super.getFilters();
        if (filters == null) {
            return null;
        }
        Map<String, Filter> bounded = new HashMap<>();
        filters.forEach((name, filter) ->
                bounded.put(
                        name,
                        KNOWN_FILTERS.contains(name) ? filter : new BoundedFilter(name, filter)));
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
        return operators == null
                ? null
                : operators.stream().map(TemplateGuard::boundedOperator).toList();
    }

    private static BinaryOperator boundedOperator(BinaryOperator operator) {
        return operator.getSymbol().equals("~")
                ? new BinaryOperatorImpl(
                        "~",
                        operator.getPrecedence(),
                        BoundedText::new,
                        operator.getType(),
                        operator.getAssociativity())
                : operator;
    }

    private static PebbleException tooBig(String what, int line, String template) {
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

        @Override
        public String evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            String text = super.evaluate(self, context);
            if (text.length() > MAX_CHARS) {
                throw tooBig("~", getLineNumber(), self.getName());
            }
            return text;
        }
    }

    private record BoundedRange(Function range) implements Function {

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
            }
            return range.execute(arguments, self, context, line);
        }
    }

    private record BoundedFilter(String name, Filter filter) implements Filter {

        @Override
        public @Nullable List<String> getArgumentNames() {
            return filter.getArgumentNames();
        }

        @Override
        public @Nullable Object apply(
                @Nullable Object input,
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            if (mayMake(input, arguments) > MOST_CHARS_TRIED) {
                throw TemplateGuard.tooBig(name, line, self.getName());
            }
            Map<String, Object> safe = arguments;
            if (name.equals("split") && arguments.get("delimiter") instanceof String delimiter) {
                safe = new HashMap<>(arguments);
                safe.put("delimiter", Pattern.quote(delimiter));
            }
            @Nullable Object result = filter.apply(input, safe, self, context, line);
            boolean tooBig =
                    switch (result) {
                        case CharSequence text -> text.length() > MAX_CHARS;
                        case Collection<?> list -> list.size() > MAX_ELEMENTS;
                        case Map<?, ?> map -> map.size() > MAX_ELEMENTS;
                        case null, default -> false;
                    };
            if (tooBig) {
                throw TemplateGuard.tooBig(name, line, self.getName());
            }
            return result;
        }

        /// The characters of a result that may be much longer than what it is made from.
        private long mayMake(@Nullable Object input, Map<String, Object> arguments) {
            return switch (name) {
                case "format" ->
                        input instanceof CharSequence pattern && WIDE.matcher(pattern).find()
                                ? Long.MAX_VALUE
                                : 0;
                case "join" ->
                        input instanceof Collection<?> list
                                        && arguments.get("separator") instanceof String separator
                                ? (long) list.size() * separator.length()
                                : 0;
                case "replace" ->
                        input instanceof CharSequence text
                                        && arguments.get("replace_pairs") instanceof Map<?, ?> pairs
                                ? text.length() * longest(pairs.values())
                                : 0;
                default -> 0;
            };
        }

        private static long longest(Collection<?> texts) {
            return texts.stream().mapToLong(text -> String.valueOf(text).length()).max().orElse(0);
        }
    }
}
