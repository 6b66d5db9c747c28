package dev.lanescope.claims.guide;

import dev.lanescope.claims.Reading;
import dev.lanescope.concurrency.cpython.runtime.Names;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.concurrency.isolated.Interpreter;
import dev.lanescope.concurrency.isolated.Interpreters;
import dev.lanescope.recording.Workspace;

import java.io.IOException;
import java.io.Serializable;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What there is on this machine, each thing counted: nothing of it has a spread.
final class LookAround {

    static final String LOADERS = "there:loaders";
    static final String PYTHONS = "there:pythons";
    static final String INTERPRETERS = "there:interpreters";
    static final String FREE = "there:free-threaded";
    static final String NAMES = "there:names";
    static final String PYTHON_JIT = "there:python-jit";
    static final String JVM_JIT = "there:jvm-jit";

    private LookAround() {}

    /// Looks; the Python that comes along is unpacked by that.
    static List<Reading> now() throws Exception {
        var readings = new ArrayList<Reading>();
        readings.add(loaders());
        readings.add(compiler());
        var runtimes = new Runtimes(Workspace.root());
        Optional<PythonRuntime> best = best(runtimes);
        List<PythonRuntime> all = runtimes.find().runtimes();
        readings.add(ofPythons(PYTHONS, "Pythons found", all, _ -> true));
        readings.add(
                ofPythons(
                        INTERPRETERS,
                        "with an InterpreterPoolExecutor",
                        all,
                        PythonRuntime::interpreterPool));
        readings.add(ofPythons(FREE, "that can go without the GIL", all, each -> !each.gil()));
        readings.add(jit(all));
        best.flatMap(LookAround::names).ifPresent(readings::add);
        return readings;
    }

    /// Empty where there is none at all, which is an answer too.
    private static Optional<PythonRuntime> best(Runtimes runtimes) {
        try {
            return Optional.of(runtimes.best().runtime());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Reading ofPythons(
            String key, String what, List<PythonRuntime> all, Predicate<PythonRuntime> which) {
        List<PythonRuntime> some = all.stream().filter(which).toList();
        String names =
                some.stream()
                        .map(each -> each.id() + " (" + each.version() + ", " + each.build() + ")")
                        .collect(Collectors.joining(", "));
        return Reading.counted(
                key, some.isEmpty() ? what + ": none" : what + ": " + names, some.size());
    }

    /// A JIT that is built in but off counts: what switches it on is told.
    private static Reading jit(List<PythonRuntime> all) {
        List<PythonRuntime> some = all.stream().filter(PythonRuntime::jitAvailable).toList();
        String names =
                some.stream()
                        .map(each -> each.id() + ": " + (each.jitEnabled() ? "on" : "off"))
                        .collect(Collectors.joining(", "));
        return Reading.counted(
                PYTHON_JIT,
                some.isEmpty()
                        ? "No Python here has a JIT; one that has is switched on by PYTHON_JIT=1"
                        : "Pythons with a JIT, switched by PYTHON_JIT=1 or 0: " + names,
                some.size());
    }

    /// That of this JVM: 1 if it compiles, and has done so since it began.
    private static Reading compiler() {
        CompilationMXBean bean = ManagementFactory.getCompilationMXBean();
        boolean active =
                bean != null
                        && bean.isCompilationTimeMonitoringSupported()
                        && bean.getTotalCompilationTime() > 0;
        return Reading.counted(
                JVM_JIT,
                bean == null
                        ? "This JVM was told to interpret only (-Xint)"
                        : bean.getName()
                                + ", "
                                + (active ? "active" : "not yet active")
                                + "; -Xint switches it off",
                active ? 1 : 0);
    }

    /// How many of the names that were asked for it has.
    private static Optional<Reading> names(PythonRuntime runtime) {
        try {
            Names names = Names.of(runtime);
            String missing =
                    names.has().entrySet().stream()
                            .filter(each -> !each.getValue())
                            .map(each -> each.getKey())
                            .collect(Collectors.joining(", "));
            long has = names.has().values().stream().filter(there -> there).count();
            return Optional.of(
                    Reading.counted(
                            NAMES,
                            "of "
                                    + names.has().size()
                                    + " names that were asked of "
                                    + runtime.title()
                                    + (missing.isEmpty() ? "" : "; it has no " + missing),
                            (double) has));
        } catch (IOException e) {
            return Optional.empty(); // it does not answer: nothing is known
        }
    }

    /// Makes an interpreter of the JVM, calls it and ends it.
    private static Reading loaders() throws Exception {
        Interpreters interpreters = Interpreters.ofThisApp();
        Interpreter made = interpreters.create();
        try {
            int answer = interpreters.call(made, new Hello()).result();
            return Reading.counted(
                    LOADERS, "interpreters of the JVM made, called and ended", answer);
        } finally {
            interpreters.destroy(made);
        }
    }

    /// What is called in it.
    static final class Hello implements Callable<Integer>, Serializable {

        private static final long serialVersionUID = 1;

        @Override
        public Integer call() {
            return 1;
        }
    }
}
