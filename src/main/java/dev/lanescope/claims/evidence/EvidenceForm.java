package dev.lanescope.claims.evidence;

import dev.lanescope.claims.Reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Evidence as [checked text][CheckedLines].
final class EvidenceForm {

    static final String HEAD = "Lanescope evidence 1";
    private static final int MOST_LINES = 500;
    static final int MOST_READINGS = MOST_LINES - 2; // a head, and when they were made
    private static final CheckedLines FORM = new CheckedLines(HEAD, MOST_LINES);

    private EvidenceForm() {}

    /// Of more cautions than there is room for the last are left out.
    ///
    /// @param evidence with at most [#MOST_READINGS]
    static String text(Evidence evidence) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(
                List.of(
                        "made",
                        evidence.when().toString(),
                        evidence.machine(),
                        evidence.content(),
                        Integer.toString(evidence.pages())));
        for (Reading each : evidence.readings()) {
            lines.add(
                    List.of(
                            "reading",
                            each.key(),
                            each.what(),
                            Double.toString(each.value()),
                            Double.toString(each.low()),
                            Double.toString(each.high()),
                            Integer.toString(each.repeats()),
                            Integer.toString(each.needed())));
        }
        evidence.cautions().forEach(each -> lines.add(List.of("caution", each)));
        return FORM.text(lines);
    }

    /// Empty if it was changed, or makes no sense.
    static Optional<Evidence> read(String text) {
        try {
            return FORM.read(text).map(EvidenceForm::evidence);
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
}
