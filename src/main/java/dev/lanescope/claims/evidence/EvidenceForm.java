package dev.lanescope.claims.evidence;

import dev.lanescope.claims.Reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Evidence as text: a head, lines of fields with tabs between them, and a check over all of it.
final class EvidenceForm {

    static final String HEAD = "Lanescope evidence 1";
    private static final int LONGEST_FIELD = 400;
    private static final int MOST_LINES = 500;
    static final int MOST_READINGS = MOST_LINES - 2; // a head, and when they were made
    private static final String CHECK = "check\t";

    private EvidenceForm() {}

    /// Of more cautions than there is room for the last are left out.
    ///
    /// @param evidence with at most [#MOST_READINGS]
    static String text(Evidence evidence) {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        lines.add(
                line(
                        "made",
                        evidence.when().toString(),
                        evidence.machine(),
                        evidence.content(),
                        Integer.toString(evidence.pages())));
        for (Reading each : evidence.readings()) {
            lines.add(
                    line(
                            "reading",
                            each.key(),
                            each.what(),
                            Double.toString(each.value()),
                            Double.toString(each.low()),
                            Double.toString(each.high()),
                            Integer.toString(each.repeats()),
                            Integer.toString(each.needed())));
        }
        evidence.cautions().forEach(each -> lines.add(line("caution", each)));
        String body = lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n")) + "\n";
        return body + CHECK + check(body) + "\n";
    }

    /// Empty if it was changed, or makes no sense.
    static Optional<Evidence> read(String text) {
        int end = text.lastIndexOf(CHECK);
        if (!text.startsWith(HEAD + "\n") || end < 0) {
            return Optional.empty();
        }
        String body = text.substring(0, end);
        if (!text.substring(end).equals(CHECK + check(body) + "\n")
                || body.lines().count() > MOST_LINES) {
            return Optional.empty();
        }
        try {
            return Optional.of(evidence(body.lines().skip(1).map(EvidenceForm::fields).toList()));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Evidence evidence(List<List<String>> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("nothing but a head");
        }
        List<String> made = lines.getFirst();
        List<Reading> readings = new ArrayList<>();
        List<String> cautions = new ArrayList<>();
        for (List<String> fields : lines.subList(1, lines.size())) {
            switch (fields.getFirst()) {
                case "reading" ->
                        readings.add(
                                new Reading(
                                        fields.get(1),
                                        fields.get(2),
                                        Double.parseDouble(fields.get(3)),
                                        Double.parseDouble(fields.get(4)),
                                        Double.parseDouble(fields.get(5)),
                                        Integer.parseInt(fields.get(6)),
                                        Integer.parseInt(fields.get(7))));
                case "caution" -> cautions.add(fields.get(1));
                default -> throw new IllegalArgumentException(fields.getFirst());
            }
        }
        return new Evidence(
                Instant.parse(made.get(1)),
                made.get(2),
                made.get(3),
                Integer.parseInt(made.get(4)),
                readings,
                cautions);
    }

    private static String line(String... fields) {
        return String.join("\t", List.of(fields).stream().map(EvidenceForm::plain).toList());
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
