package dev.lanescope.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lanescope without a window: finds the command, lets it work, and answers with its exit code.
public final class Terminal {

    private static final List<String> COMMANDS =
            List.of(
                    "run", "compare", "sweep", "whatif", "steps", "serve", "models", "faults",
                    "costs", "claims", "guide", "open", "export", "demo", "doctor");

    private final Streams streams;
    private final TimelinePicture picture;

    static { // no command has an option in Groovy; to look for it means to open every jar
        System.setProperty("picocli.disable.closures", "true");
    }

    public Terminal(Streams streams, TimelinePicture picture) {
        this.streams = streams;
        this.picture = picture;
    }

    /// Whether a command line asks for the window: if it is empty, or [#shownByWindow] finds
    /// something in it.
    public static boolean wantsWindow(String... args) {
        return args.length == 0 || shownByWindow(args).isPresent();
    }

    /// What the window is to show: the folder or the trace that is all of a command line, unless a
    /// command is called like it, or the trace in `open FILE --window`.
    public static Optional<String> shownByWindow(String... args) {
        List<String> words = Arrays.asList(args);
        if (words.size() == 1 && !COMMANDS.contains(words.getFirst())) {
            return words.stream().filter(word -> isThere(word, true)).findFirst();
        }
        return words.size() == 3 && words.getFirst().equals("open") && words.contains("--window")
                ? words.stream().skip(1).filter(word -> isThere(word, false)).findFirst()
                : Optional.empty();
    }

    private static boolean isThere(String name, boolean orFolder) {
        try {
            return !name.isEmpty()
                    && (Files.isRegularFile(Path.of(name))
                            || (orFolder && Files.isDirectory(Path.of(name))));
        } catch (InvalidPathException e) { // this machine's locale cannot spell it
            return false;
        }
    }

    /// Does what the command line says.
    ///
    /// @return the number of an [ExitCode]
    public int run(String... args) {
        try (var ctrlC = new CtrlC()) {
            int code = commands(ctrlC, args).execute(args);
            streams.out().flush();
            streams.err().flush();
            return code;
        }
    }

    /// Does the main job of a window that was asked for, but cannot open.
    ///
    /// @param why what keeps it from opening, e.g. `No display found`
    /// @param args none, or the folder or trace that the window would have shown
    /// @return the number of an [ExitCode]
    public int runInstead(String why, String... args) {
        streams.out()
                .println(
                        why
                                + ": running the main job in the terminal;"
                                + " `--help` lists the commands.");
        if (args.length == 0) {
            return run("demo");
        }
        String shown = shownByWindow(args).orElse(args[0]);
        return run(Files.isRegularFile(Path.of(shown)) ? "open" : "run", shown);
    }

    /// All commands, or only the one that the first word names.
    private CommandLine commands(CtrlC ctrlC, String... args) {
        var root = new CommandLine(LanescopeCommand.spec());
        if (args.length > 0 && COMMANDS.contains(args[0])) {
            root.addSubcommand(command(args[0], ctrlC).sheet().spec());
        } else {
            COMMANDS.forEach(name -> root.addSubcommand(command(name, ctrlC).sheet().spec()));
        }
        root.setExpandAtFiles(false); // a word is a word: none names a file of more words
        root.setOut(writer(HarmlessOutput.of(streams.out()).raw()));
        root.setErr(writer(streams.err()));
        root.setColorScheme(
                CommandLine.Help.defaultColorScheme(streams.lively() ? Ansi.AUTO : Ansi.OFF));
        root.getSubcommands().values().forEach(Terminal::furnish);
        furnish(root);
        root.setParameterExceptionHandler((e, _) -> refuse(e));
        root.setExecutionExceptionHandler((e, _, _) -> Trouble.report(e, streams.err()));
        return root;
    }

    private Command command(String name, CtrlC ctrlC) {
        return switch (name) {
            case "run" -> new RunCommand(streams, ctrlC);
            case "compare" -> new CompareCommand(streams, ctrlC);
            case "sweep" -> new SweepCommand(streams, ctrlC);
            case "whatif" -> new WhatIfCommand(streams, ctrlC);
            case "steps" -> new StepsCommand(streams, ctrlC);
            case "serve" -> new ServeCommand(streams, ctrlC);
            case "models" -> new ModelsCommand(streams);
            case "faults" -> new FaultsCommand(streams, ctrlC);
            case "costs" -> new CostsCommand(streams, ctrlC);
            case "claims" -> new ClaimsCommand(streams, ctrlC);
            case "guide" -> new GuideCommand(streams, ctrlC);
            case "open" -> new OpenCommand(streams);
            case "export" -> new ExportCommand(streams);
            case "doctor" -> new DoctorCommand(streams);
            case "demo" -> new DemoCommand(streams, ctrlC, picture);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /// Gives a command what all have.
    private static void furnish(CommandLine command) {
        command.getCommandSpec()
                .addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Show this help message and exit.")
                                .build())
                .addOption(
                        OptionSpec.builder("-V", "--version")
                                .versionHelp(true)
                                .description("Print version information and exit.")
                                .build())
                .versionProvider(new Version())
                .usageMessage()
                .sortOptions(false)
                .sortSynopsis(false)
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes());
    }

    private static Map<String, String> exitCodes() {
        var list = new LinkedHashMap<String, String>();
        Arrays.stream(ExitCode.values())
                .forEach(code -> list.put(String.valueOf(code.number()), code.meaning()));
        return list;
    }

    private int refuse(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        streams.err().println("lanescope: " + sentence(e, command));
        streams.err().println("`" + name + " --help` lists what there is.");
        return ExitCode.BAD_INPUT.number();
    }

    private static String sentence(ParameterException e, CommandLine command) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            if (word.startsWith("-")) {
                return "there is no option '"
                        + word
                        + "'."
                        + Nearest.question(word, command.getCommandSpec().optionsMap().keySet());
            }
            if (!command.getSubcommands().isEmpty()) {
                return "there is no command or folder '"
                        + word
                        + "'."
                        + Nearest.question(word, command.getSubcommands().keySet());
            }
            return "'" + word + "' is too much; put names with spaces in quotes.";
        }
        ArgSpec about = e.getArgSpec();
        if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
            ArgSpec first = missing.getMissing().getFirst();
            return first instanceof OptionSpec option
                    ? option.longestName() + " needs a value."
                    : first.paramLabel() + " is missing.";
        }
        if (about instanceof OptionSpec option && e.getValue() != null) {
            String wants = option.type() == Path.class ? "a path" : "a number";
            return option.longestName() + " takes " + wants + ", not '" + e.getValue() + "'.";
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".";
    }
}
