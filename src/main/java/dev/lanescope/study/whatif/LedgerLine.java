package dev.lanescope.study.whatif;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A line of a ledger: fields with tabs between them, and a check at its end over them and the
/// check of the line before. So a line that was changed, left out or put in between is noticed.
final class LedgerLine {

    /// Characters in a line, at most.
    static final int LONGEST = 4_096;

    /// Characters in a field, at most; what is longer is cut.
    private static final int LONGEST_FIELD = 400;

    private static final int CHECK = 16;

    private LedgerLine() {}

    /// @param before the check of the line before
    static String of(List<String> fields, String before) {
        String body = String.join("\t", fields.stream().map(LedgerLine::plain).toList());
        return body + "\t" + check(body, before);
    }

    /// The fields of a line; empty if its check does not fit.
    static Optional<List<String>> read(String line, String before) {
        int end = line.lastIndexOf('\t');
        if (line.length() > LONGEST || end < 0) {
            return Optional.empty();
        }
        String body = line.substring(0, end);
        return line.substring(end + 1).equals(check(body, before))
                ? Optional.of(fields(body))
                : Optional.empty();
    }

    private static List<String> fields(String body) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int tab = body.indexOf('\t'); tab >= 0; tab = body.indexOf('\t', from)) {
            fields.add(body.substring(from, tab));
            from = tab + 1;
        }
        fields.add(body.substring(from));
        return List.copyOf(fields);
    }

    /// What stands as a check at the end of a line, whether it fits or not.
    static String checkOf(String line) {
        String last = line.substring(line.lastIndexOf('\t') + 1);
        return last.substring(0, Math.min(CHECK, last.length()));
    }

    /// Without what would end a field or a line.
    private static String plain(String field) {
        String one = field.replaceAll("\\p{Cntrl}+", " ");
        return one.length() <= LONGEST_FIELD ? one : one.substring(0, LONGEST_FIELD);
    }

    private static String check(String body, String before) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest((before + "\n" + body).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, CHECK / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
