package dev.lanescope.concurrency.cpython.runtime;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Which names of CPython's library a runtime has, as it says itself when it is asked for each:
/// what a version should have, a distribution may have left out.
///
/// @param has whether it has a module, a class or a function, by its full name, in the order of the
///   question
/// @param startMethods how its processes can be started, the usual way first
public record Names(SequencedMap<String, Boolean> has, List<String> startMethods) {

    private static final int MOST = 64;

    /// It imports much, and has answered before.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public Names {
        has = new LinkedHashMap<>(has);
        startMethods = List.copyOf(startMethods);
    }

    /// How its processes are usually started; a dash if they cannot be.
    public String startsBy() {
        return startMethods.isEmpty() ? "-" : startMethods.getFirst();
    }

    /// Asks it now, which takes about as long as to start it.
    ///
    /// @throws IOException with one sentence on why it does not answer
    public static Names of(PythonRuntime runtime) throws IOException {
        String answer =
                Probe.ask(
                        runtime.executable(),
                        runtime.environment(),
                        Probe.script("names.py"),
                        PATIENCE);
        try {
            JsonNode said = JsonMapper.shared().readTree(answer);
            var has = new LinkedHashMap<String, Boolean>();
            for (Map.Entry<String, JsonNode> name : said.path("names").properties()) {
                if (has.size() < MOST) {
                    has.put(name.getKey(), name.getValue().asBoolean(false));
                }
            }
            List<String> methods = new ArrayList<>();
            said.path("startMethods").forEach(each -> methods.add(each.asString("")));
            if (has.isEmpty()) {
                throw new IOException("printed something else than the names it was asked for");
            }
            return new Names(has, methods);
        } catch (JacksonException e) {
            throw new IOException("printed something else than the names it was asked for", e);
        }
    }
}
