package dev.lanescope.chart;

import dev.lanescope.trace.CounterView;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A counter whose values name lanes (from 1; 0 is nobody), such as who holds a lock, as a strip of
/// colours instead of heights: a height would say that lane 8 holds more of the lock than lane 1.
///
/// A column that several held is divided among them by their time, from the bottom up in the order
/// of the lanes.
public final class HolderStrip {

    /// A stretch with one holder that is wide enough for words.
    ///
    /// @param lane from 0
    /// @param x where it begins, at least 0
    /// @param width as far as it is in sight
    public record Piece(int lane, double x, double width) {}

    /// The colour of a lane's pieces, opaque.
    public interface Colours {
        int of(int lane);
    }

    private static final String NAMES_LANES = "worker with ";

    private HolderStrip() {}

    /// Whether a counter's values are lanes and no amounts.
    public static boolean suits(CounterView counter) {
        return counter.name().startsWith(NAMES_LANES);
    }

    /// Paints the strip into a band of a picture, over its whole width.
    ///
    /// @param endNanos where the run ends; after it there is nothing
    public static void paint(
            CounterView counter,
            TimeWindow window,
            long endNanos,
            Picture picture,
            int top,
            int height,
            Colours colours) {
        long[] held = new long[Math.toIntExact(Math.clamp(counter.most(), 0, 100_000)) + 1];
        int width = picture.width();
        int next = CounterColumns.firstAfter(counter, window.columnStart(0, width));
        for (int x = 0; x < width; x++) {
            long from = Math.max(0, window.columnStart(x, width));
            long to = Math.min(endNanos, Math.max(from + 1, window.columnStart(x + 1, width)));
            if (to > from) {
                Arrays.fill(held, 0);
                next = add(counter, from, to, next, held);
                paintColumn(picture, x, top, height, held, to - from, colours);
            }
        }
    }

    /// @return the first reading after the column
    private static int add(CounterView counter, long from, long to, int first, long[] held) {
        int reading = first;
        long at = from;
        while (reading < counter.size() && counter.nanos(reading) < to) {
            long moment = Math.max(at, counter.nanos(reading));
            held[holder(counter, reading - 1, held.length)] += moment - at;
            at = moment;
            reading++;
        }
        held[holder(counter, reading - 1, held.length)] += to - at;
        return reading;
    }

    private static int holder(CounterView counter, int reading, int most) {
        return reading < 0 ? 0 : Math.clamp(counter.value(reading), 0, most - 1);
    }

    private static void paintColumn(
            Picture picture, int x, int top, int height, long[] held, long nanos, Colours colours) {
        long sum = 0;
        int painted = 0;
        for (int holder = 1; holder < held.length; holder++) {
            if (held[holder] > 0) {
                sum += held[holder];
                int upTo = (int) Math.round((double) sum / nanos * height);
                int bottom = top + height;
                picture.fill(x, bottom - upTo, x + 1, bottom - painted, colours.of(holder - 1));
                painted = upTo;
            }
        }
    }

    /// The stretches in sight that are at least so many pixels wide and have one holder.
    public static List<Piece> pieces(
            CounterView counter, TimeWindow window, long endNanos, double width, double least) {
        var pieces = new ArrayList<Piece>();
        int reading =
                Math.max(0, CounterColumns.firstAfter(counter, (long) window.startNanos()) - 1);
        for (; reading < counter.size() && counter.nanos(reading) < window.endNanos(); reading++) {
            boolean last = reading + 1 == counter.size();
            long end = Math.min(endNanos, last ? endNanos : counter.nanos(reading + 1));
            double left = Math.max(0, window.xOf((double) counter.nanos(reading), width));
            double right = Math.min(width, window.xOf((double) end, width));
            if (counter.value(reading) > 0 && right - left >= least) {
                pieces.add(new Piece((int) counter.value(reading) - 1, left, right - left));
            }
        }
        return pieces;
    }
}
