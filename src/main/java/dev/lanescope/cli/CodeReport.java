package dev.lanescope.cli;

import dev.lanescope.concurrency.code.ModelCode;
import dev.lanescope.concurrency.code.SourceFile;

import java.io.PrintStream;
import java.util.List;

/// What models are made of, for people: the figures of each, its files, and of a single model their
/// source.
record CodeReport(List<ModelCode> models) {

    void print(PrintStream out) {
        var table = new TextTable(0);
        table.row("model", "files", "lines of code", "states", "failure paths", "common files");
        models.forEach(code ->
                table.row(
                        code.model().id(),
                        String.valueOf(code.own().size()),
                        String.valueOf(code.lines()),
                        String.valueOf(code.states()),
                        String.valueOf(code.failurePaths()),
                        String.valueOf(code.common().size())));
        table.lines().forEach(out::println);
        models.forEach(code -> printFiles(code, out));
        if (models.size() == 1) {
            models.getFirst().own().forEach(file -> printSource(file, out));
        }
        out.println();
        out.println(
                "  States are fields that change: not final, or a lock, queue, latch or atomic value."
                        + " Failure paths are catch and throw. Common files are those that all models"
                        + " share, as far as this one uses them.");
    }

    private static void printFiles(ModelCode code, PrintStream out) {
        out.println();
        var table = new TextTable(0, 4);
        table.row(code.model().title(), "lines", "states", "failure paths", "SHA-256");
        code.own()
                .forEach(file ->
                        table.row(
                                file.shortPath(),
                                String.valueOf(file.lines()),
                                String.valueOf(file.states()),
                                String.valueOf(file.failurePaths()),
                                file.sha256()));
        table.lines().forEach(out::println);
    }

    private static void printSource(SourceFile file, PrintStream out) {
        out.println();
        out.println("==== " + file.path() + ", SHA-256 " + file.sha256());
        out.print(file.text());
    }
}
