package dev.lanescope.cli;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// What a command takes: its places and options, in the order in which `--help` lists them.
///
/// Each method adds one and hands out what will be given for it. What several commands have in
/// common is a class that adds its options to the sheet of whoever makes it. This says to picocli
/// what its annotations would say, which it reads with so much reflection that it takes longer than
/// to render ten pages cold.
final class OptionSheet {

    private static final String LIST = ",";
    private static final String ONE = "1";

    private final CommandSpec spec;

    /// @param does what the command does, with the exit code as its answer
    OptionSheet(Callable<Integer> does, String name, String description) {
        spec = CommandSpec.wrapWithoutInspection(does).name(name);
        spec.usageMessage().description(description);
    }

    /// The sheet, to be read or to become a command among others.
    CommandSpec spec() {
        return spec;
    }

    /// The options that were given, by their names, in the order of the command line.
    List<String> given() {
        return spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .toList();
    }

    Given<Boolean> flag(String name, String description) {
        return this.<Boolean>option(OptionSpec.builder(name).type(boolean.class), description)
                .or(false);
    }

    Given<String> text(String name, String label, String description) {
        return option(one(name, label, String.class), description);
    }

    Given<Integer> number(String name, String label, String description) {
        return option(one(name, label, Integer.class), description);
    }

    Given<Long> bigNumber(String name, String label, String description) {
        return option(one(name, label, Long.class), description);
    }

    Given<Path> path(String name, String label, String description) {
        return option(one(name, label, Path.class), description);
    }

    /// Several texts with commas between them.
    Given<List<String>> texts(String name, String label, String description) {
        return list(many(name, label, String.class).splitRegex(LIST), description);
    }

    /// Several numbers with commas between them.
    Given<List<Integer>> numbers(String name, String label, String description) {
        return list(many(name, label, Integer.class).splitRegex(LIST), description);
    }

    /// An option that may be given several times.
    Given<List<String>> eachText(String name, String label, String description) {
        return list(many(name, label, String.class), description);
    }

    /// A file each time the option is given.
    Given<List<Path>> eachPath(String name, String label, String description) {
        return list(many(name, label, Path.class), description);
    }

    /// The word without an option's name before it.
    Given<Path> place(String label, String description) {
        return place(ONE, label, description);
    }

    /// A word that may be left out.
    Given<Path> placeIfAny(String label, String description) {
        return place("0..1", label, description);
    }

    private Given<Path> place(String arity, String label, String description) {
        return added(
                PositionalParamSpec.builder()
                        .index("0")
                        .arity(arity)
                        .required(arity.equals(ONE))
                        .type(Path.class)
                        .paramLabel(label)
                        .description(description)
                        .build());
    }

    private static OptionSpec.Builder one(String name, String label, Class<?> type) {
        return OptionSpec.builder(name).arity(ONE).type(type).paramLabel(label);
    }

    private static OptionSpec.Builder many(String name, String label, Class<?> type) {
        return one(name, label, List.class).auxiliaryTypes(type);
    }

    private <T> Given<List<T>> list(OptionSpec.Builder option, String description) {
        return this.<List<T>>option(option, description).or(List.of());
    }

    private <T> Given<T> option(OptionSpec.Builder option, String description) {
        return added(option.description(description).build());
    }

    private <T> Given<T> added(ArgSpec arg) {
        spec.add(arg);
        return new Given<>(arg);
    }
}
