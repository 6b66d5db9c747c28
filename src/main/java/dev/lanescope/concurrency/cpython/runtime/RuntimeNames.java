package dev.lanescope.concurrency.cpython.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/// Which of some runtimes has which names, each file asked once: what its GIL and its JIT are set
/// to changes no name.
///
/// @param each the names by the runtime's id, in the order of the question
/// @param leftOut sentences on those that did not answer
public record RuntimeNames(SequencedMap<String, Names> each, List<String> leftOut) {

    public RuntimeNames {
        each = new LinkedHashMap<>(each);
        leftOut = List.copyOf(leftOut);
    }

    /// Asks them now, one after the other.
    public static RuntimeNames of(List<PythonRuntime> runtimes) {
        var each = new LinkedHashMap<String, Names>();
        var leftOut = new ArrayList<String>();
        Set<Path> asked = new HashSet<>();
        for (PythonRuntime runtime : runtimes) {
            if (asked.add(runtime.executable())) {
                try {
                    each.put(runtime.id(), Names.of(runtime));
                } catch (IOException e) {
                    leftOut.add(runtime.id() + " is left out: it " + e.getMessage() + ".");
                }
            }
        }
        return new RuntimeNames(each, leftOut);
    }

    /// All names that were asked for.
    public SequencedSet<String> names() {
        var names = new LinkedHashSet<String>();
        each.values().forEach(answer -> names.addAll(answer.has().keySet()));
        return names;
    }
}
