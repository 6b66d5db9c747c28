package dev.lanescope.analysis;

import java.util.Arrays;

/// How many pages of the content a run had finished at any moment. Asking takes a binary search, so
/// a cursor may ask at every step of the pointer.
public final class PagesDone {

    private final long[] moments;

    /// @param moments when each page was finished, in any order
    PagesDone(long[] moments) {
        this.moments = moments.clone();
        Arrays.sort(this.moments);
    }

    /// How many there are in the end.
    public int count() {
        return moments.length;
    }

    /// How many were finished by a moment, itself included.
    public int by(double nanos) {
        int low = 0;
        int high = moments.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moments[middle] <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// When so many pages were finished.
    ///
    /// @param pages from 1 to [#count]
    public long momentOf(int pages) {
        return moments[pages - 1];
    }
}
