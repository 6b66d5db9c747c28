package dev.lanescope.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The keys of front matter that mean something here, in whatever case they are written: who writes
/// `Draft: true` does not want the page published.
final class KeyNames {

    private static final Set<String> KNOWN =
            Set.of(
                    "title",
                    "description",
                    "summary",
                    "weight",
                    "date",
                    "tags",
                    "categories",
                    "draft",
                    "slug",
                    "path",
                    "aliases",
                    "template",
                    "cascade");

    private KeyNames() {}

    /// The same values, and those again in lower case whose keys mean something then, unless such a
    /// key is there as well.
    static Map<String, Object> known(Map<String, Object> values) {
        boolean same = true;
        for (String key : values.keySet()) {
            same &= known(key).equals(key);
        }
        if (same) {
            return values;
        }
        Map<String, Object> both = new LinkedHashMap<>(values);
        values.forEach((key, value) -> both.putIfAbsent(known(key), value));
        return Collections.unmodifiableMap(both);
    }

    /// A key in lower case if it means something then; otherwise as it is.
    static String known(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (Character.isUpperCase(key.charAt(i))) {
                String lower = key.toLowerCase(Locale.ROOT);
                return KNOWN.contains(lower) ? lower : key;
            }
        }
        return key;
    }
}
