package dev.lanescope.cli;

import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The real CPython that did the work of a run, and what it turned out to do; models of the JVM
/// have none. The names of the components are keys of [RunJson].
///
/// @param runtime as it said of itself before
/// @param gil whether it had the GIL when the run was over: a library may switch it on; null if the
///   run ended before that was told
/// @param renderer the Markdown library, or `own`; null likewise
record RunPython(RuntimeJson runtime, @Nullable Boolean gil, @Nullable String renderer) {

    private static final String OWN = "own";

    /// That of the run in the middle.
    static Optional<RunPython> of(Repeats repeats) {
        return runtime(repeats)
                .map(runtime ->
                        new RunPython(
                                RuntimeJson.of(runtime),
                                fact(repeats.trace(), PythonModel.GIL)
                                        .map(PythonModel.ON::equals)
                                        .orElse(null),
                                fact(repeats.trace(), PythonModel.RENDERER).orElse(null)));
    }

    private static Optional<PythonRuntime> runtime(Repeats repeats) {
        return repeats.experiment().model() instanceof PythonModel model
                ? model.runtime()
                : Optional.empty();
    }

    private static Optional<String> fact(Snapshot trace, String name) {
        return trace.info().facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst();
    }

    /// The same for people, a line each; none for models of the JVM.
    static List<String> lines(Repeats repeats) {
        return runtime(repeats).stream()
                .flatMap(runtime ->
                        of(repeats).stream()
                                .flatMap(told ->
                                        Stream.of(
                                                told.words(runtime),
                                                "Built with: " + runtime.flags().words())))
                .map(Plain::of)
                .toList();
    }

    private String words(PythonRuntime asked) {
        return asked.title()
                + ", "
                + asked.build()
                + (gil == null || gil.equals(asked.gil())
                        ? ""
                        : "; its GIL was " + (gil.equals(true) ? "on" : "off") + " in the end")
                + (renderer == null
                        ? ""
                        : "; Markdown by "
                                + (renderer.equals(OWN)
                                        ? "a small renderer of our own"
                                        : renderer));
    }
}
