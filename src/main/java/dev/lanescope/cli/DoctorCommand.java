package dev.lanescope.cli;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.RuntimeNames;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.recording.Abilities;
import dev.lanescope.recording.Machine;
import dev.lanescope.recording.Workspace;
import dev.lanescope.trace.Fact;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// `lanescope doctor`: what this machine has to run experiments on.
final class DoctorCommand implements Command {

    private final OptionSheet sheet =
            new OptionSheet(
                    this,
                    "doctor",
                    "Say what this machine has: processors, the JDK, and every CPython found.");

    private final Given<Boolean> json =
            sheet.flag("--json", "Print one JSON object instead of text.");

    private final Given<Boolean> names =
            sheet.flag(
                    "--names",
                    "Ask each CPython which names of its library it has: a table instead of the"
                            + " rest.");

    private final Given<Boolean> again =
            sheet.flag(
                    "--again",
                    "Ask those again that failed before, though their files have not changed.");

    private final Given<Boolean> releases =
            sheet.flag(
                    "--releases",
                    "Say which release of CPython and of the JDK brought what for doing things at"
                            + " once, and which are here: a table instead of the rest.");

    private final Streams streams;

    DoctorCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws TerminalException {
        var runtimes = new Runtimes(Workspace.root());
        if (again.get()) {
            runtimes.tryAgain();
        }
        Runtimes.Found found = runtimes.find();
        if (names.get() && releases.get()) {
            throw TerminalException.badInput(
                    "--names and --releases are a table each; ask for one.");
        }
        if (names.get()) {
            new NamesTable(RuntimeNames.of(withTheOneThatComesAlong(runtimes, found)))
                    .print(json.get(), streams);
        } else if (releases.get()) {
            new ReleasesTable(found.runtimes()).print(json.get(), streams.out());
        } else if (json.get()) {
            Json.print(asMap(runtimes, found), streams.out());
        } else {
            print(runtimes, found, streams.out());
        }
        return ExitCode.ALL_CAME_OUT.number();
    }

    private static List<Fact> machine() {
        return Stream.concat(Machine.facts().stream(), Abilities.facts().stream()).toList();
    }

    private static Map<String, @Nullable Object> asMap(Runtimes runtimes, Runtimes.Found found) {
        var machine = new LinkedHashMap<String, String>();
        for (Fact fact : machine()) {
            machine.put(fact.name(), fact.value());
        }
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("machine", machine);
        all.put("runtimes", found.runtimes().stream().map(RuntimeJson::of).toList());
        all.put("bundled", runtimes.bundled().isThere());
        all.put("toUnpack", runtimes.toUnpack(found).map(RuntimeJson::of).orElse(null));
        all.put(
                "refused",
                found.refused().stream()
                        .map(refused ->
                                Map.of(
                                        "executable", refused.executable().toString(),
                                        "why", refused.why()))
                        .toList());
        return all;
    }

    private static void print(Runtimes runtimes, Runtimes.Found found, PrintStream out) {
        var machine = new TextTable(0, 1);
        machine().forEach(fact -> machine.row(fact.name(), fact.value()));
        out.println("This machine");
        machine.lines().forEach(out::println);
        out.println();
        out.println("CPython, by the name that --runtime takes");
        var table = new TextTable(0, 1, 2, 3, 4, 5);
        for (PythonRuntime runtime : found.runtimes()) {
            table.row(
                    runtime.id(),
                    runtime.version(),
                    runtime.build(),
                    runtime.interpreterPool() ? "interpreters" : "no interpreters",
                    runtime.libraries().isEmpty()
                            ? "no Markdown library"
                            : String.join(", ", runtime.libraries()),
                    runtime.executable().toString());
        }
        table.lines().forEach(out::println);
        if (found.runtimes().isEmpty()) {
            out.println("  none is installed");
        }
        flags(found).lines().forEach(out::println);
        for (String remark : runtimes.remarks(found)) {
            out.println("  " + Plain.of(remark));
        }
    }

    /// How each binary was made, once for all the ways to run it.
    private static TextTable flags(Runtimes.Found found) {
        var table = new TextTable(0, 1);
        Set<Path> told = new HashSet<>();
        for (PythonRuntime runtime : found.runtimes()) {
            if (told.add(runtime.executable())) {
                table.row(runtime.id() + " was built:", Plain.of(runtime.flags().words()));
            }
        }
        return table;
    }

    /// It is unpacked for that: its names are what the table is about.
    private List<PythonRuntime> withTheOneThatComesAlong(Runtimes runtimes, Runtimes.Found found) {
        if (runtimes.toUnpack(found).isEmpty()) {
            return found.runtimes();
        }
        try {
            return Stream.concat(Stream.of(runtimes.unpacked()), found.runtimes().stream())
                    .toList();
        } catch (IOException e) {
            streams.err().println(Plain.of("the Python that comes along: " + e.getMessage()));
            return found.runtimes();
        }
    }
}
