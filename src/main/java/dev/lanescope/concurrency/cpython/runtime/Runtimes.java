package dev.lanescope.concurrency.cpython.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    /// The one that is taken where nobody chose.
    ///
    /// @param why it is not the one that comes along, which could not be had, in a sentence; mostly
    ///   empty
    public record Best(PythonRuntime runtime, String why) {
        private static Best insteadOfBundled(PythonRuntime taken, String why) {
            return new Best(
                    taken,
                    "The Python that comes along cannot be used, so "
                            + taken.title()
                            + " is taken, the newest that is installed: "
                            + why
                            + ".");
        }
    }

    private final Places places;
    private final ComesAlong bundled;
    private final Interview interview;
    private final Added added;

    /// @param cache the folder of the app for what can be made again
    public Runtimes(Path cache) {
        this(Places.ofThisMachine(), cache);
    }

    Runtimes(Places places, Path cache) {
        Path folder = cache.resolve("python");
        this.places = places;
        this.bundled = new ComesAlong(folder);
        this.interview = new Interview(new ProbeCache(folder));
        this.added = new Added(folder);
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
        Set<Path> candidates = new LinkedHashSet<>(places.candidates());
        for (Path file : added.list()) {
            if (RuntimeByName.isProgram(file)) {
                candidates.add(file);
            } else {
                refused.add(new Refused(file, "was added, and is no program any more"));
            }
        }
        try (ExecutorService probes = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Path candidate : candidates) {
                asked.put(candidate, probes.submit(() -> interview.ways(candidate, false)));
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
                        found.addAll(interview.ways(executable, true));
                    } catch (IOException e) {
                        refused.add(new Refused(executable, String.valueOf(e.getMessage())));
                    }
                });
        interview.keep();
        return new Found(named(found), refused);
    }

    private static final Comparator<PythonRuntime> NEWEST_FIRST =
            Comparator.comparingInt(PythonRuntime::minor)
                    .thenComparingInt(PythonRuntime::micro)
                    .reversed();

    private static String why(ExecutionException e) {
        return String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
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

    /// The one that comes along, as far as it is known, if it was not unpacked yet.
    public Optional<PythonRuntime> toUnpack(Found found) {
        return bundled.isThere() && found.runtimes().stream().noneMatch(PythonRuntime::comesAlong)
                ? Optional.of(bundled.known())
                : Optional.empty();
    }

    /// What is not there, and what lies there and cannot be used, in sentences.
    public List<String> remarks(Found found) {
        var remarks = new ArrayList<String>();
        List<PythonRuntime> all = found.runtimes();
        toUnpack(found)
                .ifPresent(known ->
                        remarks.add(
                                COMES_ALONG
                                        + " comes along: CPython "
                                        + known.version()
                                        + ", "
                                        + known.build()
                                        + ", with interpreters and their pool, without a Markdown"
                                        + " library; it is unpacked when it is first used."));
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
        if (!found.refused().isEmpty()) {
            remarks.add(
                    "Who was left out is asked again when its file changes, or when you say so:"
                            + " Try again in the window, doctor --again in the terminal.");
        }
        return remarks;
    }

    /// From now on those that failed are asked again, though their files did not change.
    public void tryAgain() {
        interview.forgetFailures();
        interview.keep();
    }

    /// Those that were added because nobody looks where they lie.
    public List<Path> added() {
        return added.list();
    }

    /// Adds one that lies where nobody looks, for good; in all the ways in which it can be run.
    ///
    /// @throws IOException with one sentence if it cannot be used
    public List<PythonRuntime> add(Path executable) throws IOException {
        List<PythonRuntime> ways = at(executable);
        added.add(executable.toAbsolutePath());
        return ways;
    }

    /// Forgets one that was added.
    public void remove(Path executable) throws IOException {
        added.remove(executable);
    }

    /// The one that is taken where nobody chose: the newest that is installed and can do all that
    /// is measured, else the one that comes along, else the newest, as where the one that comes
    /// along cannot be unpacked or does not run here. It is the same for all executors, because
    /// only within one interpreter can they be compared.
    ///
    /// @throws IOException with one sentence if there is none
    public Best best() throws IOException {
        List<PythonRuntime> found = find().runtimes();
        Optional<PythonRuntime> able =
                found.stream().filter(PythonRuntime::interpreterPool).findFirst();
        if (able.isPresent()) {
            return new Best(able.get(), "");
        }
        Optional<PythonRuntime> newest = found.stream().findFirst();
        if (bundled.isThere()) {
            try {
                return new Best(unpacked(), "");
            } catch (IOException e) {
                String why = String.valueOf(e.getMessage());
                return newest.map(taken -> Best.insteadOfBundled(taken, why)).orElseThrow(() -> e);
            }
        }
        return newest.map(taken -> new Best(taken, ""))
                .orElseThrow(() ->
                        new IOException(
                                "there is no CPython 3.9 or newer here; install one, or name one"
                                        + " with --runtime"));
    }

    /// The one that comes along, unpacked if it was not.
    ///
    /// @throws IOException with one sentence on why it cannot be had
    public PythonRuntime unpacked() throws IOException {
        Path executable = bundled.unpack();
        try {
            return interview.waysAnew(executable, true).getFirst();
        } catch (IOException e) {
            throw new IOException(executable + " " + e.getMessage(), e);
        }
    }

    /// The one of that name (or of that minor version), or the executable at that path or in that
    /// folder; each may have `+gil`, `+nogil`, `+jit` or `+nojit` behind it.
    ///
    /// @throws IOException with one sentence if there is none, or it cannot be used
    public PythonRuntime named(String name) throws IOException {
        return new RuntimeByName(this, interview).find(name);
    }

    /// An executable that lies where nobody looks, in all the ways in which it can be run; the
    /// usual one first.
    ///
    /// @throws IOException with one sentence if it cannot be used
    public List<PythonRuntime> at(Path executable) throws IOException {
        Path file = executable.toAbsolutePath();
        if (!RuntimeByName.isProgram(file)) {
            throw new IOException(file + " " + Places.whyNoProgram(file));
        }
        try {
            return interview.waysAnew(file, false);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            throw new IOException(why.startsWith(file.toString()) ? why : file + " " + why, e);
        }
    }
}
