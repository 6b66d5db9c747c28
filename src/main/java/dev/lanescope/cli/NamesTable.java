package dev.lanescope.cli;

import dev.lanescope.concurrency.cpython.runtime.Names;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Which CPython has which names of its library: a column for each, asked now.
record NamesTable(List<PythonRuntime> runtimes) {

    private static final String METHODS = "multiprocessing starts by";

    NamesTable {
        runtimes = List.copyOf(runtimes);
    }

    void print(boolean json, Streams streams) {
        Map<String, Names> all = ask(streams);
        if (json) {
            Json.print(all, streams.out());
            return;
        }
        if (all.isEmpty()) {
            streams.out().println("No CPython is installed, and none was unpacked.");
            return;
        }
        var table =
                new TextTable(IntStream.rangeClosed(0, all.size()).boxed().toArray(Integer[]::new));
        Set<String> names = new LinkedHashSet<>();
        all.values().forEach(each -> names.addAll(each.has().keySet()));
        row(table, "", List.copyOf(all.keySet()));
        for (String name : names) {
            row(
                    table,
                    name,
                    all.values().stream()
                            .map(each -> each.has().getOrDefault(name, false) ? "yes" : "-")
                            .toList());
        }
        row(
                table,
                METHODS,
                all.values().stream()
                        .map(each ->
                                each.startMethods().isEmpty()
                                        ? "-"
                                        : each.startMethods().getFirst())
                        .toList());
        table.lines().forEach(streams.out()::println);
    }

    private static void row(TextTable table, String head, List<String> cells) {
        String[] row = new String[cells.size() + 1];
        row[0] = head;
        for (int cell = 0; cell < cells.size(); cell++) {
            row[cell + 1] = cells.get(cell);
        }
        table.row(row);
    }

    /// Each file once: what its GIL and JIT are set to changes no name.
    private Map<String, Names> ask(Streams streams) {
        var all = new LinkedHashMap<String, Names>();
        Set<Path> asked = new HashSet<>();
        for (PythonRuntime runtime : runtimes) {
            if (asked.add(runtime.executable())) {
                try {
                    all.put(runtime.id(), Names.of(runtime));
                } catch (IOException e) {
                    streams.err().println(runtime.id() + " is left out: it " + e.getMessage());
                }
            }
        }
        return all;
    }
}
