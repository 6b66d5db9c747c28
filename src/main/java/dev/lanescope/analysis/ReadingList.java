package dev.lanescope.analysis;

import dev.lanescope.trace.CounterNames;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Snapshot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/// The readings of a trace's counters over some time as the rows of a table: eight bytes each. Sums
/// that only grow, and counters that never left 0, are in no picture and not here either. Never
/// changes; sorting and filtering make new ones.
public final class ReadingList {

    /// What readings can be sorted by.
    public enum Column {
        COUNTER,
        TIME,
        VALUE
    }

    /// What people are shown of a counter; rows are found and sorted by that.
    public interface Words {
        /// What the counter is called.
        String title(CounterView counter);

        /// The figure that stands for a value: that of a counter in thousandths is a thousandth.
        double figure(CounterView counter, long value);
    }

    private final Snapshot trace;
    private final Words words;
    private final long[] places;
    private final long all;

    private ReadingList(Snapshot trace, Words words, long[] places, long all) {
        this.trace = trace;
        this.words = words;
        this.places = places;
        this.all = all;
    }

    /// The readings that hold at some moment of a stretch: those within, and the last one before,
    /// for that is where the counter stood at first. They stand counter by counter in the order of
    /// their titles, and those of a counter in the order of time.
    ///
    /// @param most so many at most, the first ones
    public static ReadingList of(Snapshot trace, Stretch stretch, int most, Words words) {
        long[] places = new long[0];
        long all = 0;
        for (int number : inOrder(trace, words)) {
            CounterView counter = trace.counters().get(number);
            if (isShown(counter)) {
                int from = Math.max(0, counter.countUpTo(stretch.startNanos()) - 1);
                int to = Math.max(from, counter.countUpTo(stretch.endNanos() - 1));
                int size = places.length;
                int taken = (int) Math.min(to - from, (long) most - size);
                places = Arrays.copyOf(places, size + taken);
                for (int reading = 0; reading < taken; reading++) {
                    places[size + reading] = place(number, from + reading);
                }
                all += to - from;
            }
        }
        return new ReadingList(trace, words, places, all);
    }

    /// The numbers of all counters in the order of their titles.
    private static int[] inOrder(Snapshot trace, Words words) {
        return IntStream.range(0, trace.counters().size())
                .boxed()
                .sorted(
                        Comparator.comparing(
                                number -> words.title(trace.counters().get(number)),
                                NaturalOrder.OF_NAMES))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static long place(int counter, int reading) {
        return (long) counter << Integer.SIZE | reading;
    }

    private static boolean isShown(CounterView counter) {
        return (counter.most() > 0 || counter.least() < 0) && !CounterNames.isSum(counter.name());
    }

    /// How many rows there are.
    public int size() {
        return places.length;
    }

    /// How many readings there are, even if they are not all here.
    public long all() {
        return all;
    }

    /// A reading by its counter and its place among that one's readings.
    ///
    /// @param number of the counter in the trace, from 0
    public record Reading(int number, CounterView counter, int index) {

        public long nanos() {
            return counter.nanos(index);
        }

        public long value() {
            return counter.value(index);
        }
    }

    /// The reading of a row.
    public Reading reading(int row) {
        int number = (int) (places[row] >> Integer.SIZE);
        return new Reading(number, trace.counters().get(number), (int) places[row]);
    }

    /// The row of a reading, which may be one of an earlier moment of the same run; -1 if it has
    /// none.
    public int rowOf(Reading reading) {
        long wanted = place(reading.number(), reading.index());
        for (int row = 0; row < places.length; row++) {
            if (places[row] == wanted) {
                return row;
            }
        }
        return -1;
    }

    /// The same rows in another order; rows that are equal in it keep the order they have.
    public ReadingList sorted(Column column, boolean descending) {
        int[] ranks = column == Column.COUNTER ? ranks() : new int[0];
        long[] keys = new long[places.length];
        for (int row = 0; row < keys.length; row++) {
            Reading reading = reading(row);
            long key =
                    switch (column) {
                        case COUNTER -> ranks[reading.number()];
                        case TIME -> reading.nanos();
                        case VALUE -> inOrder(words.figure(reading.counter(), reading.value()));
                    };
            keys[row] = descending ? ~key : key;
        }
        return new ReadingList(trace, words, StableOrder.of(places, keys), all);
    }

    /// The place of every counter in the order of titles; those of one title have one place.
    private int[] ranks() {
        int[] ranks = new int[trace.counters().size()];
        int rank = 0;
        String before = "";
        for (int number : inOrder(trace, words)) {
            String title = words.title(trace.counters().get(number));
            rank += title.equals(before) ? 0 : 1;
            before = title;
            ranks[number] = rank;
        }
        return ranks;
    }

    /// A whole number that is greater the greater the figure is.
    private static long inOrder(double figure) {
        long bits = Double.doubleToLongBits(figure + 0.0); // which makes -0 a 0
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }

    /// The rows whose counter has a text in its title, in upper or lower case.
    public ReadingList matching(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        boolean[] holds = new boolean[trace.counters().size()];
        for (int number = 0; number < holds.length; number++) {
            String title = words.title(trace.counters().get(number));
            holds[number] = title.toLowerCase(Locale.ROOT).contains(wanted);
        }
        long[] matching =
                Arrays.stream(places)
                        .filter(place -> holds[(int) (place >> Integer.SIZE)])
                        .toArray();
        return new ReadingList(trace, words, matching, all);
    }
}
