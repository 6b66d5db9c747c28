package dev.lanescope.cli;

import picocli.CommandLine.Command;

/// What all commands share, and what `lanescope --help` says.
@Command(
        name = "lanescope",
        description = "See where your threads' time goes.",
        customSynopsis = {
            "lanescope                 opens the window",
            "       lanescope FOLDER          opens the window with that folder",
            "       lanescope COMMAND ...     stays in the terminal"
        },
        scope = picocli.CommandLine.ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        commandListHeading = "%nCommands:%n")
final class LanescopeCommand {}
