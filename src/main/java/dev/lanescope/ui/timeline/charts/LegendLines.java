package dev.lanescope.ui.timeline.charts;

import java.util.List;

/// How the entries of a legend fill its lines.
///
/// @param names how long the names want to be
/// @param beside what stands beside each of them, in the same order
/// @param room how long a line is
record LegendLines(List<Double> names, List<Double> beside, double room) {

    /// How many lines there are if longer names are cut to so much.
    int count(double most) {
        int lines = 1;
        double used = 0;
        for (int entry = 0; entry < names.size(); entry++) {
            double width = Math.ceil(Math.min(names.get(entry), most) + beside.get(entry));
            if (used > 0 && used + width > room) {
                lines++;
                used = 0;
            }
            used += width;
        }
        return lines;
    }

    /// The longest that names may be without more lines than if they were as short as can be.
    ///
    /// @param least a name cut shorter than this says too little
    /// @param most no name need be longer
    int longest(int least, int most) {
        int fewest = count(least);
        int low = least;
        int high = most;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (count(middle) <= fewest) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
