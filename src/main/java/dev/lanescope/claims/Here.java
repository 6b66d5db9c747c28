package dev.lanescope.claims;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Machine;
import dev.lanescope.recording.Workspace;

import java.util.List;
import java.util.Optional;
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

    private Optional<PythonRuntime> python(Build build) {
        List<PythonRuntime> fit = pythons.stream().filter(build::fits).toList();
        return build.otherWay()
                .flatMap(other ->
                        fit.stream()
                                .filter(one ->
                                        pythons.stream()
                                                .anyMatch(each ->
                                                        other.fits(each)
                                                                && isSameBinary(one, each)))
                                .findFirst())
                .or(() -> build.isAlsoAlone() ? fit.stream().findFirst() : Optional.empty());
    }

    private static boolean isSameBinary(PythonRuntime one, PythonRuntime other) {
        return one.executable().equals(other.executable());
    }
}
