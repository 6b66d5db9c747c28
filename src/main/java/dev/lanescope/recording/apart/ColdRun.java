package dev.lanescope.recording.apart;

import dev.lanescope.concurrency.crossing.PrivateFolder;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.RunException;
import dev.lanescope.recording.RunResult;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run in a JVM of its own, which has done nothing before and nothing after. It can be stopped:
/// then that JVM and its children are gone, and so are the files between us.
public final class ColdRun {

    /// A run takes as long as it takes; this is for one whose end nobody would wait for.
    private static final Duration AT_MOST = Duration.ofHours(12);

    /// Which options of this JVM the other one gets: heap, collector, processors. Nothing that
    /// names a file, such as a cache of classes, which would make it less cold.
    private static final List<String> HANDED_ON =
            List.of(
                    "-Xms",
                    "-Xmx",
                    "-Xmn",
                    "-Xss",
                    "-XX:+Use",
                    "-XX:-Use",
                    "-XX:ActiveProcessorCount",
                    "-XX:MaxRAM",
                    "-XX:ParallelGCThreads");

    private final Experiment experiment;
    private @Nullable Thread carrier;
    private boolean stopped;

    public ColdRun(Experiment experiment) {
        this.experiment = experiment;
    }

    /// Asks it to end; [#carryOut] returns within about a second.
    public synchronized void stop() {
        stopped = true;
        if (carrier != null) {
            carrier.interrupt();
        }
    }

    /// Does the run; may be called once.
    ///
    /// @return empty if it was stopped
    /// @throws InterruptedException if this thread was interrupted by somebody else
    public Optional<RunResult> carryOut() throws RunException, InterruptedException {
        if (!begin()) {
            return Optional.empty();
        }
        try {
            return Optional.of(inFolder());
        } catch (InterruptedException e) {
            if (wasStopped()) {
                return Optional.empty();
            }
            throw e;
        } catch (IOException e) {
            throw new RunException(
                    "A run in a fresh JVM was not to be had: " + e.getMessage(), true, e);
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        carrier = Thread.currentThread();
        return !stopped;
    }

    private synchronized boolean wasStopped() {
        return stopped;
    }

    private synchronized void end() {
        carrier = null;
        if (stopped) {
            Thread.interrupted(); // the wish has been heard
        }
    }

    private RunResult inFolder() throws RunException, IOException, InterruptedException {
        try (var shared = PrivateFolder.make()) {
            Path folder = shared.path();
            ColdOrder.write(experiment, folder.resolve(ColdCase.ORDER));
            var process = new CaseProcess(ColdCase.class, options(), Map.of(), AT_MOST);
            CaseAnswer answer = process.run(List.of(folder.toString()));
            String line = answer.lastLine();
            if (line.startsWith(ColdCase.REFUSED) || line.startsWith(ColdCase.GIVEN_UP)) {
                boolean begun = line.startsWith(ColdCase.GIVEN_UP);
                String mark = begun ? ColdCase.GIVEN_UP : ColdCase.REFUSED;
                throw refused(line.substring(mark.length()), begun);
            }
            if (!line.equals(ColdCase.RAN)) {
                throw refused(
                        "The JVM of a cold run ("
                                + experiment.model().id()
                                + ") ended with code "
                                + answer.exitCode()
                                + " and without an answer.",
                        true);
            }
            return ColdAnswer.read(folder, experiment.output());
        }
    }

    private static RunException refused(String sentence, boolean begun) {
        return new RunException(sentence, begun, new IllegalStateException("cold run"));
    }

    private static List<String> options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> HANDED_ON.stream().anyMatch(option::startsWith))
                .filter(option -> option.indexOf('/') < 0 && option.indexOf('\\') < 0)
                .toList();
    }
}
