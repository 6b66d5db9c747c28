package dev.lanescope.concurrency.cpython.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The CPythons that this machine has, each asked what it is, and the one that comes along.
///
/// A binary that can be switched, by `PYTHON_GIL` or `PYTHON_JIT`, is several runtimes.
public final class Runtimes {

    /// What `--runtime` takes for the one that comes along.
    public static final String COMES_ALONG = "bundled";

    private static final int AT_ONCE = 4;

    /// An executable that is no CPython, and why, as the end of a sentence that begins with it.
    public record Refused(Path executable, String why) {}

    /// What was found.
    ///
    /// @param runtimes the newest first, then the one that comes along if it is unpacked
    /// @param refused what lies where Pythons lie, and is none that can be used
    public record Found(List<PythonRuntime> runtimes, List<Refused> refused) {
        public Found {
            runtimes = List.copyOf(runtimes);
            refused = List.copyOf(refused);
        }
    }

    private final Places places;
    private final ComesAlong bundled;
    private final ProbeCache cache;

    /// @param cache the folder of the app for what can be made again
    public Runtimes(Path cache) {
        this(Places.ofThisMachine(), cache);
    }

    Runtimes(Places places, Path cache) {
        Path folder = cache.resolve("python");
        this.places = places;
        this.bundled = new ComesAlong(folder);
        this.cache = new ProbeCache(folder);
    }

    /// The one that comes along.
    public ComesAlong bundled() {
        return bundled;
    }

