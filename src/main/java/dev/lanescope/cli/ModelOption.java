package dev.lanescope.cli;

import picocli.CommandLine.Option;

/// The one model that a command is about.
final class ModelOption {

    @Option(
            names = "--model",
            paramLabel = "ID",
            defaultValue = Choice.DEFAULT_MODEL,
            description = "Who does the work; `models` lists them. Default: ${DEFAULT-VALUE}.")
    private String id = Choice.DEFAULT_MODEL;

    String id() {
        return id;
    }
}
