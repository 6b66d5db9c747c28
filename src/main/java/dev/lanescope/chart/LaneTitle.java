package dev.lanescope.chart;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;

import java.util.regex.Pattern;

/// What people call a lane: short, for it stands before it.
public final class LaneTitle {

    private static final Pattern REMARK = Pattern.compile("\\s*\\([^)]*\\)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private LaneTitle() {}

    /// Threads are named after their model, and lanes after their threads: what follows the model
    /// is what counts. `staged-front-matter-2` is `front matter 2`, `fixed-pool-1` is `Worker 1`.
    /// Foreign threads are called what they are.
    public static String of(RunInfo info, LaneView lane) {
        String name = lane.name();
        if (info.isForeign()) {
            return name;
        }
        String prefix = info.model() + "-";
        if (name.startsWith(prefix)) {
            String rest = name.substring(prefix.length());
            if (!NUMBER.matcher(rest).matches()) {
                return rest.replace('-', ' ');
            }
        } else if (name.indexOf('(') > 0) {
            return REMARK.matcher(name).replaceAll("").strip();
        }
        return "Worker " + (lane.number() + 1);
    }
}