    /// Finds and asks them all.
    public Found find() {
        Map<Path, Future<List<PythonRuntime>>> asked = new LinkedHashMap<>();
        List<PythonRuntime> found = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        Collection<Path> candidates = places.candidates();
        try (ExecutorService probes = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Path candidate : candidates) {
                asked.put(candidate, probes.submit(() -> ask(candidate, false)));
            }
            asked.forEach((executable, answer) -> {
                try {
                    found.addAll(answer.get());
                } catch (ExecutionException e) {
                    refused.add(new Refused(executable, why(e)));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        found.sort(NEWEST_FIRST);
        bundled.unpacked()
                .ifPresent(executable -> {
                    try {
                        found.addAll(ask(executable, true));
                    } catch (IOException e) {
                        refused.add(new Refused(executable, String.valueOf(e.getMessage())));
                    }
                });
        cache.keep();
        return new Found(named(found), refused);
    }

    private static final Comparator<PythonRuntime> NEWEST_FIRST =
            Comparator.comparingInt(PythonRuntime::minor)
                    .thenComparingInt(PythonRuntime::micro)
                    .reversed();

    private static String why(ExecutionException e) {
        return String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    }

    /// One executable in all the ways in which it can be run; the usual one first.
    private List<PythonRuntime> ask(Path executable, boolean comesAlong) throws IOException {
        PythonRuntime usual = ask(executable, Map.of(), comesAlong);
        List<PythonRuntime> all = new ArrayList<>(List.of(usual));
        if (usual.freeThreaded()) {
            String other = usual.gil() ? "0" : "1";
            all.add(ask(executable, Map.of(Surroundings.GIL, other), comesAlong));
        }
        if (usual.jitAvailable()) {
            String other = usual.jitEnabled() ? "0" : "1";
            all.add(ask(executable, Map.of(Surroundings.JIT, other), comesAlong));
        }
        return all;
    }

    private PythonRuntime ask(Path executable, Map<String, String> environment, boolean comesAlong)
            throws IOException {
        String answer = cache.answer(executable, environment);
        PythonRuntime runtime = Probe.read(executable, environment, comesAlong, answer);
        return comesAlong ? runtime.called(COMES_ALONG) : runtime;
    }

    /// No two with the same name: the second of a version is `3.11.2-2`.
    private static List<PythonRuntime> named(List<PythonRuntime> found) {
        Set<String> taken = new HashSet<>();
        List<PythonRuntime> named = new ArrayList<>();
        for (PythonRuntime runtime : found) {
            String name = runtime.id();
            for (int number = 2; !taken.add(name); number++) {
                name = runtime.id() + "-" + number;
            }
            named.add(runtime.called(name));
        }
        return named;
    }

    /// What is not there, and what lies there and cannot be used, in sentences.
    public List<String> remarks(Found found) {
        var remarks = new ArrayList<String>();
        List<PythonRuntime> all = found.runtimes();
        if (bundled.isThere() && all.stream().noneMatch(PythonRuntime::comesAlong)) {
            remarks.add(
                    COMES_ALONG
                            + " comes along: CPython "
                            + ComesAlong.VERSION
                            + ", unpacked when it is first used.");
        }
        if (!bundled.isThere()) {
            remarks.add("No Python comes along for this platform.");
        }
        if (all.stream().noneMatch(PythonRuntime::freeThreaded)) {
            remarks.add(
                    "No free-threaded Python was found; python.org's installers offer one from 3.13"
                            + " on.");
        }
        if (all.stream().noneMatch(PythonRuntime::jitAvailable)) {
            remarks.add("No Python with a JIT was found.");
        }
        for (Refused refused : found.refused()) {
            remarks.add(refused.executable() + " is left out: it " + refused.why() + ".");
        }
        return remarks;
    }

    /// The one that is taken where nobody chose: the newest that is installed and can do all that
    /// is measured, else the one that comes along, else the newest, as where the one that comes
    /// along cannot be unpacked or does not run here. It is the same for all executors, because
    /// only within one interpreter can they be compared.
    ///
    /// @throws IOException with one sentence if there is none
    public PythonRuntime best() throws IOException {
        List<PythonRuntime> found = find().runtimes();
        Optional<PythonRuntime> able =
                found.stream().filter(PythonRuntime::interpreterPool).findFirst();
        if (able.isPresent()) {
            return able.get();
        }
        Optional<PythonRuntime> newest =
                found.stream().filter(PythonRuntime::isNewEnough).findFirst();
        if (bundled.isThere()) {
            try {
                return unpackedInTime();
            } catch (IOException e) {
                return newest.orElseThrow(() -> e);
            }
        }
        return newest.orElseThrow(() ->
                new IOException(
                        "there is no CPython 3.9 or newer here; install one, or name one with"
                                + " --runtime"));
    }

    /// The one that comes along. Just unpacked, on a busy machine, it may take longer to answer
    /// than others are given; the second time its files are at hand.
    private PythonRuntime unpackedInTime() throws IOException {
        try {
            return unpacked();
        } catch (IOException _) {
            return unpacked();
        }
    }

    /// The one that comes along, unpacked if it was not.
    ///
    /// @throws IOException with one sentence on why it cannot be had
    public PythonRuntime unpacked() throws IOException {
        Path executable = bundled.unpack();
        try {
            PythonRuntime runtime = ask(executable, true).getFirst();
            cache.keep();
            return runtime;
        } catch (IOException e) {
            throw new IOException(executable + " " + e.getMessage(), e);
        }
    }

    /// The one of that name, or the executable at that path; either may have `+gil`, `+nogil`,
    /// `+jit` or `+nojit` behind it.
    ///
    /// @throws IOException with one sentence if there is none, or it cannot be used
    public PythonRuntime named(String name) throws IOException {
        if (name.equals(COMES_ALONG)) {
            return unpacked();
        }
        List<PythonRuntime> found = find().runtimes();
        Optional<PythonRuntime> known =
                found.stream().filter(runtime -> runtime.id().equals(name)).findFirst();
        if (known.isPresent()) {
            return checked(known.get());
        }
        Switches switches = Switches.of(name);
        if (!switches.areThere() || isProgram(name)) {
            return checked(at(name, found));
        }
        return checked(inAnotherWay(named(switches.name()), switches));
    }

    private PythonRuntime inAnotherWay(PythonRuntime named, Switches switches) throws IOException {
        Path executable = named.executable();
        try {
            PythonRuntime usual = ask(executable, Map.of(), named.comesAlong());
            Map<String, String> environment = switches.environment(usual);
            PythonRuntime runtime =
                    environment.isEmpty()
                            ? named
                            : ask(executable, environment, named.comesAlong());
            switches.check(runtime);
            cache.keep();
            return runtime;
        } catch (IOException e) {
            throw new IOException(executable + " " + e.getMessage(), e);
        }
    }

    private static boolean isProgram(String name) {
        try {
            return isProgram(Path.of(name));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /// An executable that lies where nobody looks, in all the ways in which it can be run; the
    /// usual one first.
    ///
    /// @throws IOException with one sentence if it cannot be used
    public List<PythonRuntime> at(Path executable) throws IOException {
        Path file = executable.toAbsolutePath();
        if (!isProgram(file)) {
            throw new IOException(file + " is no program that can be started");
        }
        try {
            List<PythonRuntime> ways = ask(file, false);
            cache.keep();
            checked(ways.getFirst());
            return ways;
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            throw new IOException(why.startsWith(file.toString()) ? why : file + " " + why, e);
        }
    }

    private PythonRuntime at(String name, List<PythonRuntime> found) throws IOException {
        List<String> ids = new ArrayList<>(found.stream().map(PythonRuntime::id).toList());
        if (bundled.isThere() && !ids.contains(COMES_ALONG)) {
            ids.add(COMES_ALONG);
        }
        String there = ids.isEmpty() ? "none was found" : "there are " + String.join(", ", ids);
        Path executable;
        try {
            executable = Path.of(name).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new IOException("there is no runtime '" + name + "'; " + there, e);
        }
        if (!isProgram(executable)) {
            throw new IOException("there is no runtime '" + name + "'; " + there);
        }
        return unmistakable(at(executable).getFirst(), found);
    }

    /// Another one of the same version is called by its path too: two that differ in their build or
    /// their libraries must not pass for one.
    private static PythonRuntime unmistakable(PythonRuntime given, List<PythonRuntime> found) {
        boolean taken =
                found.stream()
                        .anyMatch(each ->
                                each.id().equals(given.id())
                                        && !each.executable().equals(given.executable()));
        return taken ? given.called(given.id() + " (" + given.executable() + ")") : given;
    }

    private static PythonRuntime checked(PythonRuntime runtime) throws IOException {
        if (!runtime.isNewEnough()) {
            throw new IOException(
                    runtime.executable()
                            + " is CPython "
                            + runtime.version()
                            + "; 3."
                            + PythonRuntime.OLDEST_MINOR
                            + " or newer is needed");
        }
        return runtime;
    }
}
