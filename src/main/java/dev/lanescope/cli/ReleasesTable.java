package dev.lanescope.cli;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.releases.Release;

import java.io.PrintStream;
import java.util.List;

/// Which release of a runtime brought what, and which are here.
///
/// @param pythons those that were found
record ReleasesTable(List<PythonRuntime> pythons) {

    /// As programs read it; the keys stand in `docs/terminal.md`.
    record Entry(String when, String runtime, String version, String brought, String here) {}

    ReleasesTable {
        pythons = List.copyOf(pythons);
    }

    void print(boolean json, PrintStream out) {
        List<Entry> entries = Release.all().stream().map(this::entry).toList();
        if (json) {
            Json.print(entries, out);
            return;
        }
        var table = new TextTable(0, 1, 2, 3);
        table.row("", "", "brought", "here");
        for (Entry entry : entries) {
            table.row(
                    entry.when(),
                    entry.runtime() + " " + entry.version(),
                    entry.brought(),
                    entry.here());
        }
        table.lines().forEach(out::println);
    }

    private Entry entry(Release release) {
        return new Entry(
                release.when().toString(),
                release.line().title(),
                release.version(),
                release.brought(),
                release.here(Runtime.version().feature(), pythons));
    }
}
