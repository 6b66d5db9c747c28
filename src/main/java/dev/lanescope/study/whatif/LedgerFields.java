package dev.lanescope.study.whatif;

import dev.lanescope.study.whatif.LedgerEntry.Outcome;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands in the fields of a ledger's lines. There are three kinds: a prediction that was
/// said, one that was withheld, and an outcome.
final class LedgerFields {

    private static final String SAID = "said";
    private static final String WITHHELD = "withheld";
    private static final String MEASURED = "measured";

    private LedgerFields() {}

    static List<String> of(LedgerEntry entry) {
        return switch (entry.forecast()) {
            case Forecast.Told told ->
                    List.of(
                            SAID,
                            entry.id(),
                            entry.when().toString(),
                            entry.machine(),
                            entry.content(),
                            entry.what(),
                            entry.from(),
                            entry.probe(),
                            Long.toString(told.nanos()),
                            Long.toString(told.leastNanos()),
                            Long.toString(told.mostNanos()),
                            Integer.toString(told.runs()),
                            Double.toString(told.error()));
            case Forecast.Withheld withheld ->
                    List.of(
                            WITHHELD,
                            entry.id(),
                            entry.when().toString(),
                            entry.machine(),
                            entry.content(),
                            entry.what(),
                            entry.from(),
                            entry.probe(),
                            withheld.why());
        };
    }

    static List<String> of(String id, Outcome outcome) {
        return List.of(
                MEASURED,
                id,
                outcome.when().toString(),
                Integer.toString(outcome.runs()),
                Long.toString(outcome.nanos()),
                Long.toString(outcome.leastNanos()),
                Long.toString(outcome.mostNanos()),
                outcome.probe());
    }

    /// Adds what a line says to the entries before it.
    ///
    /// @return false if it makes no sense: an outcome of nothing, a second one, a bad number
    static boolean add(List<String> fields, Map<String, LedgerEntry> entries) {
        try {
            String id = fields.get(1);
            LedgerEntry known = entries.get(id);
            return switch (fields.getFirst()) {
                case SAID -> {
                    var told =
                            new Forecast.Told(
                                    positive(fields.get(8)),
                                    positive(fields.get(9)),
                                    positive(fields.get(10)),
                                    Integer.parseInt(fields.get(11)),
                                    Double.parseDouble(fields.get(12)));
                    yield known == null && fields.size() == 13 && put(fields, told, entries);
                }
                case WITHHELD ->
                        known == null
                                && fields.size() == 9
                                && put(fields, new Forecast.Withheld(fields.get(8)), entries);
                case MEASURED -> {
                    if (known == null || known.outcome().isPresent() || fields.size() != 8) {
                        yield false;
                    }
                    entries.put(
                            id,
                            known.with(
                                    new Outcome(
                                            Instant.parse(fields.get(2)),
                                            Integer.parseInt(fields.get(3)),
                                            positive(fields.get(4)),
                                            positive(fields.get(5)),
                                            positive(fields.get(6)),
                                            fields.get(7))));
                    yield true;
                }
                default -> false;
            };
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static boolean put(
            List<String> fields, Forecast forecast, Map<String, LedgerEntry> entries) {
        entries.put(
                fields.get(1),
                new LedgerEntry(
                        fields.get(1),
                        Instant.parse(fields.get(2)),
                        fields.get(3),
                        fields.get(4),
                        fields.get(5),
                        fields.get(6),
                        forecast,
                        fields.get(7),
                        Optional.empty()));
        return true;
    }

    private static long positive(String field) {
        long value = Long.parseLong(field);
        if (value <= 0) {
            throw new NumberFormatException(field);
        }
        return value;
    }
}
