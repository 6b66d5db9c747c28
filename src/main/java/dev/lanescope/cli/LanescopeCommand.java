package dev.lanescope.cli;

import picocli.CommandLine.Command;

/// What `lanescope --help` says first.
@Command(
        name = "lanescope",
        addMethodSubcommands = false, // there are none: to look for them takes its time
        description = "See where your threads' time goes.",
        customSynopsis = {
            "lanescope                 opens the window",
            "       lanescope FOLDER          opens the window with that folder",
            "       lanescope FILE            opens the window with that trace",
            "       lanescope COMMAND ...     stays in the terminal"
        },
        commandListHeading = "%nCommands:%n")
final class LanescopeCommand {}
