package dev.lanescope.claims;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Machine;
import dev.lanescope.recording.Workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Where claims are tested: this machine, this content, these Pythons.
///
/// @param machine what tells it from others; readings of another one count for nothing here
/// @param processors how many there are
/// @param content the name of the folder
/// @param pages how many it has
/// @param pythons those that can be used, the newest first
/// @param comesAlong whether a Python with interpreters and a GIL can be unpacked; it is a 3.14
public record Here(
        String machine,
        int processors,
        String content,
        int pages,
        List<PythonRuntime> pythons,
        boolean comesAlong) {

    public Here {
        pythons = List.copyOf(pythons);
    }

    /// Looks which Pythons there are; nothing is unpacked for it.
    public static Here with(Site site) {
        var runtimes = new Runtimes(Workspace.root());
        return new Here(
                thisMachine(),
                Runtime.getRuntime().availableProcessors(),
                site.name(),
                site.pages().size(),
                runtimes.find().runtimes(),
                runtimes.bundled().isThere());
    }

    /// Processor and system, in one line.
    static String thisMachine() {
        return Machine.facts().stream()
                .filter(fact -> fact.name().equals("Processor") || fact.name().equals("System"))
                .map(fact -> fact.value())
                .collect(Collectors.joining("; "));
    }

    /// What `--runtime` takes for a build; empty if there is none. Builds that are one binary run
    /// in two ways are one binary here.
    public Optional<String> runtime(Build build) {
        Optional<String> found = python(build).map(PythonRuntime::id);
        boolean carried = build == Build.WITH_GIL || build == Build.GIL_3_14;
        return carried && comesAlong ? found.or(() -> Optional.of(Runtimes.COMES_ALONG)) : found;
    }

    /// Why two builds cannot be held against each other, in a sentence: they differ in more than a
    /// claim asks about, or it is not known that they do not. Empty if they can, or one is not
    /// there.
    Optional<String> unlike(Build one, Build other) {
        Optional<PythonRuntime> first = python(one);
        Optional<PythonRuntime> second = python(other);
        if (runtime(one).isEmpty() || runtime(other).isEmpty() || first.equals(second)) {
            return Optional.empty();
        }
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.of(
                    "How the CPython that comes along was built is known when it is unpacked, and"
                            + " only builds of the same version and flags show what the GIL"
                            + " costs: run a model on '"
                            + Runtimes.COMES_ALONG
                            + "' once, or install a CPython made like the other.");
        }
        return isAlike(first.get(), second.get())
                ? Optional.empty()
                : Optional.of(differ(first.get(), second.get()));
    }

    private static String differ(PythonRuntime one, PythonRuntime other) {
        List<String> differences = new ArrayList<>();
        if (!one.version().equals(other.version())) {
            differences.add("version");
        }
        differences.addAll(one.flags().differences(other.flags()));
        if (differences.isEmpty()) {
            differences.add("what nobody knows, for they do not tell their flags");
        }
        return "CPython "
                + one.id()
                + " and "
                + other.id()
                + " differ in more than this claim is about: "
                + String.join("; ", differences)
                + ". It takes two of the same version and flags.";
    }

    /// Whether two are one binary, or made alike.
    private static boolean isAlike(PythonRuntime one, PythonRuntime other) {
        return isSameBinary(one, other)
                || (one.version().equals(other.version()) && one.flags().matches(other.flags()));
    }

    private Optional<PythonRuntime> python(Build build) {
        List<PythonRuntime> fit = pythons.stream().filter(build::fits).toList();
        Optional<PythonRuntime> matched =
                build.counterpart()
                        .flatMap(other ->
                                fit.stream()
                                        .filter(one -> has(other, each -> isAlike(one, each)))
                                        .findFirst());
        return matched.or(() -> python(build, fit));
    }

    private boolean has(Build build, Predicate<PythonRuntime> like) {
        return pythons.stream().anyMatch(each -> build.fits(each) && like.test(each));
    }

    private Optional<PythonRuntime> python(Build build, List<PythonRuntime> fit) {
        return build.otherWay()
                .flatMap(other ->
                        fit.stream()
                                .filter(one -> has(other, each -> isSameBinary(one, each)))
                                .findFirst())
                .or(() -> build.isAlsoAlone() ? fit.stream().findFirst() : Optional.empty());
    }

    private static boolean isSameBinary(PythonRuntime one, PythonRuntime other) {
        return one.executable().equals(other.executable());
    }
}
