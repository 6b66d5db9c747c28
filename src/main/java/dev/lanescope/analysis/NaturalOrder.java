package dev.lanescope.analysis;

import java.util.Comparator;

/// Names as people sort them: letters without regard to case, and digits by the number that they
/// are, so that `worker 9` stands before `worker 10`.
public final class NaturalOrder implements Comparator<String> {

    public static final Comparator<String> OF_NAMES =
            new NaturalOrder().thenComparing(Comparator.naturalOrder());

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        int at = 0;
        int beside = 0;
        while (at < one.length() && beside < other.length()) {
            int end = endOfPart(one, at);
            int endBeside = endOfPart(other, beside);
            boolean numbers = isDigit(one.charAt(at)) && isDigit(other.charAt(beside));
            int difference =
                    numbers
                            ? compareNumbers(one, at, end, other, beside, endBeside)
                            : Character.compare(
                                    Character.toLowerCase(one.charAt(at)),
                                    Character.toLowerCase(other.charAt(beside)));
            if (difference != 0) {
                return difference;
            }
            at = numbers ? end : at + 1;
            beside = numbers ? endBeside : beside + 1;
        }
        return Integer.compare(one.length() - at, other.length() - beside);
    }

    /// Of any length: the longer number is greater, once the zeros before it are gone.
    private static int compareNumbers(
            String one, int from, int end, String other, int fromBeside, int endBeside) {
        int at = skipZeros(one, from, end);
        int beside = skipZeros(other, fromBeside, endBeside);
        int byLength = Integer.compare(end - at, endBeside - beside);
        return byLength != 0
                ? byLength
                : one.substring(at, end).compareTo(other.substring(beside, endBeside));
    }

    private static int skipZeros(String text, int from, int end) {
        int at = from;
        while (at < end - 1 && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int endOfPart(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
