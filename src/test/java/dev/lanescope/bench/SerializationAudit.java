package dev.lanescope.bench;

import java.io.NotSerializableException;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Whether Java serialization takes a value, and if not, by which fields it meets what it cannot
/// take.
final class SerializationAudit {

    /// Where something lies that is still to be looked at.
    private record Found(String path, Object value) {}

    private SerializationAudit() {}

    /// The verdict in a few lines.
    static String of(String name, Object value) throws Exception {
        long begun = System.nanoTime();
        try {
            int bytes = Baggage.java(value).write().length;
            return String.format(
                    Locale.ROOT,
                    "  %s: yes, %,d bytes, %.2f ms",
                    name,
                    bytes,
                    (System.nanoTime() - begun) / 1e6);
        } catch (NotSerializableException e) {
            var text = new StringBuilder();
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  %s: no, NotSerializableException: %s, after %.2f ms; the paths that lead to"
                                    + " such classes:",
                            name,
                            e.getMessage(),
                            (System.nanoTime() - begun) / 1e6));
            offenders(name, value)
                    .forEach((type, path) ->
                            text.append("\n    ").append(path).append(": ").append(type));
            return text.toString();
        }
    }

    /// The classes below a value that are not serializable, each with the first path to it. What
    /// the JDK's classes are made of is not looked at, but what its collections hold.
    private static Map<String, String> offenders(String name, Object root)
            throws IllegalAccessException {
        Map<String, String> offenders = new LinkedHashMap<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Found> open = new ArrayDeque<>();
        open.add(new Found(name, root));
        while (!open.isEmpty()) {
            Found next = open.remove();
            if (!seen.add(next.value())) {
                continue;
            }
            Class<?> type = next.value().getClass();
            if (!(next.value() instanceof Serializable)) {
                offenders.putIfAbsent(type.getName(), next.path());
            }
            switch (next.value()) {
                case Collection<?> all -> addAll(next.path() + "[]", all, open);
                case Map<?, ?> map -> addAll(next.path() + "{}", map.values(), open);
                default -> addFields(next, type, open);
            }
        }
        return offenders;
    }

    private static void addAll(String path, Collection<?> values, Deque<Found> open) {
        for (Object value : values) {
            if (value != null) {
                open.add(new Found(path, value));
            }
        }
    }

    private static void addFields(Found at, Class<?> type, Deque<Found> open)
            throws IllegalAccessException {
        if (!type.getName().startsWith("dev.lanescope.")) {
            return;
        }
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                Object value = field.get(at.value());
                if (value != null) {
                    open.add(new Found(at.path() + "." + field.getName(), value));
                }
            }
        }
    }
}
