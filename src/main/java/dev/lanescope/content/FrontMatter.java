package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What a page says about itself before its text begins.
///
/// @param values keys in the order of the file; values are [String], [Number], [Boolean], [List] or
///   [Map] of the same, nothing else and never null; unmodifiable
/// @param bodyStart the index of the first character after the front matter; 0 where there is none
public record FrontMatter(Map<String, Object> values, int bodyStart) {

    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "1");

    /// A page without front matter.
    public static final FrontMatter NONE = new FrontMatter(Map.of(), 0);

    public FrontMatter {
        if (bodyStart < 0) {
            throw new IllegalArgumentException("a body cannot start at " + bodyStart);
        }
    }

    /// The same front matter, with a value for every key that it does not have itself. A key that
    /// is there counts, whatever its value. Defaults come after the page's own keys.
    public FrontMatter withDefaults(Map<String, Object> defaults) {
        if (defaults.isEmpty()) {
            return this;
        }
        Map<String, Object> merged =
                LinkedHashMap.newLinkedHashMap(values.size() + defaults.size());
        merged.putAll(values);
        defaults.forEach(merged::putIfAbsent);
        return new FrontMatter(Collections.unmodifiableMap(merged), bodyStart);
    }

    /// Whether a value is true, also where it was written as text, as 1, or as `y`, `yes` or `on`,
    /// which are text to newer YAML: a draft must not be published for that.
    public boolean flag(String key) {
        return text(key).filter(text -> TRUE.contains(text.toLowerCase(Locale.ROOT))).isPresent();
    }

    /// A value as text: strings stripped, numbers and booleans as written by Java; nothing for
    /// lists, maps and blank strings.
    public Optional<String> text(String key) {
        return asText(values.get(key));
    }

    /// A whole number, also where it was written as text.
    public OptionalLong number(String key) {
        Object value = values.get(key);
        if (value instanceof Number number) {
            return OptionalLong.of(number.longValue());
        }
        try {
            return value instanceof String text
                    ? OptionalLong.of(Long.parseLong(text.strip()))
                    : OptionalLong.empty();
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    /// A list of texts; a single text counts as a list of what stands between its commas.
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        switch (values.get(key)) {
            case Collection<?> list ->
                    list.forEach(element -> asText(element).ifPresent(texts::add));
            case String text -> {
                for (String part : text.split(",", -1)) {
                    asText(part).ifPresent(texts::add);
                }
            }
            case null, default -> {}
        }
        return List.copyOf(texts);
    }

    private static Optional<String> asText(@Nullable Object value) {
        return switch (value) {
            case String text when !text.isBlank() -> Optional.of(text.strip());
            case Number number -> Optional.of(number.toString());
            case Boolean bool -> Optional.of(bool.toString());
            case null, default -> Optional.empty();
        };
    }
}
