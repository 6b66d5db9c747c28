package dev.lanescope.exchange.in.foreign;

import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.Flow;
import dev.lanescope.trace.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Arrows between slices, as their points come: those of one key are a way, from its beginning over
/// its steps to its end, whatever the order in the file. A key may be used again.
public final class Arrows {

    /// What a point is to its way.
    public enum Point {
        /// Here the way begins, in the slice around the moment.
        BEGIN,
        /// Over this slice it leads.
        STEP,
        /// It ends in the slice around the moment.
        END,
        /// It ends at the beginning of the next slice.
        END_AT_NEXT
    }

    private record Stop(Point point, Track track, long at) {}

    private record Way(String name, List<Stop> stops) {}

    private static final long STOP_BYTES = 150;

    private final Allowance allowance;
    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final IdentityHashMap<Track, long[]> starts = new IdentityHashMap<>();

    Arrows(Allowance allowance) {
        this.allowance = allowance;
    }

    /// A way has a point on a thread.
    ///
    /// @param key what all its points have in common
    public void add(String key, String name, Point point, Track track, long at) throws Refusal {
        allowance.spend(STOP_BYTES);
        Way way = ways.get(key);
        if (way == null) {
            allowance.spend(STOP_BYTES + 2L * (key.length() + name.length()));
            way = new Way(Names.cut(name), new ArrayList<>(2));
            ways.put(key, way);
        }
        way.stops().add(new Stop(point, track, at));
    }

    /// All arrows, each from one point of its way to the next.
    List<Flow> flows(Map<Track, Integer> lanes, long origin, long last, Troubles troubles)
            throws Refusal {
        List<Flow> flows = new ArrayList<>();
        for (Way way : ways.values()) {
            way.stops().sort(Comparator.comparingLong(Stop::at).thenComparing(Stop::point));
            @Nullable Stop before = null;
            for (Stop stop : way.stops()) {
                if (stop.point() == Point.BEGIN) {
                    if (before != null) {
                        troubles.add("arrow leads nowhere and is not shown", way.name());
                    }
                    before = stop;
                } else if (before == null) {
                    troubles.add("arrow comes from nowhere and is not shown", way.name());
                } else {
                    long to = stop.point() == Point.END_AT_NEXT ? next(stop) : stop.at();
                    flows.add(
                            new Flow(
                                    way.name(),
                                    lanes.getOrDefault(before.track(), 0),
                                    Math.clamp(before.at() - origin, 0, last),
                                    lanes.getOrDefault(stop.track(), 0),
                                    Math.clamp(to - origin, 0, last)));
                    before = stop.point() == Point.STEP ? stop : null;
                }
            }
        }
        return flows;
    }

    /// Where the next slice of the thread begins; the moment itself if none does.
    private long next(Stop stop) throws Refusal {
        long @Nullable [] all = starts.get(stop.track());
        if (all == null) {
            Slices slices = stop.track().slices();
            allowance.spend((long) Long.BYTES * slices.size());
            all = new long[slices.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = slices.start(i);
            }
            Arrays.sort(all);
            starts.put(stop.track(), all);
        }
        int at = Arrays.binarySearch(all, stop.at());
        int place = at >= 0 ? at : -1 - at;
        return place < all.length ? all[place] : stop.at();
    }
}
