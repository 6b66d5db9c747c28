package dev.lanescope.analysis;

import java.util.Arrays;

/// Sorts the rows of long tables: stable, and without an object a row.
final class StableOrder {

    private StableOrder() {}

    /// Rows by their keys, from the least to the greatest; those with the same key keep their
    /// order. Merges ever longer runs.
    ///
    /// @param keys one for each row
    static long[] of(long[] rows, long[] keys) {
        int size = keys.length;
        int[] from = new int[size];
        int[] to = new int[size];
        Arrays.setAll(from, row -> row);
        for (long run = 1; run < size; run *= 2) {
            for (long start = 0; start < size; start += 2 * run) {
                int middle = (int) Math.min(size, start + run);
                int end = (int) Math.min(size, start + 2 * run);
                merge(keys, from, to, (int) start, middle, end);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        long[] sorted = new long[size];
        for (int row = 0; row < size; row++) {
            sorted[row] = rows[from[row]];
        }
        return sorted;
    }

    private static void merge(long[] keys, int[] from, int[] to, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            boolean takeLeft =
                    right >= end || (left < middle && keys[from[left]] <= keys[from[right]]);
            to[at] = takeLeft ? from[left++] : from[right++];
        }
    }
}
