package dev.lanescope.chart;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What all lanes of a trace are called, and to which part of the run each belongs. Made once and
/// kept while names stay the same, for forty thousand names are not looked at for every frame.
public final class LaneRoster {

    private final RunInfo info;
    private final String[] names;
    private final String[] titles;
    private final String[] parts;
    private final boolean divided;

    private LaneRoster(RunInfo info, String[] names, String[] titles, String[] parts) {
        this.info = info;
        this.names = names;
        this.titles = titles;
        this.parts = parts;
        this.divided = isDivided(parts);
    }

    public static LaneRoster of(Snapshot trace) {
        return new LaneRoster(trace.info(), new String[0], new String[0], new String[0])
                .updated(trace);
    }

    /// The roster of a later moment of the same run; this one if nobody came and nobody has another
    /// name by then.
    public LaneRoster updated(Snapshot trace) {
        List<LaneView> lanes = trace.lanes();
        int same = 0;
        while (same < Math.min(lanes.size(), names.length)
                && lanes.get(same).name().equals(names[same])) {
            same++;
        }
        if (same == lanes.size() && same == names.length) {
            return this;
        }
        String[] newNames = Arrays.copyOf(names, lanes.size());
        String[] newTitles = Arrays.copyOf(titles, lanes.size());
        String[] newParts = Arrays.copyOf(parts, lanes.size());
        for (int lane = same; lane < lanes.size(); lane++) {
            String name = lanes.get(lane).name();
            if (lane >= names.length || !name.equals(names[lane])) {
                newNames[lane] = name;
                newTitles[lane] = LaneTitle.of(info, lanes.get(lane));
                newParts[lane] = LaneTitle.part(info, name);
            }
        }
        return new LaneRoster(info, newNames, newTitles, newParts);
    }

    /// Whether there are several parts, one of them with several lanes: only then do headings tell
    /// anything.
    private static boolean isDivided(String[] parts) {
        Map<String, Integer> sizes = new HashMap<>();
        for (String part : parts) {
            sizes.merge(part, 1, Integer::sum);
        }
        return sizes.size() > 1 && sizes.size() < parts.length;
    }

    public int lanes() {
        return names.length;
    }

    /// What people call a lane, see [LaneTitle].
    public String title(int lane) {
        return titles[lane];
    }

    /// To which part of the run a lane belongs, see [LaneTitle#part].
    public String part(int lane) {
        return parts[lane];
    }

    boolean isDivided() {
        return divided;
    }

    String modelTitle() {
        return info.modelTitle();
    }

    /// Whether a lane's name, title or part contains a text in small letters.
    boolean matches(int lane, String word) {
        return contains(titles[lane], word)
                || contains(names[lane], word)
                || contains(parts[lane], word);
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }
}
