package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.Test;
import io.pebbletemplates.pebble.operator.BinaryOperator;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.tokenParser.TokenParser;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of the template language a stranger's template may use, and how much of it.
///
/// Gone: the function that loads resource bundles (and with them classes) by name; the tag `cache`,
/// which would show one page's text on another; `parallel`; `embed`, whose blocks Pebble does not
/// escape. Bounded: the number of steps ([TemplateSteps]), what `range`, any
/// [filter][BoundedFilter], any [operator][BoundedOperator] and any [list or map][PaidExpressions]
/// may read and make, at once and for one page altogether.
final class TemplateGuard extends ExtensionCustomizer {

    static final int MAX_CHARS = 16 * 1024 * 1024;
    static final int MAX_ELEMENTS = 200_000;
    private static final long MAX_NUMBER = 1_000_000_000_000L;

    private static final Set<String> TAGS_GONE = Set.of("cache", "parallel", "embed");

    private final TemplateSteps steps;
    private final OtherTemplates others;

    TemplateGuard(Extension extension, TemplateSteps steps, OtherTemplates others) {
        super(extension);
        this.steps = steps;
        this.others = others;
    }

    @Override
    public @Nullable Map<String, Function> getFunctions() {
        Map<String, Function> functions = super.getFunctions();
        if (functions == null) {
            return null;
        }
        Map<String, Function> fewer = new HashMap<>();
        functions.forEach((name, function) -> fewer.put(name, new ToldFunction(name, function)));
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
                        .<TokenParser>map(parser -> new PaidTag(importing(parser), steps, others))
                        .toList();
    }

    private TokenParser importing(TokenParser parser) {
        return switch (parser.getTag()) {
            case ImportTag.IMPORT, ImportTag.FROM -> new ImportTag(parser.getTag(), others);
            default -> parser;
        };
    }

    @Override
    public @Nullable List<BinaryOperator> getBinaryOperators() {
        List<BinaryOperator> operators = super.getBinaryOperators();
        return operators == null
                ? null
                : operators.stream().map(one -> BoundedOperator.of(one, steps)).toList();
    }

    @Override
    public @Nullable Map<String, Test> getTests() {
        Map<String, Test> tests = super.getTests();
        if (tests == null) {
            return null;
        }
        Map<String, Test> told = new HashMap<>();
        tests.forEach((name, test) -> told.put(name, new ToldTest(name, test)));
        told.computeIfPresent("empty", (_, empty) -> new BoundedTest(empty, steps));
        return told;
    }

    static PebbleException tooBig(String what, int line, String template) {
        return new PebbleException(null, what + " makes too much", line, template);
    }

    /// A test that may read all of a text, to see whether there is more than blanks.
    private record BoundedTest(Test test, TemplateSteps steps) implements Test {

        @Override
        public @Nullable List<String> getArgumentNames() {
            return test.getArgumentNames();
        }

        @Override
        public boolean apply(
                @Nullable Object input,
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            if (input instanceof String text) {
                steps.charge(text.length(), line, self.getName());
            }
            return test.apply(input, arguments, self, context, line);
        }
    }

    /// A test that says what it was that could not be tested so.
    private record ToldTest(String name, Test test) implements Test {

        @Override
        public @Nullable List<String> getArgumentNames() {
            return test.getArgumentNames();
        }

        @Override
        public boolean apply(
                @Nullable Object input,
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            try {
                return test.apply(input, arguments, self, context, line);
            } catch (RuntimeException e) {
                String what = "'" + name + "' cannot be asked of " + Mistake.kind(input);
                throw Mistake.at(line, self.getName(), what, e);
            }
        }
    }

    /// A function that says that it cannot do with what it is given.
    private record ToldFunction(String name, Function function) implements Function {

        @Override
        public @Nullable List<String> getArgumentNames() {
            return function.getArgumentNames();
        }

        @Override
        public @Nullable Object execute(
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            try {
                return function.execute(arguments, self, context, line);
            } catch (RuntimeException e) {
                String what = "'" + name + "' cannot do that with what it is given";
                throw Mistake.at(line, self.getName(), what, e);
            }
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
