package dev.lanescope.recording.faults;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.output.FileTree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Tries out what each fault costs under each model. Every case is a process of its own, because
/// some faults end the process that they happen in.
public final class FaultGrid {

    /// Index of the page that fails.
    public static final int ITEM = FaultCase.ITEM;

    private static final long SECONDS = 20;
    private static final String HEAP = "-Xmx192m";
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Site site;

    /// @param site a small one; each case renders it once
    public FaultGrid(Site site) {
        this.site = site;
    }

    /// Tries out one fault under one model. Takes about a second, or [#SECONDS] if the run hangs.
    public FaultVerdict of(ConcurrencyModel model, Fault.Kind kind)
            throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("lanescope-fault");
        try {
            Path answer = place.resolve("answer");
            Process process =
                    new ProcessBuilder(command(model, kind, place.resolve("site")))
                            .redirectOutput(answer.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            boolean over;
            try {
                over = process.waitFor(SECONDS, TimeUnit.SECONDS);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            process.waitFor();
            return over
                    ? verdict(lastLine(answer))
                    : new FaultVerdict(
                            FaultVerdict.Loss.HANGS,
                            site.pages().size(),
                            "The run did not end within " + SECONDS + " s and was killed.");
        } finally {
            FileTree.delete(place);
        }
    }

    private List<String> command(ConcurrencyModel model, Fault.Kind kind, Path output) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        HEAP,
                        "-XX:-CreateCoredumpOnCrash",
                        "-Djava.awt.headless=true",
                        "-Dlanescope.expendable=true",
                        "-classpath",
                        System.getProperty("java.class.path", ""),
                        FaultCase.class.getName(),
                        model.id(),
                        kind.name(),
                        site.folder().toString(),
                        output.toString()));
        return command;
    }

    private static String lastLine(Path answer) throws IOException {
        if (Files.size(answer) > LONGEST_ANSWER) {
            return "";
        }
        List<String> lines = Files.readString(answer, StandardCharsets.UTF_8).lines().toList();
        return lines.isEmpty() ? "" : lines.getLast();
    }

    private FaultVerdict verdict(String line) {
        if (line.startsWith(FaultCase.ENDED)) {
            return new FaultVerdict(
                    FaultVerdict.Loss.RUN,
                    site.pages().size(),
                    line.substring(FaultCase.ENDED.length()));
        }
        if (!line.startsWith(FaultCase.RESULT)) {
            return new FaultVerdict(FaultVerdict.Loss.PROCESS, site.pages().size(), "");
        }
        String[] words = line.substring(FaultCase.RESULT.length()).split(" ", 2);
        int lost = Integer.parseInt(words[0]);
        FaultVerdict.Loss loss =
                switch (lost) {
                    case 0 -> FaultVerdict.Loss.NOTHING;
                    case 1 -> FaultVerdict.Loss.PAGE;
                    default -> FaultVerdict.Loss.NEIGHBOURS;
                };
        return new FaultVerdict(loss, lost, words.length > 1 ? words[1] : "");
    }
}
