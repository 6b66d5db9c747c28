package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a front matter library read, as plain unmodifiable maps, lists, strings, numbers and
/// booleans. Bounded in depth and number, because a YAML alias can mean a thousand values, or
/// itself.
final class PlainValues {

    private static final int MAX_DEPTH = 50;

    /// How many values there may be, with all aliases written out.
    static final int MAX_VALUES = 100_000;

    private static final int MAX_BITS = 4_096;

    private int values;

    private PlainValues() {}

    /// Nothing (an empty document) is an empty map.
    ///
    /// @throws BrokenPageException if it is no map, or holds too much
    static Map<String, Object> map(@Nullable Object loaded) throws BrokenPageException {
        return switch (loaded) {
            case null -> Map.of();
            case Map<?, ?> map -> KeyNames.known(new PlainValues().map(map, 0));
            default -> throw new BrokenPageException(2, "front matter is not a list of keys");
        };
    }

    /// Whole numbers beyond a long are text, or a template that squares them would not end.
    private static Object plain(BigInteger big) throws BrokenPageException {
        if (big.bitLength() > MAX_BITS) {
            throw new BrokenPageException(1, "front matter holds a number of too many digits");
        }
        return big.bitLength() < Long.SIZE ? (Object) big.longValue() : big.toString();
    }

    private Map<String, Object> map(Map<?, ?> map, int depth) throws BrokenPageException {
        Map<String, Object> plain = LinkedHashMap.newLinkedHashMap(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object value = value(entry.getValue(), depth + 1);
            if (value != null) {
                plain.put(String.valueOf(entry.getKey()), value);
            }
        }
        return Collections.unmodifiableMap(plain);
    }

    private @Nullable Object value(@Nullable Object value, int depth) throws BrokenPageException {
        if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
            throw new BrokenPageException(
                    1, "front matter holds too much, or nests too deeply, or holds itself");
        }
        return switch (value) {
            case null -> null;
            case String text -> text;
            case BigInteger big -> plain(big);
            case BigDecimal big -> big.doubleValue();
            case Number number -> number;
            case Boolean bool -> bool;
            case Map<?, ?> map -> map(map, depth);
            case Collection<?> list -> {
                List<Object> plain = new ArrayList<>(list.size());
                for (Object element : list) {
                    Object one = value(element, depth + 1);
                    if (one != null) {
                        plain.add(one);
                    }
                }
                yield Collections.unmodifiableList(plain);
            }
            case byte[] binary -> "(" + binary.length + " bytes)";
            default -> value.toString();
        };
    }
}
