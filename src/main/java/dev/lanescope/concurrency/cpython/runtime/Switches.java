package dev.lanescope.concurrency.cpython.runtime;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands behind the name of a runtime, or behind the path of an executable, to have it run in
/// another way than usual: `+gil`, `+nogil`, `+jit`, `+nojit`, one of each kind.
///
/// @param name what stands before
/// @param wanted the environment variables that are asked for, each with `0` or `1`
record Switches(String name, Map<String, String> wanted) {

    private static final Pattern FORM = Pattern.compile("(.+?)((?:\\+(?:no)?(?:gil|jit))+)");
    private static final String OFF = "no";

    /// The end of a sentence about a name with others behind it.
    static final String WHICH_THERE_ARE = "; behind a name may stand +gil, +nogil, +jit and +nojit";

    Switches {
        wanted = new TreeMap<>(wanted);
    }

    /// Reads a name; without switches behind it nothing is wanted.
    ///
    /// @throws IOException with one sentence if two of them contradict each other
    static Switches of(String name) throws IOException {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            return new Switches(name, Map.of());
        }
        var wanted = new HashMap<String, String>();
        for (String word : form.group(2).substring(1).split("\\+", -1)) {
            String kind = word.startsWith(OFF) ? word.substring(OFF.length()) : word;
            String variable = kind.equals("gil") ? Surroundings.GIL : Surroundings.JIT;
            String value = word.startsWith(OFF) ? "0" : "1";
            if (!value.equals(wanted.getOrDefault(variable, value))) {
                throw new IOException(
                        "'%s' asks for +%s and for +%s%s, which contradict each other; leave one out"
                                .formatted(name, kind, OFF, kind));
            }
            wanted.put(variable, value);
        }
        return new Switches(form.group(1), wanted);
    }

    boolean areThere() {
        return !wanted.isEmpty();
    }

    /// What has to be set so that a binary runs as wanted; what it does anyway is left out.
    ///
    /// @param usual the binary without any of it
    /// @throws IOException with the end of a sentence that begins with its path, if it cannot
    Map<String, String> environment(PythonRuntime usual) throws IOException {
        var environment = new HashMap<String, String>();
        for (Map.Entry<String, String> each : wanted.entrySet()) {
            boolean gil = each.getKey().equals(Surroundings.GIL);
            boolean on = each.getValue().equals("1");
            if (on == (gil ? usual.gil() : usual.jitEnabled())) {
                continue;
            }
            if (!(gil ? usual.freeThreaded() : usual.jitAvailable())) {
                throw new IOException(
                        "is CPython "
                                + usual.version()
                                + (gil
                                        ? ", which was built with the GIL: it cannot go without it"
                                        : ", which was built without a JIT"));
            }
            environment.put(each.getKey(), each.getValue());
        }
        return environment;
    }

    /// Refuses a runtime that does not do as it was told.
    ///
    /// @throws IOException with the end of a sentence that begins with its path
    void check(PythonRuntime runtime) throws IOException {
        for (Map.Entry<String, String> each : wanted.entrySet()) {
            boolean is =
                    each.getKey().equals(Surroundings.GIL) ? runtime.gil() : runtime.jitEnabled();
            if (is != each.getValue().equals("1")) {
                throw new IOException("does not follow " + each.getKey() + "=" + each.getValue());
            }
        }
    }
}
