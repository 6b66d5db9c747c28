package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A filter that makes no more than it may, and whose page pays for what it reads and makes.
///
/// `split` takes its delimiter as it is written, not as a pattern, for a pattern can take for ever.
/// `replace` replaces one pair after the other, so that each finds a text of bounded length.
record BoundedFilter(String name, Filter filter, TemplateSteps steps) implements Filter {

    private static final long MOST_CHARS_TRIED = 256L * 1024 * 1024;
    private static final Pattern WIDE = Pattern.compile("%[^%a-zA-Z]*[0-9]{5}");
    private static final String PAIRS = "replace_pairs";

    /// Their answer is there already, however long: they read and make nothing.
    private static final Set<String> FREE = Set.of("raw", "default", "length", "first", "last");

    /// They change the list they are given, which is the page's own, or that of many pages.
    private static final Set<String> IN_PLACE = Set.of("sort", "rsort", "reverse");

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
        if (name.equals("raw") && input != null) {
            steps.chargeHeld(input, line, self.getName());
        }
        if (FREE.contains(name)) {
            return library(input, arguments, self, context, line);
        }
        if (IN_PLACE.contains(name) && input instanceof List<?> list) {
            return once(new ArrayList<>(list), arguments, self, context, line);
        }
        if (name.equals("split") && arguments.get("delimiter") instanceof String delimiter) {
            Map<String, Object> plain = new HashMap<>(arguments);
            plain.put("delimiter", Pattern.quote(delimiter));
            return once(input, plain, self, context, line) instanceof String[] parts
                    ? Arrays.asList(parts) // an array is printed as its address
                    : null;
        }
        if (name.equals("replace")
                && input != null
                && arguments.get(PAIRS) instanceof Map<?, ?> pairs) {
            @Nullable Object text = input.toString();
            for (Map.Entry<?, ?> pair : pairs.entrySet()) {
                Map<?, ?> one = Collections.singletonMap(pair.getKey(), pair.getValue());
                text = once(text, Map.of(PAIRS, one), self, context, line);
            }
            return text;
        }
        return once(input, arguments, self, context, line);
    }

    private @Nullable Object once(
            @Nullable Object input,
            Map<String, Object> arguments,
            PebbleTemplate self,
            EvaluationContext context,
            int line) {
        steps.refuseMacros(input, line, self.getName());
        for (Object argument : arguments.values()) {
            steps.refuseMacros(argument, line, self.getName());
        }
        steps.charge(reads(input, arguments), line, self.getName());
        if (mayMake(input, arguments) > MOST_CHARS_TRIED) {
            throw TemplateGuard.tooBig(name, line, self.getName());
        }
        @Nullable Object result = library(input, arguments, self, context, line);
        boolean isList = result instanceof Collection<?> || result instanceof Map<?, ?>;
        if (size(result) > (isList ? TemplateGuard.MAX_ELEMENTS : TemplateGuard.MAX_CHARS)) {
            throw TemplateGuard.tooBig(name, line, self.getName());
        }
        steps.charge(size(result), line, self.getName());
        return result;
    }

    private @Nullable Object library(
            @Nullable Object input,
            Map<String, Object> arguments,
            PebbleTemplate self,
            EvaluationContext context,
            int line) {
        try {
            return filter.apply(input, arguments, self, context, line);
        } catch (RuntimeException e) {
            String what = "'" + name + "' cannot do that with " + Mistake.kind(input);
            throw Mistake.at(line, self.getName(), what, e);
        }
    }

    private static long size(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case SafeString text -> text.toString().length();
            case Collection<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            case null, default -> 0;
        };
    }

    private long reads(@Nullable Object input, Map<String, Object> arguments) {
        long given = Weight.of(arguments);
        if (given > TemplateSteps.MAX_MADE) { // not even to be looked through
            return given;
        }
        long sought =
                name.equals("replace") && arguments.get(PAIRS) instanceof Map<?, ?> pairs
                        ? longest(pairs.keySet()) / Weight.SOUGHT_AT_ONCE
                        : 0;
        return given + Weight.of(input) * (1 + sought);
    }

    /// The characters of a result that may be much longer than what it is made from.
    private long mayMake(@Nullable Object input, Map<String, Object> arguments) {
        return switch (name) {
            case "format" ->
                    input instanceof CharSequence pattern ? formatted(pattern, arguments) : 0;
            case "join" ->
                    input instanceof Collection<?> list
                            ? list.size() * size(arguments.get("separator"))
                                    + list.stream().mapToLong(BoundedFilter::size).sum()
                            : 0;
            case "replace" ->
                    arguments.get(PAIRS) instanceof Map<?, ?> pairs
                            ? size(input) * longest(pairs.values())
                            : 0;
            default -> 0;
        };
    }

    private static long formatted(CharSequence pattern, Map<String, Object> arguments) {
        return WIDE.matcher(pattern).find()
                ? Long.MAX_VALUE
                : pattern.chars().filter(c -> c == '%').count() * longest(arguments.values());
    }

    private static long longest(Collection<?> texts) {
        return texts.stream().mapToLong(text -> String.valueOf(text).length()).max().orElse(0);
    }
}
