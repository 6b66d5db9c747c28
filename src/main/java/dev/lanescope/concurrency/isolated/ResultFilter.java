package dev.lanescope.concurrency.isolated;

import java.io.ObjectInputFilter;
import java.util.Set;

/// What may come out of an interpreter if nobody says otherwise: values of the JDK, and classes
/// from the class path that this program is on; not more than [#MOST_BYTES] at once.
enum ResultFilter implements ObjectInputFilter {
    STANDARD;

    static final int MOST_BYTES = 1 << 26;

    private static final int DEEPEST = 500;

    private static final Set<String> PACKAGES =
            Set.of(
                    "java.lang",
                    "java.util",
                    "java.util.concurrent",
                    "java.time",
                    "java.math",
                    "java.net",
                    "java.io");

    @Override
    public Status checkInput(FilterInfo info) {
        if (info.arrayLength() > MOST_BYTES
                || info.streamBytes() > MOST_BYTES
                || info.depth() > DEEPEST) {
            return Status.REJECTED;
        }
        Class<?> type = info.serialClass();
        while (type != null && type.isArray()) {
            type = type.getComponentType();
        }
        if (type == null) {
            return Status.UNDECIDED;
        }
        boolean allowed =
                type.isPrimitive()
                        || (type.getClassLoader() == null
                                ? PACKAGES.contains(type.getPackageName())
                                : type.getClassLoader()
                                        .equals(ResultFilter.class.getClassLoader()));
        return allowed ? Status.ALLOWED : Status.REJECTED;
    }
}
