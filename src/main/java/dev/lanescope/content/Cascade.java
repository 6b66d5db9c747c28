package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an index page's `cascade` gives the pages below its folder.
///
/// It is a map, or, in Hugo's other form, a list of maps, of which an earlier one wins. A map with
/// `_target` (or a map as `target`) is for some of the pages only; which ones is Hugo's own matter,
/// so it is left aside. An address is a page's own: `slug` and `aliases` do not cascade, and no
/// cascade lies within another. A cascade that holds too much counts as none, and says so.
///
/// @param values plain values in the order of the file; unmodifiable; numbers are [Integer], [Long]
///   or [Double], any others are text
/// @param complaint why it counts as none; null where nothing is wrong
record Cascade(Map<String, Object> values, @Nullable String complaint) {

    /// The most keys that hold for a page, from all sections around it.
    static final int MAX_KEYS = 100;

    /// The most values in one, those within lists and maps included.
    static final int MAX_VALUES = 1_000;

    /// The most characters in one, in keys and texts together.
    static final int MAX_CHARS = 64 * 1024;

    /// A page without one.
    static final Cascade NONE = new Cascade(Map.of(), null);

    private static final Set<String> OWN_MATTERS = Set.of("cascade", "slug", "aliases", "_target");

    /// The cascade in a page's front matter.
    static Cascade of(FrontMatter matter) {
        Map<String, Object> all = new LinkedHashMap<>();
        switch (matter.values().get("cascade")) {
            case Map<?, ?> map -> take(map, all);
            case List<?> list -> list.forEach(one -> take(one, all));
            case null, default -> {}
        }
        if (all.isEmpty()) {
            return NONE;
        }
        var copy = new Copy();
        Map<String, Object> values = copy.map(all);
        if (values.size() > MAX_KEYS) {
            return refused("has more than " + MAX_KEYS + " keys");
        }
        return copy.isTooMuch() ? refused("holds too much") : new Cascade(values, null);
    }

    private static void take(Object one, Map<String, Object> all) {
        if (one instanceof Map<?, ?> map
                && !map.containsKey("_target")
                && !(map.get("target") instanceof Map)) {
            map.forEach((key, value) -> {
                String name = KeyNames.known(String.valueOf(key));
                if (key instanceof String && !OWN_MATTERS.contains(name)) {
                    all.putIfAbsent(name, value);
                }
            });
        }
    }

    private static Cascade refused(String why) {
        return new Cascade(Map.of(), "its cascade " + why + " and was ignored");
    }

    /// This cascade over what holds around it: its own values win. If both together have too many
    /// keys, `around` holds on.
    Cascade over(Map<String, Object> around) {
        if (values.isEmpty()) {
            return new Cascade(around, complaint);
        }
        Map<String, Object> both = merged(around, values);
        return both.size() > MAX_KEYS
                ? new Cascade(around, refused("makes more than " + MAX_KEYS + " keys").complaint)
                : new Cascade(both, null);
    }

    /// The values around, in their order, and the new ones after them; the new ones win.
    static Map<String, Object> merged(Map<String, Object> around, Map<String, Object> values) {
        if (values.isEmpty()) {
            return around;
        }
        Map<String, Object> both = new LinkedHashMap<>(around);
        both.putAll(values);
        return Collections.unmodifiableMap(both);
    }

    /// Copies values of few kinds only, and stops where they become too many.
    private static final class Copy {

        private int values;
        private int chars;

        boolean isTooMuch() {
            return values > MAX_VALUES || chars > MAX_CHARS;
        }

        Map<String, Object> map(Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                if (!isTooMuch()) {
                    copy.put(text(key.toString()), value(value));
                }
            });
            return Collections.unmodifiableMap(copy);
        }

        private Object value(Object value) {
            values++;
            return switch (value) {
                case Integer _, Long _, Double _, Boolean _ -> value;
                case Map<?, ?> map -> map(map);
                case List<?> list -> {
                    List<Object> copy = new ArrayList<>();
                    for (Object element : list) {
                        if (!isTooMuch()) {
                            copy.add(value(element));
                        }
                    }
                    yield Collections.unmodifiableList(copy);
                }
                default -> text(value.toString());
            };
        }

        /// Well-formed, so that it is the same after a way through UTF-8.
        private String text(String text) {
            chars += text.length();
            return isTooMuch()
                    ? ""
                    : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
    }
}
