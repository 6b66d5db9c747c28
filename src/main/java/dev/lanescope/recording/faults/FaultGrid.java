package dev.lanescope.recording.faults;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.content.Site;
import dev.lanescope.recording.apart.CaseAnswer;
import dev.lanescope.recording.apart.CaseProcess;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Tries out what each fault costs under each model. Every case is a process of its own, because
/// some faults end the process that they happen in.
public final class FaultGrid {

    /// Index of the page that fails.
    public static final int ITEM = FaultCase.ITEM;

    private static final long SECONDS = 60;
    private static final CaseProcess CASE =
            new CaseProcess(
                    FaultCase.class,
                    List.of(
                            "-Xmx192m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1", // it is over before the second compiler pays
                            "-Dlanescope.expendable=true"),
                    Map.of(),
                    Duration.ofSeconds(SECONDS));

    private final Site site;

    /// @param site a small one; each case renders it once
    public FaultGrid(Site site) {
        this.site = site;
    }

    /// The faults that can be tried out under a model.
    public static List<Fault.Kind> kinds(ConcurrencyModel model) {
        return Stream.of(Fault.Kind.values())
                .filter(kind -> model.isForeign() || !kind.isOfPython())
                .toList();
    }

    /// Tries out one fault under one model. Takes about a second, or [#SECONDS] if the run hangs.
    ///
    /// @throws IOException if the case could not even begin, so that nothing is known
    public FaultVerdict of(ConcurrencyModel model, Fault.Kind kind)
            throws IOException, InterruptedException {
        String runtime = model instanceof PythonModel python ? python.runtimeName() : "";
        CaseAnswer answer =
                CASE.run(List.of(model.id(), kind.name(), site.folder().toString(), runtime));
        if (answer.inTime() || !answer.lastLine().equals(FaultCase.BEGINS)) {
            return verdict(answer);
        }
        return new FaultVerdict(
                FaultVerdict.Loss.HANGS,
                site.pages().size(),
                0,
                0,
                "The run did not end within " + SECONDS + " s and was killed.");
    }

    private FaultVerdict verdict(CaseAnswer answer) throws IOException {
        String line = answer.lastLine();
        if (line.startsWith(FaultCase.ENDED)) {
            return new FaultVerdict(
                    FaultVerdict.Loss.RUN,
                    site.pages().size(),
                    0,
                    0,
                    line.substring(FaultCase.ENDED.length()));
        }
        if (line.equals(FaultCase.BEGINS)) {
            return new FaultVerdict(FaultVerdict.Loss.PROCESS, site.pages().size(), 0, 0, "");
        }
        if (line.startsWith(FaultCase.STOPPED)) {
            String[] words = line.substring(FaultCase.STOPPED.length()).split(" ", 2);
            return new FaultVerdict(
                    FaultVerdict.Loss.HANGS, Integer.parseInt(words[0]), 0, 0, words[1]);
        }
        if (line.startsWith(FaultCase.LOST)) {
            String[] words = line.substring(FaultCase.LOST.length()).split(" ", 2);
            return new FaultVerdict(
                    FaultVerdict.Loss.RUN, Integer.parseInt(words[0]), 0, 0, words[1]);
        }
        if (!line.startsWith(FaultCase.RESULT)) {
            throw new IOException(
                    "a process to try a fault out ended before its run began, with exit code "
                            + answer.exitCode());
        }
        String[] words = line.substring(FaultCase.RESULT.length()).split(" ", 4);
        int lost = Integer.parseInt(words[0]);
        FaultVerdict.Loss loss =
                switch (lost) {
                    case 0 -> FaultVerdict.Loss.NOTHING;
                    case 1 -> FaultVerdict.Loss.PAGE;
                    default -> FaultVerdict.Loss.NEIGHBOURS;
                };
        var after = new Aftermath(Integer.parseInt(words[1]), Long.parseLong(words[2]));
        return new FaultVerdict(loss, lost, after.workersLost(), after.restartNanos(), words[3]);
    }
}
