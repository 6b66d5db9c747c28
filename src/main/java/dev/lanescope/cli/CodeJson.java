package dev.lanescope.cli;

import dev.lanescope.concurrency.code.ModelCode;
import dev.lanescope.concurrency.code.SourceFile;

import java.util.List;

/// What programs read of a model's source; the keys stand in `docs/terminal.md`.
record CodeJson(
        String id, int lines, int states, int failurePaths, int commonFiles, List<Entry> files) {

    /// One file of its own.
    record Entry(String path, int lines, int states, int failurePaths, String sha256, String text) {

        static Entry of(SourceFile file) {
            return new Entry(
                    file.path(),
                    file.lines(),
                    file.states(),
                    file.failurePaths(),
                    file.sha256(),
                    file.text());
        }
    }

    static CodeJson of(ModelCode code) {
        return new CodeJson(
                code.model().id(),
                code.lines(),
                code.states(),
                code.failurePaths(),
                code.common().size(),
                code.own().stream().map(Entry::of).toList());
    }
}
