package dev.lanescope.cli;

import dev.lanescope.concurrency.cpython.runtime.Names;
import dev.lanescope.concurrency.cpython.runtime.RuntimeNames;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Which CPython has which names of its library: a column for each.
record NamesTable(RuntimeNames names) {

    private static final String METHODS = "multiprocessing starts by";

    void print(boolean json, Streams streams) {
        names.leftOut().forEach(streams.err()::println);
        if (json) {
            Json.print(names.each(), streams.out());
            return;
        }
        if (names.each().isEmpty()) {
            streams.out().println("No CPython is installed, and none was unpacked.");
            return;
        }
        int columns = names.each().size();
        var table =
                new TextTable(IntStream.rangeClosed(0, columns).boxed().toArray(Integer[]::new));
        var head = new ArrayList<>(List.of(""));
        head.addAll(names.each().keySet());
        table.row(head.toArray(String[]::new));
        for (String name : names.names()) {
            row(table, name, each -> each.has().getOrDefault(name, false) ? "yes" : "-");
        }
        row(table, METHODS, Names::startsBy);
        table.lines().forEach(streams.out()::println);
    }

    private void row(TextTable table, String head, Function<Names, String> cell) {
        var cells = new ArrayList<>(List.of(head));
        names.each().values().forEach(each -> cells.add(cell.apply(each)));
        table.row(cells.toArray(String[]::new));
    }
}
