package dev.lanescope.cli;

import picocli.CommandLine.Model.CommandSpec;

/// What `lanescope --help` says first.
final class LanescopeCommand {

    private LanescopeCommand() {}

    /// The command that all others are part of; it does nothing by itself.
    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("lanescope");
        spec.usageMessage()
                .description("See where your threads' time goes.")
                .customSynopsis(
                        "lanescope                 opens the window",
                        "       lanescope FOLDER          opens the window with that folder",
                        "       lanescope FILE            opens the window with that trace",
                        "       lanescope COMMAND ...     stays in the terminal")
                .commandListHeading("%nCommands:%n");
        return spec;
    }
}
