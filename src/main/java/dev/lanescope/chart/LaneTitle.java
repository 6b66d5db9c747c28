package dev.lanescope.chart;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people call a lane: short, for it stands before it. And to which part of the run it
/// belongs. Traces say neither; both are read from the names that models give to their threads.
public final class LaneTitle {

    /// What stands between the process and the thread in the name of a foreign lane.
    public static final String OF_PROCESS = " / ";

    private static final String WORKERS = "Workers";
    private static final Pattern REMARK = Pattern.compile("\\s*\\([^)]*\\)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern AT_END = Pattern.compile("[-#_\\s]*[0-9]+$");

    /// `process 2 (pid 4711), thread 1`, and `process 2` of it.
    private static final Pattern THREAD = Pattern.compile("^(.*?)\\s*(?:\\(.*\\))?,? thread \\d+$");

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

    /// Some lanes of a trace in a few words: `Worker 2`, `Worker 2 and 3 more`; of none that are
    /// named, `all lanes`.
    public static String of(Snapshot trace, List<Integer> lanes) {
        if (lanes.isEmpty()) {
            return "all lanes";
        }
        String first = of(trace.info(), trace.lanes().get(lanes.getFirst()));
        return lanes.size() == 1 ? first : first + " and " + (lanes.size() - 1) + " more";
    }

    /// To which part of the run a lane belongs, by its name: threads of one process belong to it
    /// (`process 2 (pid 4711), thread 1` to `process 2`), threads that differ by a number only
    /// belong together (`staged-front-matter-2` to `Front matter`, `carrier 3 (...)` to `Carrier`),
    /// and what has nothing but a number is one of the workers. Foreign lanes say it themselves:
    /// `browser / main` belongs to `browser`.
    public static String part(RunInfo info, String name) {
        int slash = name.indexOf(OF_PROCESS);
        if (info.isForeign() && slash > 0) {
            return name.substring(0, slash);
        }
        Matcher ofProcess = THREAD.matcher(name);
        if (ofProcess.matches()) {
            return capital(ofProcess.group(1).strip());
        }
        String prefix = info.model() + "-";
        String own = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        String part = withoutNumber(own);
        boolean numbered = part.isEmpty() || NUMBER.matcher(part).matches();
        return numbered || part.equals("worker") ? WORKERS : capital(part);
    }

    /// A title that stands below the name of its part, which need not be said again: of `process 2,
    /// thread 1` in `Process 2` it is `thread 1`, of `front matter 2` in `Front matter` and of
    /// `pool-1-thread-2` in `Pool 1 thread` it is `thread 2`, for that is what it is.
    public static String within(String title, String part) {
        String plain = title.replace('-', ' '); // as most parts are told
        if (!plain.regionMatches(true, 0, part.replace('-', ' '), 0, part.length())) {
            return title;
        }
        String rest = title.substring(part.length()).replaceFirst("^[-#_,/\\s]+", "");
        if (rest.isEmpty()) {
            return title;
        }
        return NUMBER.matcher(rest).matches() ? "thread " + rest : rest;
    }

    /// Whether a title says what its part is called, with a number or without: `main` of `Main`,
    /// `C2 CompilerThread0` of `C2 CompilerThread`, and any of the workers.
    static boolean says(String title, String part) {
        return part.equals(WORKERS) || withoutNumber(title).equalsIgnoreCase(part);
    }

    /// A name as a part is called: without remarks and the number at its end.
    private static String withoutNumber(String name) {
        String plain = REMARK.matcher(name).replaceAll("");
        return AT_END.matcher(plain).replaceAll("").replace('-', ' ').strip();
    }

    /// A title, or as much of its two ends as has room: threads of one pool differ at the end, so
    /// `ThreadPoolExecutor-0_1` is `ThreadPo…0_1`. Of no room nothing is left but the ellipsis.
    ///
    /// @param widths how wide a text is
    public static String fit(String title, double room, ToDoubleFunction<String> widths) {
        if (widths.applyAsDouble(title) <= room) {
            return title;
        }
        int[] letters = title.codePoints().toArray();
        int low = 0;
        int high = letters.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (widths.applyAsDouble(ends(letters, middle)) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return ends(letters, low);
    }

    /// The beginning and the end of a title, which is a third of what is left.
    private static String ends(int[] letters, int kept) {
        int end = kept / 3;
        return new String(letters, 0, kept - end).stripTrailing()
                + "\u2026"
                + new String(letters, letters.length - end, end).stripLeading();
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? WORKERS
                : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
