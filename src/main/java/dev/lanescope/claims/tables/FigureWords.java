package dev.lanescope.claims.tables;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.claims.Measure;
import dev.lanescope.claims.Quantity;
import dev.lanescope.claims.Reading;
import dev.lanescope.lab.Unit;

import java.util.Locale;
import java.util.function.DoubleFunction;

/// A figure as it stands in a cell: with its whole interval, e.g. `5.10 MB a further worker (4.90
/// to 5.30)`, or with the number of runs where there are too few for one, e.g. `1 run, no
/// interval`.
final class FigureWords {

    private FigureWords() {}

    static String of(Reading reading, Line.Figure line) {
        return switch (line.shape()) {
            case AMOUNT -> amount(reading, line.need().measure(), line.note());
            case TIMES -> words(reading, "\u00d7", line.note(), Reading::number);
            case LONGER -> words(reading, " %", line.note(), FigureWords::percent);
        };
    }

    private static String amount(Reading reading, Measure measure, String note) {
        return switch (measure) {
            case Measure.Cost cost -> of(reading, cost.figure().group().unit(), note);
            case Measure.WorkerMemory _ -> of(reading, Unit.BYTES, note);
            case Measure.OfRuns(Quantity quantity, _) ->
                    quantity.unit() == Unit.RATIO
                            ? words(reading, "", note, Reading::number)
                            : of(reading, quantity.unit(), note);
            case Measure.SpeedUp _,
                    Measure.BestWorkers _,
                    Measure.PagesLost _,
                    Measure.FewerLost _,
                    Measure.CostRatio _,
                    Measure.CrossingRatio _,
                    Measure.Code _,
                    Measure.CodeRatio _ ->
                    reading.words() + measure.unit();
        };
    }

    /// The ends of the interval are in the unit of its middle.
    private static String of(Reading reading, Unit unit, String note) {
        String middle = unit.words(reading.value());
        String bare = unit.bare(reading.value(), reading.value());
        return words(
                reading,
                middle.substring(bare.length()),
                note,
                figure -> unit.bare(figure, reading.value()));
    }

    private static String words(
            Reading reading, String unit, String note, DoubleFunction<String> number) {
        String figure = number.apply(reading.value()) + unit + (note.isEmpty() ? "" : " " + note);
        if (reading.isCounted()) {
            return figure;
        }
        return reading.isSure()
                ? figure
                        + " ("
                        + number.apply(reading.low())
                        + " to "
                        + number.apply(reading.high())
                        + ")"
                : figure + ", " + Amounts.count(reading.repeats(), "run") + ", no interval";
    }

    /// By how much a number of times is more than once.
    private static String percent(double times) {
        return String.format(Locale.ROOT, "%+.1f", (times - 1) * 100).replace('-', '\u2212');
    }
}
