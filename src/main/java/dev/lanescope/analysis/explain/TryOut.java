package dev.lanescope.analysis.explain;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.ShellWords;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/// The command that does a run again with what a [Remedy] changes, and nothing else.
///
/// A trace may come from a stranger: of what it says only options are taken that say how a run is
/// done, none that names a file, and only if their values are plain words.
public final class TryOut {

    private static final Set<String> OPTIONS =
            Set.of(
                    "model",
                    "workers",
                    "scheduling",
                    "state",
                    "buffers",
                    "writes",
                    "transport",
                    "batch",
                    "read-latency",
                    "write-latency",
                    "cpu-weight",
                    "switch-interval",
                    "threads",
                    "page-timeout",
                    "warm-up",
                    "templates",
                    "html",
                    "base-url");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:/._-]{0,200}");

    private TryOut() {}

    /// What to type.
    ///
    /// @param folder what stands for the folder of pages
    /// @return empty if no setting does it, or the run's own are not known
    public static Optional<String> command(RunInfo info, Remedy remedy, String folder) {
        Map<String, String> options = options(info);
        if (!remedy.isSetting() || info.isForeign() || options.isEmpty()) {
            return Optional.empty();
        }
        remedy.model().ifPresent(model -> options.put("model", model));
        remedy.workers().ifPresent(workers -> options.put("workers", String.valueOf(workers)));
        options.putAll(remedy.knobs());
        var words = new ArrayList<>(List.of("lanescope", "run", folder));
        options.forEach((name, value) -> words.addAll(List.of("--" + name, value)));
        return Optional.of(ShellWords.line(words));
    }

    /// The options of the run by their names, in its order; none if one of them is not plain.
    private static Map<String, String> options(RunInfo info) {
        var options = new LinkedHashMap<String, String>();
        var words = new StringTokenizer(told(info), " ");
        while (words.hasMoreTokens()) {
            String option = words.nextToken();
            String value = words.hasMoreTokens() ? words.nextToken() : "";
            if (!option.startsWith("--")
                    || !OPTIONS.contains(option.substring(2))
                    || !PLAIN.matcher(value).matches()) {
                return Map.of();
            }
            options.put(option.substring(2), value);
        }
        return options;
    }

    private static String told(RunInfo info) {
        return info.facts().stream()
                .filter(fact -> fact.name().equals("Options"))
                .map(Fact::value)
                .findFirst()
                .orElseGet(() -> "--model " + info.model() + " --workers " + info.workers());
    }
}
