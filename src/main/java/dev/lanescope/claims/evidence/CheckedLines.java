package dev.lanescope.claims.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A small text that tells whether it was changed: a head, lines of fields with tabs between them,
/// and a check over all of it.
///
/// @param head the first line: what it is, and its version
/// @param mostLines with the head
public record CheckedLines(String head, int mostLines) {

    private static final int LONGEST_FIELD = 400;
    private static final String CHECK = "check\t";

    /// The whole text. Of more lines than there may be the last are left out, of a long field its
    /// end.
    public String text(List<List<String>> lines) {
        var body = new StringBuilder(head).append('\n');
        lines.stream()
                .limit(mostLines - 1L)
                .forEach(fields ->
                        body.append(
                                        String.join(
                                                "\t",
                                                fields.stream().map(CheckedLines::plain).toList()))
                                .append('\n'));
        return body + CHECK + check(body.toString()) + "\n";
    }

    /// The fields of each line behind the head; empty if it was changed, or is something else.
    public Optional<List<List<String>>> read(String text) {
        int end = text.lastIndexOf(CHECK);
        if (!text.startsWith(head + "\n") || end < 0) {
            return Optional.empty();
        }
        String body = text.substring(0, end);
        if (!text.substring(end).equals(CHECK + check(body) + "\n")
                || body.lines().count() > mostLines) {
            return Optional.empty();
        }
        return Optional.of(body.lines().skip(1).map(CheckedLines::fields).toList());
    }

    /// Without what would end a field or a line.
    private static String plain(String field) {
        String one = field.replaceAll("\\p{Cntrl}+", " ");
        return one.length() <= LONGEST_FIELD ? one : one.substring(0, LONGEST_FIELD);
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            fields.add(line.substring(from, tab));
            from = tab + 1;
        }
        fields.add(line.substring(from));
        return fields;
    }

    private static String check(String body) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
