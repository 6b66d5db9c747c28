package dev.lanescope.concurrency.releases;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// A release of a runtime, and what it brought for doing things at once. Those that brought nothing
/// of that kind are left out, but for CPythons that the worker program runs on.
///
/// @param version as people call it: `3.14`, `21`
/// @param when it came out
/// @param brought a few words, with the number of the PEP or JEP where there is one
public record Release(Line line, String version, YearMonth when, String brought) {

    /// Whose releases follow each other.
    public enum Line {
        CPYTHON("CPython"),
        JDK("JDK");

        private final String title;

        Line(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// What people call it.
    public String title() {
        return line.title() + " " + version;
    }

    /// The names of the runtimes of this release that are here, joined by commas; empty if there is
    /// none.
    ///
    /// @param jdk the feature number of the JDK that is here
    /// @param pythons those that were found
    public String here(int jdk, Collection<PythonRuntime> pythons) {
        return switch (line) {
            case JDK -> version.equals(Integer.toString(jdk)) ? "this app runs on it" : "";
            case CPYTHON ->
                    pythons.stream()
                            .filter(python -> version.equals("3." + python.minor()))
                            .map(PythonRuntime::id)
                            .collect(Collectors.joining(", "));
        };
    }

    /// All of both lines, by date.
    public static List<Release> all() {
        return Releases.ALL;
    }
}
