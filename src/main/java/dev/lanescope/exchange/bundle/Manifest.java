package dev.lanescope.exchange.bundle;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// What stands at the beginning of a bundle: what was asked, and every part with its size and its
/// SHA-256.
///
/// @param format the version of this shape
/// @param parts the results and all traces, in their order
record Manifest(int format, Question question, List<Part> parts) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    static final String RESULTS = "results.json";

    private static final Pattern TRACE = Pattern.compile("traces/[0-9]{5}\\.lanescope");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /// @param sha256 in hexadecimal digits
    record Part(String name, long bytes, String sha256) {

        Part {
            if (!isPart(name) || bytes < 1 || !SHA_256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("a part that cannot be");
            }
        }

        boolean isTrace() {
            return !name.equals(RESULTS);
        }
    }

    Manifest {
        parts = List.copyOf(parts);
        var names = new HashSet<String>();
        parts.forEach(part -> names.add(part.name()));
        if (names.size() != parts.size()
                || parts.size() < 2
                || parts.size() > Bundle.MOST_TRACES + 1
                || !parts.getFirst().name().equals(RESULTS)) {
            throw new IllegalArgumentException("parts that are no study's");
        }
    }

    static String traceName(int number) {
        return "traces/%05d.lanescope".formatted(number);
    }

    /// Whether a bundle can have a part of that name.
    static boolean isPart(String name) {
        return name.equals(RESULTS) || TRACE.matcher(name).matches();
    }
}
