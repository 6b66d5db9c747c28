package dev.lanescope.concurrency.cpython.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who is meant by what `--runtime` is given: the name of one that was found, its minor version,
/// the path of a program, or the folder that a Python or a virtual environment lies in; each may
/// have [Switches] behind it.
final class RuntimeByName {

    /// Where the program lies in a folder that holds a Python.
    private static final List<String> PROGRAMS =
            List.of(
                    "bin/python3",
                    "bin/python",
                    "Scripts/python.exe",
                    "python.exe",
                    "python3",
                    "python");

    private static final Pattern MINOR = Pattern.compile("(3\\.\\d{1,3})(t?)");

    private final Runtimes runtimes;
    private final Interview interview;

    RuntimeByName(Runtimes runtimes, Interview interview) {
        this.runtimes = runtimes;
        this.interview = interview;
    }

    /// @throws IOException with one sentence if there is none, or it cannot be used
    PythonRuntime find(String name) throws IOException {
        if (name.equals(Runtimes.COMES_ALONG)) {
            return runtimes.unpacked();
        }
        List<PythonRuntime> found = runtimes.find().runtimes();
        Optional<PythonRuntime> known =
                found.stream()
                        .filter(runtime -> runtime.id().equals(name))
                        .findFirst()
                        .or(() -> newest(name, found));
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Path> program = program(name);
        if (program.isPresent()) {
            return unmistakable(runtimes.at(program.get()).getFirst(), found);
        }
        Switches switches = Switches.of(name);
        if (switches.areThere()) {
            return inAnotherWay(find(switches.name()), switches);
        }
        throw new IOException(whyNone(name, found));
    }

    /// The newest of a minor version, such as `3.14` or `3.14t`, as it is usually run.
    private static Optional<PythonRuntime> newest(String name, List<PythonRuntime> found) {
        var minor = MINOR.matcher(name);
        return !minor.matches()
                ? Optional.empty()
                : found.stream()
                        .filter(each -> each.version().startsWith(minor.group(1) + "."))
                        .filter(each -> each.freeThreaded() != minor.group(2).isEmpty())
                        .filter(each -> each.environment().isEmpty() && !each.comesAlong())
                        .findFirst();
    }

    /// The program at that place, or in that folder; a link that leads nowhere is a place too.
    private static Optional<Path> program(String name) {
        return path(name)
                .flatMap(place ->
                        Files.isDirectory(place)
                                ? PROGRAMS.stream()
                                        .map(place::resolve)
                                        .filter(RuntimeByName::isProgram)
                                        .findFirst()
                                : Optional.of(place)
                                        .filter(file ->
                                                isProgram(file) || Files.isSymbolicLink(file)));
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name).toAbsolutePath());
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private String whyNone(String name, List<PythonRuntime> found) {
        Optional<Path> place = path(name).filter(Files::exists);
        if (place.isPresent()) {
            return place.get()
                    + (Files.isDirectory(place.get())
                            ? " is a folder without a Python in it; name the program itself"
                            : " is no program that can be started; name the program of a Python");
        }
        if (name.matches(".*[/\\\\].*")) {
            return path(name).map(Path::toString).orElse(name)
                    + " does not exist; name the program of a Python, or one that `doctor` lists";
        }
        List<String> ids = new ArrayList<>(found.stream().map(PythonRuntime::id).toList());
        if (runtimes.bundled().isThere() && !ids.contains(Runtimes.COMES_ALONG)) {
            ids.add(Runtimes.COMES_ALONG);
        }
        return "there is no runtime '"
                + name
                + "'; "
                + (ids.isEmpty() ? "none was found" : "there are " + String.join(", ", ids))
                + (name.contains("+") ? Switches.WHICH_THERE_ARE : "");
    }

    private PythonRuntime inAnotherWay(PythonRuntime named, Switches switches) throws IOException {
        Path executable = named.executable();
        try {
            PythonRuntime usual = interview.one(executable, Map.of(), named.comesAlong());
            Map<String, String> environment = switches.environment(usual);
            PythonRuntime runtime =
                    environment.isEmpty()
                            ? named
                            : interview.one(executable, environment, named.comesAlong());
            switches.check(runtime);
            interview.keep();
            return runtime;
        } catch (IOException e) {
            throw new IOException(executable + " " + e.getMessage(), e);
        }
    }

    /// Whether both are one file, such as a link and what it leads to. A link in a virtual
    /// environment has another name.
    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException _) {
            return one.equals(other);
        }
    }

    /// Another one of the same version is called by its path too: two that differ in their build or
    /// their libraries must not pass for one.
    private static PythonRuntime unmistakable(PythonRuntime given, List<PythonRuntime> found) {
        boolean taken =
                found.stream()
                        .anyMatch(each ->
                                each.id().equals(given.id())
                                        && !isSame(each.executable(), given.executable()));
        return taken ? given.called(given.id() + " (" + given.executable() + ")") : given;
    }
}
