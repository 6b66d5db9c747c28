package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.extension.escaper.SafeString;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How much there is to read in a value: the characters of a text, and of all that a list or map
/// holds. Lists that hold one list twice, which holds another twice, and so on, are longer than any
/// memory; so each list is read once, however often it is held, and nothing is weighed further than
/// what a page may spend.
final class Weight {

    private static final long ENOUGH = TemplateSteps.MAX_MADE + 1;

    /// So many characters of a text that is looked for cost as much as one of the text it is looked
    /// for in.
    static final int SOUGHT_AT_ONCE = 64;

    /// Going through a list takes as long for one of its elements as for so many characters.
    private static final int OF_AN_ELEMENT = 8;

    private final IdentityHashMap<Object, Long> weighed = new IdentityHashMap<>();

    private Weight() {}

    /// The weight of a value; a text weighs its characters, what holds nothing weighs nothing.
    static long of(@Nullable Object value) {
        return switch (value) {
            case Collection<?> _, Map<?, ?> _, Map.Entry<?, ?> _ -> new Weight().add(0, value);
            case null, default -> ofText(value);
        };
    }

    /// What it takes to see whether two values are the same; those of two kinds never are.
    static long ofComparison(@Nullable Object one, @Nullable Object other) {
        if (one instanceof CharSequence text && other instanceof CharSequence than) {
            return Math.min(text.length(), than.length());
        }
        boolean both =
                (one instanceof Collection<?> && other instanceof Collection<?>)
                        || (one instanceof Map<?, ?> && other instanceof Map<?, ?>);
        return both ? of(one) + of(other) : 0;
    }

    /// What it takes to find one value in another. In a text it can take the product of the two.
    static long ofSearch(@Nullable Object in, @Nullable Object sought) {
        long many = of(in);
        long one = of(sought);
        return in instanceof String ? many * (1 + one / SOUGHT_AT_ONCE) : many + one;
    }

    private static long ofText(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case SafeString text -> text.toString().length();
            case null, default -> 0;
        };
    }

    private long add(long before, @Nullable Object value) {
        return switch (value) {
            case Collection<?> list -> before + held(list, () -> addAll(0, list));
            case Map<?, ?> map ->
                    before + held(map, () -> addAll(addAll(0, map.keySet()), map.values()));
            case Map.Entry<?, ?> entry -> add(add(before, entry.getKey()), entry.getValue());
            case null, default -> before + ofText(value);
        };
    }

    private long held(Object holder, LongSupplier weight) {
        Long known = weighed.get(holder);
        if (known != null) {
            return known;
        }
        long now = weight.getAsLong();
        weighed.put(holder, now);
        return now;
    }

    private long addAll(long before, Collection<?> values) {
        long sum = before;
        for (Object value : values) {
            if (sum >= ENOUGH) {
                return sum;
            }
            sum = add(sum + OF_AN_ELEMENT, value);
        }
        return sum;
    }
}
