package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.Children;
import dev.lanescope.Wait;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.concurrency.crossing.PrivateFolder;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.ProcessEnd;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

/// How runs of a real CPython end that do not end well: what is said, and who stays behind.
@ResourceLock(Children.OF_THIS_JVM)
class PythonEndsTest {

    private static Optional<PythonRuntime> bundled = Optional.empty();

    @TempDir Path temp;

    @BeforeAll
    static void unpack() throws Exception {
        var runtimes = new Runtimes(Path.of("target", "pythons").toAbsolutePath());
        assumeTrue(runtimes.bundled().isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        bundled = Optional.of(runtimes.unpacked());
    }

    private Site site(int pages) throws Exception {
        return SiteScanner.scan(Folders.withPages(temp, pages), ScanProgress.NONE);
    }

    private static PythonModel model(String id) {
        return ((PythonModel) Models.byId(id).orElseThrow()).on(bundled.orElseThrow());
    }

    @Test
    void pages_that_wait_in_an_event_loop_when_it_ends_are_told_as_begun() throws Exception {
        var knobs =
                Knobs.STANDARD
                        .withLatency(Duration.ofMillis(20), Duration.ZERO)
                        .with(List.of(new Fault(Fault.Kind.HALT, 5)));
        var run =
                new Run(
                        new Experiment(site(20), temp.resolve("out"), model("python-asyncio"), 1)
                                .with(knobs));
        List<PageFailure> failures = run.carryOut().failures();
        assertThat(failures).hasSizeGreaterThan(1);
        assertThat(failures)
                .allSatisfy(failure ->
                        assertThat(failure.cause())
                                .endsWith(
                                        "CPython 3.14.3 ended with exit code 3 while it was at this"
                                                + " page"));
    }

    private Snapshot traceOf(String id, Fault.Kind fault) throws Exception {
        var knobs = Knobs.STANDARD.with(List.of(new Fault(fault, 5)));
        var experiment = new Experiment(site(20), temp.resolve("out"), model(id), 2).with(knobs);
        Snapshot trace = new Run(experiment).carryOut().trace();
        assertThat(LaneTime.of(trace).closes()).isTrue();
        return trace;
    }

    /// The spans of a lane in which its process is gone.
    private static List<Span> gone(Snapshot trace, LaneView lane) {
        return IntStream.range(0, lane.size())
                .mapToObj(lane::span)
                .filter(span -> ProcessEnd.isOne(trace.stateOf(span)))
                .toList();
    }

    @Test
    void when_a_python_ends_all_its_lanes_say_that_it_is_gone_and_how() throws Exception {
        Snapshot trace = traceOf("python-threads", Fault.Kind.HALT);
        for (LaneView lane : trace.lanes()) {
            Span first = gone(trace, lane).getFirst();
            assertThat(ProcessEnd.why(trace, first))
                    .hasValue("CPython 3.14.3 ended with exit code 3");
        }
    }

    @Test
    void when_a_process_of_a_pool_dies_its_lane_says_how_and_goes_on_with_another()
            throws Exception {
        Snapshot trace = traceOf("python-processes", Fault.Kind.HALT);
        List<String> ends =
                trace.lanes().stream()
                        .flatMap(lane -> gone(trace, lane).stream())
                        .flatMap(span -> ProcessEnd.why(trace, span).stream())
                        .toList();
        assertThat(ends)
                .anySatisfy(end ->
                        assertThat(end)
                                .matches(
                                        "python process \\d \\(pid \\d+\\) ended with exit code 3"));
        assertThat(trace.remarks())
                .anySatisfy(remark ->
                        assertThat(remark).matches("python process .* ended with exit code 3\\."));
        assertThat(trace.lanes())
                .anySatisfy(lane -> {
                    Span end = gone(trace, lane).getFirst();
                    assertThat(trace.stateOf(lane.span(end.index() + 1)).kind())
                            .isEqualTo(State.Kind.STARTING);
                });
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are named as POSIX does")
    void the_lanes_of_a_pool_whose_first_process_vanishes_say_so() throws Exception {
        Snapshot trace = traceOf("python-processes", Fault.Kind.VANISH);
        assertThat(trace.lanes())
                .allSatisfy(lane ->
                        assertThat(ProcessEnd.why(trace, gone(trace, lane).getLast()))
                                .hasValue("CPython 3.14.3 was ended by SIGKILL"));
    }

    @Test
    void a_python_that_ends_before_the_recording_is_gone_from_its_first_moment_on()
            throws Exception {
        PythonRuntime endsAtTheThirdPage =
                withALibrary(
                        """
                        import os

                        made = []

                        def create_markdown(**_):
                            def markdown(text):
                                made.append(text)
                                if len(made) == 3:
                                    os._exit(7)
                                return "<p>"
                            return markdown
                        """);
        var model = model("python-threads").on(endsAtTheThirdPage);
        var experiment =
                new Experiment(site(4), temp.resolve("out"), model, 2)
                        .with(Knobs.STANDARD.withWarmUp(1));
        Snapshot trace = new Run(experiment).carryOut().trace();
        for (LaneView lane : trace.lanes()) {
            Span first = lane.span(lane.indexAt(0));
            assertThat(trace.stateOf(first).name()).isEqualTo(ProcessEnd.STATE);
            assertThat(ProcessEnd.why(trace, first))
                    .hasValueSatisfying(how -> assertThat(how).contains("exit code 7"));
        }
    }

    @Test
    void an_interpreter_that_has_vanished_ends_the_run_with_a_sentence() throws Exception {
        Path gone = temp.resolve("python3");
        var model = model("python-threads").on(said(gone));
        var run = new Run(new Experiment(site(2), temp.resolve("out"), model, 2));
        assertThatThrownBy(run::carryOut)
                .isInstanceOf(RunException.class)
                .hasMessage(
                        "CPython 3.14.3 at " + gone + " could not be started; is it still there?");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Pythons here are shell scripts")
    void one_that_talks_nonsense_is_ended_and_what_it_said_is_told() throws Exception {
        Path script = temp.resolve("nonsense");
        Files.writeString(script, "#!/bin/sh\necho 'good morning'\nexec sleep 1000\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        var model = model("python-threads").on(said(script));
        RunResult result =
                new Run(new Experiment(site(3), temp.resolve("out"), model, 2)).carryOut();
        assertThat(result.done()).isZero();
        assertThat(result.trace().remarks())
                .anySatisfy(
                        remark -> assertThat(remark).contains("makes no sense: 'good morning'"));
    }

    /// What was found where now lies something else, or nothing.
    private static PythonRuntime said(Path executable) {
        var runtime = bundled.orElseThrow();
        return new PythonRuntime(
                "said",
                executable,
                runtime.environment(),
                runtime.version(),
                false,
                true,
                false,
                false,
                true,
                true,
                List.of(),
                false,
                runtime.flags());
    }

    /// What a worker does in C, with its GIL, cannot be interrupted: nothing in it hears of
    /// anybody's end, and it holds the line to us open.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Python here is a shell script")
    void a_worker_that_hangs_in_c_does_not_outlive_the_process_that_started_it() throws Exception {
        Path content = Folders.withPages(temp, 8);
        Files.writeString(content.resolve("guide/page-00003.md"), "hang in C\n");
        Site site = SiteScanner.scan(content, ScanProgress.NONE);
        var model = model("python-processes").on(withALibraryThatHangs());
        var run = new Run(new Experiment(site, temp.resolve("out"), model, 2));
        var result = new FutureTask<>(run::carryOut);
        Thread.ofPlatform().start(result);
        Wait.until(() -> run.progress().done() > 0 && Files.exists(temp.resolve("hangs")));
        List<ProcessHandle> all =
                ProcessHandle.current().descendants().filter(PythonEndsTest::isPython).toList();
        assertThat(all).hasSizeGreaterThan(2);
        ProcessHandle.current()
                .children()
                .filter(PythonEndsTest::isPython)
                .forEach(ProcessHandle::destroyForcibly);
        assertThat(result.get().trace().remarks())
                .contains("CPython 3.14.3 was ended by SIGKILL; what it had not done is lost.");
        Wait.until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    @ParameterizedTest
    @EnumSource(names = {"EXCEPTION", "VANISH"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Python here is a shell script")
    void what_a_pool_writes_for_a_while_is_gone_however_it_ends(Fault.Kind fault) throws Exception {
        var model = model("python-processes").on(withALibraryThatTellsItsFolder(""));
        var experiment =
                new Experiment(site(20), temp.resolve("out"), model, 2)
                        .with(Knobs.STANDARD.with(List.of(new Fault(fault, 5))));
        new Run(experiment).carryOut();
        assertItsFolderIsGone();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Python here is a shell script")
    void what_a_pool_writes_for_a_while_is_gone_when_it_is_stopped() throws Exception {
        var model =
                model("python-processes").on(withALibraryThatTellsItsFolder("while True: pass"));
        var run = new Run(new Experiment(site(8), temp.resolve("out"), model, 2));
        var result = new FutureTask<>(run::carryOut);
        Thread.ofPlatform().start(result);
        Wait.until(() -> Files.exists(temp.resolve("folder")));
        run.stop();
        assertThat(result.get().stopped()).isTrue();
        assertItsFolderIsGone();
    }

    /// Writes down where its pool keeps its sockets, and does something more.
    private PythonRuntime withALibraryThatTellsItsFolder(String more) throws Exception {
        return withALibrary(
                """
                import os
                from multiprocessing import util

                def create_markdown(**_):
                    def markdown(text):
                        part = %1$s + str(os.getpid())
                        with open(part, "w") as told:
                            told.write(util.get_temp_dir())
                        os.replace(part, %1$s)
                        %2$s
                        return "<p>"
                    return markdown
                """
                        .formatted("'" + temp.resolve("folder") + "'", more));
    }

    private void assertItsFolderIsGone() throws Exception {
        Path sockets = Path.of(Files.readString(temp.resolve("folder")));
        assertThat(sockets.getFileName().toString()).startsWith("pymp-");
        Path folder = Objects.requireNonNull(sockets.getParent());
        assertThat(folder.getFileName().toString()).startsWith(PrivateFolder.PREFIX);
        assertThat(folder).doesNotExist();
    }

    /// Its version may be that of another one, which would be found by it.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Python here is a shell script")
    void a_python_that_was_given_by_its_path_is_named_so_that_it_is_found_again() throws Exception {
        PythonRuntime given = withALibrary("def create_markdown(**_): return str");
        var model = model("python-sequential").on(given);
        Snapshot trace =
                new Run(new Experiment(site(2), temp.resolve("out"), model, 1)).carryOut().trace();
        String options =
                trace.info().facts().stream()
                        .filter(fact -> fact.name().equals("Options"))
                        .findFirst()
                        .orElseThrow()
                        .value();
        assertThat(options).endsWith(" --runtime " + temp.resolve("python3"));
        String named = options.substring(options.lastIndexOf(' ') + 1);
        assertThat(new Runtimes(temp.resolve("cache")).named(named)).isEqualTo(given);
    }

    private static boolean isPython(ProcessHandle process) {
        return process.info().command().filter(name -> name.contains("python")).isPresent();
    }

    private PythonRuntime withALibraryThatHangs() throws Exception {
        return withALibrary(
                """
                import re

                def create_markdown(**_):
                    def markdown(text):
                        if "hang in C" in text:
                            open(%s, "w").close()
                            re.match("(a+)+$", "a" * 64 + "b")
                        return "<p>"
                    return markdown
                """
                        .formatted("'" + temp.resolve("hangs") + "'"));
    }

    /// The one that comes along, with a Markdown library of ours.
    ///
    /// @param mistune its source
    private PythonRuntime withALibrary(String mistune) throws Exception {
        Path library = Files.createDirectories(temp.resolve("lib"));
        Files.writeString(library.resolve("mistune.py"), mistune);
        Path script = temp.resolve("python3");
        Files.writeString(
                script,
                """
                #!/bin/sh
                export PYTHONPATH="$PYTHONPATH:%s"
                exec '%s' "$@"
                """
                        .formatted(library, bundled.orElseThrow().executable()));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return new Runtimes(temp.resolve("cache")).named(script.toString());
    }
}
