package dev.lanescope.ui.session;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.concurrency.isolated.Called;
import dev.lanescope.concurrency.isolated.Interpreter;
import dev.lanescope.concurrency.isolated.InterpreterQueue;
import dev.lanescope.concurrency.isolated.Interpreters;
import dev.lanescope.content.Page;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.lab.Unit;
import dev.lanescope.pipeline.output.FileTree;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.recording.PageCall;
import dev.lanescope.recording.QueueCall;
import dev.lanescope.recording.Workspace;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The interpreters of this app, as people handle them. They are made and ended in the background,
/// for both take a while. Used on the FX thread.
public final class InterpreterKeeper {

    private static final int SHORT = 4;

    private final Background background;
    private final Interpreters interpreters;

    private final Supplier<Content> content;
    private final Map<Interpreter, Job> callsNow = new HashMap<>();
    private int queuesMade;
    private int pagesCalled;

    /// @param content whose pages are called; if there is none, those of the sample content
    InterpreterKeeper(Background background, Interpreters interpreters, Supplier<Content> content) {
        this.background = background;
        this.interpreters = interpreters;
        this.content = content;
    }

    /// All there are now.
    public List<Interpreter> list() {
        return interpreters.list();
    }

    /// Makes another one.
    ///
    /// @param over is given a sentence that says how it went
    public void create(Consumer<String> over) {
        background.run(
                "create interpreter",
                interpreters::create,
                made -> over.accept("Made " + made + "; it warms up in its first run."),
                failure -> over.accept("None could be made: " + Sentence.of(failure)));
    }

    /// All queues between them.
    public List<InterpreterQueue> queues() {
        return interpreters.queues();
    }

    /// Makes another queue, a short one, so that it can be seen to be full.
    public void createQueue(Consumer<String> over) {
        String name;
        do {
            name = "queue-" + ++queuesMade;
        } while (isTaken(name));
        over.accept("Made " + interpreters.createQueue(name, SHORT) + " for " + SHORT + " pages.");
    }

    private boolean isTaken(String name) {
        return queues().stream().anyMatch(queue -> queue.name().equals(name));
    }

    /// Forgets all queues and what is in them.
    public void destroyQueues(Consumer<String> over) {
        List<InterpreterQueue> known = queues();
        known.forEach(interpreters::destroyQueue);
        over.accept("Forgot " + Amounts.count(known.size(), "queue") + ".");
    }

    /// Has one of them render the next page, into a folder that is then deleted; on the FX thread.
    ///
    /// @param queue where to put what is told of the page, if anywhere
    public void call(
            Interpreter interpreter, Optional<InterpreterQueue> queue, Consumer<String> over) {
        Optional<Site> opened =
                content.get() instanceof Content.Ready(Site site)
                        ? Optional.of(site)
                        : Optional.empty();
        int number = pagesCalled++;
        inside(
                interpreter,
                () -> called(interpreter, opened, queue, number),
                "It could not be called: ",
                over);
    }

    /// Has something done in an interpreter, where it can be stopped.
    private void inside(
            Interpreter interpreter, Callable<String> work, String failed, Consumer<String> over) {
        Consumer<String> done =
                sentence -> {
                    callsNow.remove(interpreter);
                    over.accept(sentence);
                };
        if (callsNow.containsKey(interpreter)) {
            over.accept(interpreter + " is at work; wait for that, or stop it.");
            return;
        }
        callsNow.put(
                interpreter,
                background.run(
                        "call interpreter",
                        work,
                        done,
                        failure -> done.accept(failed + Sentence.of(failure))));
    }

    /// Whether one of them does what it was called for.
    public boolean isCalling() {
        return !callsNow.isEmpty();
    }

    /// Waits no longer for those that were called. A thread cannot be killed, so their interpreters
    /// are given up.
    public void stop(Consumer<String> over) {
        String them =
                callsNow.keySet().stream()
                        .map(Interpreter::toString)
                        .sorted()
                        .collect(Collectors.joining(", "));
        callsNow.forEach((interpreter, job) -> {
            job.cancel();
            interpreters.writeOff(interpreter);
        });
        callsNow.clear();
        over.accept(
                "Gave up "
                        + them
                        + ": nobody gets it again. A thread cannot be killed, so it ends when its"
                        + " page does, or with this app.");
    }

    private String called(
            Interpreter interpreter,
            Optional<Site> opened,
            Optional<InterpreterQueue> queue,
            int number)
            throws Exception {
        Site site =
                opened.isPresent()
                        ? opened.get()
                        : SiteScanner.scan(Workspace.sampleContent(), ScanProgress.NONE);
        Path output = Files.createTempDirectory("lanescope-call");
        try {
            Page page = site.pages().get(number % site.pages().size());
            String name = queue.map(InterpreterQueue::name).orElse("");
            OutputFolder to = OutputFolder.prepare(output.resolve("site"), site);
            PageCall call = PageCall.of(site, page, to, name);
            Called<PageCall.Rendered> called = interpreters.call(interpreter, call);
            return words(called, queue);
        } finally {
            FileTree.delete(output);
        }
    }

    private static String words(
            Called<PageCall.Rendered> called, Optional<InterpreterQueue> queue) {
        PageCall.Rendered page = called.result();
        String how =
                String.format(
                        Locale.ROOT,
                        "%s rendered %s in %s: %s of HTML; %s went in, %s came out.",
                        page.loader(),
                        page.page(),
                        Unit.NANOSECONDS.words((double) page.nanos()),
                        Unit.BYTES.words((double) page.bytesOut()),
                        Unit.BYTES.words(called.bytesIn()),
                        Unit.BYTES.words(called.bytesOut()));
        return queue.map(to ->
                        how
                                + (page.queued()
                                        ? " It is in " + to + "."
                                        : " " + to + " is full, so it is not in there."))
                .orElse(how);
    }

    /// Has one of them take the next page out of a queue.
    public void take(Interpreter interpreter, InterpreterQueue queue, Consumer<String> over) {
        inside(
                interpreter,
                () -> {
                    Called<String> called =
                            interpreters.call(interpreter, new QueueCall(queue.name()));
                    return called.result().isEmpty()
                            ? queue + " is empty."
                            : interpreter + " took " + called.result() + ".";
                },
                "It could not take: ",
                over);
    }

    /// Ends those of them that are not at work.
    ///
    /// @param over is given a sentence that says how it went
    public void destroy(List<Interpreter> chosen, Consumer<String> over) {
        List<Interpreter> idle =
                chosen.stream().filter(each -> !interpreters.isTaken(each)).toList();
        background.run(
                "destroy interpreters",
                () -> {
                    for (Interpreter each : idle) {
                        interpreters.destroy(each);
                    }
                    return idle.size();
                },
                ended ->
                        over.accept(
                                ended == chosen.size()
                                        ? "Ended " + ended + "; nothing of them is left."
                                        : "Ended " + ended + "; the others work in a run."),
                failure -> over.accept("Not all could be ended: " + failure.getMessage()));
    }
}
