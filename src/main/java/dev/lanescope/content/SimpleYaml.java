package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The YAML that most pages begin with, read at a glance: one `key: value` a line, where a value is
/// a word or sentence, a date, a text in quotes without escapes, or a list of these in brackets.
///
/// It knows what it does not know: whatever else there is, or might mean something else to YAML, is
/// left to the library, whose general reader makes a multiple of the garbage. What is read comes
/// out as the library has it.
final class SimpleYaml {

    private static final int MAX_KEY = 100;

    private static final Set<String> NO_TEXT =
            Set.of("null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE");

    private final String text;
    private int at;

    private SimpleYaml(String text) {
        this.text = text;
    }

    /// The values by key, or null if the text has to be read by the library.
    static @Nullable Map<String, Object> read(String text) {
        return new SimpleYaml(text).lines();
    }

    private @Nullable Map<String, Object> lines() {
        Map<String, Object> values = new LinkedHashMap<>();
        while (at < text.length()) {
            if (text.charAt(at) != '\n') {
                @Nullable String key = key();
                @Nullable Object value = key == null ? null : value();
                if (value == null || !atEnd() || values.put(key, value) != null) {
                    return null;
                }
            }
            at++;
        }
        return values.isEmpty() ? null : values;
    }

    private @Nullable String key() {
        int start = at;
        while (at < text.length() && isKeyPart(text.charAt(at))) {
            at++;
        }
        String key = text.substring(start, at);
        boolean gap = text.startsWith(": ", at);
        skipSpaces(1);
        return gap && key.length() <= MAX_KEY && isWord(key) ? key : null;
    }

    private @Nullable Object value() {
        return at < text.length() && text.charAt(at) == '[' ? list() : scalar(false);
    }

    private @Nullable List<Object> list() {
        List<Object> values = new ArrayList<>();
        do {
            skipSpaces(1); // the bracket or comma
            @Nullable String value = scalar(true);
            skipSpaces(0);
            if (value == null || at == text.length()) {
                return null;
            }
            values.add(value);
        } while (text.charAt(at) == ',');
        return text.charAt(at++) == ']' ? values : null;
    }

    private @Nullable String scalar(boolean inList) {
        if (at == text.length()) {
            return null;
        }
        char first = text.charAt(at);
        return first == '"' || first == '\'' ? quoted(first) : plain(inList);
    }

    private @Nullable String quoted(char quote) {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at);
            if (c == '\\' || !isPrintable(c)) {
                return null;
            }
            at++;
        }
        if (at == text.length()) {
            return null;
        }
        String value = text.substring(start, at++);
        boolean doubled = at < text.length() && text.charAt(at) == quote; // a quote in the text
        return doubled ? null : value;
    }

    /// A text without quotes, to the end of the line or of the list's element.
    private @Nullable String plain(boolean inList) {
        int start = at;
        while (at < text.length() && isPlain(text.charAt(at), inList)) {
            at++;
        }
        int end = at;
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        String value = text.substring(start, end);
        return isWord(value) || isDate(value) ? value : null;
    }

    /// Whether no number, nor anything else that is no text, is spelled so.
    private static boolean isWord(String value) {
        return !value.isEmpty() && isLetter(value.charAt(0)) && !NO_TEXT.contains(value);
    }

    /// Whether it is three numbers with the same mark between them, such as `2025-12-31`.
    private static boolean isDate(String value) {
        int marks = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '-' || c == '/') {
                marks++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return marks == 2 && value.charAt(0) >= '0' && value.charAt(0) <= '9';
    }

    private void skipSpaces(int more) {
        at = Math.min(text.length(), at + more);
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean atEnd() {
        skipSpaces(0);
        return at == text.length() || text.charAt(at) == '\n';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isKeyPart(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    }

    /// Marks that mean something only at the beginning of a text, or nothing at all.
    private static boolean isPlain(char c, boolean inList) {
        return isKeyPart(c)
                || " /()+'*&;".indexOf(c) >= 0
                || (c == ',' && !inList)
                || (c > 0x7E && isPrintable(c));
    }

    private static boolean isPrintable(char c) {
        return (c >= ' ' && c <= '~') || (c > 0xA0 && Character.isLetter(c));
    }
}
