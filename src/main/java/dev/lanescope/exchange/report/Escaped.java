package dev.lanescope.exchange.report;

import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// Foreign words, such as names of pages, as text that nothing takes for markup.
final class Escaped {

    private static final String MARKS = "\\`*_{}[]()#+-!|<>~&";

    private Escaped() {}

    /// For HTML and the SVG in it, also inside attributes.
    static String html(String words) {
        return each(
                words,
                letter ->
                        switch (letter) {
                            case '&' -> "&amp;";
                            case '<' -> "&lt;";
                            case '>' -> "&gt;";
                            case '"' -> "&quot;";
                            case '\'' -> "&#39;";
                            default -> Character.toString(letter);
                        });
    }

    /// For Markdown, also inside a table.
    static String markdown(String words) {
        return each(
                words,
                letter ->
                        letter == '<'
                                ? "&lt;"
                                : letter == '&'
                                        ? "&amp;"
                                        : (MARKS.indexOf(letter) >= 0 && letter != '-' ? "\\" : "")
                                                + Character.toString(letter));
    }

    /// Letters that no text should hold, line breaks among them, become question marks.
    private static String each(String words, IntFunction<String> escape) {
        return words.codePoints()
                .mapToObj(letter -> isOdd(letter) ? "?" : escape.apply(letter))
                .collect(Collectors.joining());
    }

    private static boolean isOdd(int letter) {
        return Character.isISOControl(letter)
                || (letter >= 0xD800 && letter <= 0xDFFF)
                || (letter >= 0x202A && letter <= 0x202E)
                || (letter >= 0x2066 && letter <= 0x2069)
                || letter == 0xFFFE
                || letter == 0xFFFF;
    }
}
