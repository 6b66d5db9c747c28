package dev.lanescope.analysis;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How what was typed becomes a [Query].
final class QueryReading {

    private static final String NUMBER = "(\\d{1,12}(?:\\.\\d{1,9})?)";
    private static final String UNIT = "(ns|us|\u00b5s|\u03bcs|ms|s|min)";
    private static final Pattern MOMENT = Pattern.compile("@?" + NUMBER + "\\s*" + UNIT);
    private static final Pattern STRETCH =
            Pattern.compile(
                    NUMBER
                            + "\\s*"
                            + UNIT
                            + "?\\s*(\\.\\.|-|\u2013|to|\\+)\\s*"
                            + NUMBER
                            + "\\s*"
                            + UNIT);
    private static final Pattern ITEM = Pattern.compile("(?:page|item|#)\\s*(\\d{1,9})");

    private QueryReading() {}

    static Optional<Query> item(String text) {
        Matcher typed = ITEM.matcher(text);
        return typed.matches()
                ? Optional.of(new Query.Item(Math.max(0, Integer.parseInt(typed.group(1)) - 1)))
                : Optional.empty();
    }

    static Optional<Query> moment(String text) {
        Matcher typed = MOMENT.matcher(text);
        return typed.matches()
                ? Optional.of(new Query.Moment(nanos(typed.group(1), typed.group(2))))
                : Optional.empty();
    }

    /// The first number may go without a unit: then it has that of the second.
    static Optional<Query> time(String text) {
        Matcher typed = STRETCH.matcher(text);
        if (!typed.matches()) {
            return Optional.empty();
        }
        String unit = typed.group(5);
        String firstUnit = Optional.ofNullable(typed.group(2)).orElse(unit);
        long start = nanos(typed.group(1), firstUnit);
        long second = nanos(typed.group(4), unit);
        long end = typed.group(3).equals("+") ? start + second : second;
        return start == end
                ? Optional.of(new Query.Moment(start))
                : Optional.of(new Query.Time(Math.min(start, end), Math.max(start, end)));
    }

    /// At most 60,000,000,000,000 seconds come in by the patterns; the end of time is nearer.
    private static long nanos(String number, String unit) {
        long factor =
                switch (unit) {
                    case "ns" -> 1;
                    case "ms" -> 1_000_000;
                    case "s" -> 1_000_000_000;
                    case "min" -> 60_000_000_000L;
                    default -> 1_000;
                };
        BigDecimal nanos = new BigDecimal(number).multiply(BigDecimal.valueOf(factor));
        return nanos.min(BigDecimal.valueOf(Long.MAX_VALUE / 4)).longValue();
    }
}
