package dev.lanescope.recording.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.Children;
import dev.lanescope.Lengthy;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Workspace;
import dev.lanescope.recording.faults.FaultVerdict.Loss;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What faults cost under the executors of a real CPython: each case ends in one sentence, and
/// leaves no process behind.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are named as POSIX does")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Children.OF_THIS_JVM, mode = ResourceAccessMode.READ)
class PythonFaultsTest {

    private static Optional<PythonRuntime> bundled = Optional.empty();

    @TempDir Path folder;
    private Optional<Site> site = Optional.empty();

    @BeforeAll
    static void unpack() throws Exception {
        var runtimes = new Runtimes(Workspace.root());
        assumeTrue(runtimes.bundled().isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        bundled = Optional.of(runtimes.unpacked());
    }

    @BeforeEach
    void aSite() throws Exception {
        for (int page = 0; page < 20; page++) {
            Files.writeString(folder.resolve("page-" + page + ".md"), "# Page " + page);
        }
        site = Optional.of(SiteScanner.scan(folder, ScanProgress.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "python-sequential, EXIT, PAGE, SystemExit",
        "python-sequential, VANISH, RUN, was ended by SIGKILL; what it had not done is lost.",
        "python-threads, HALT, RUN, ended with exit code 3; what it had not done is lost.",
        "python-interpreters, STACK_OVERFLOW, PAGE, RecursionError",
        "python-processes, HALT, PAGE, 'front matter: its process died, twice'",
        "python-processes, NONSENSE, RUN, makes no sense",
        "python-asyncio, ENDLESS_LOOP, HANGS, It hung until it was stopped"
    })
    void a_fault_costs_what_the_executor_promises(
            String id, Fault.Kind kind, Loss loss, String says) throws Exception {
        ConcurrencyModel model =
                ((PythonModel) Models.byId(id).orElseThrow()).on(bundled.orElseThrow());
        FaultVerdict verdict = new FaultGrid(site.orElseThrow()).of(model, kind);
        assertThat(verdict.loss()).as(verdict.sentence()).isEqualTo(loss);
        assertThat(verdict.sentence()).contains(says).doesNotContain("stayed behind");
        boolean restarts = id.equals("python-processes") && loss == Loss.PAGE;
        assertThat(verdict.restartNanos() > 0).as("its workers come again").isEqualTo(restarts);
    }

    @Tag(Lengthy.TAG)
    @ParameterizedTest
    @CsvSource({
        "python-threads, OUT_OF_MEMORY, PAGE, MemoryError",
        "python-threads, NONSENSE, RUN, makes no sense",
        "python-interpreters, CRASH, RUN, was ended by SIGABRT",
        "python-processes, CRASH, PAGE, 'front matter: its process died, twice'",
        "python-processes, VANISH, RUN, was ended by SIGKILL",
        "python-processes, ENDLESS_LOOP, HANGS, It hung until it was stopped",
        "python-asyncio-threads, EXCEPTION, PAGE, a fault was asked for here"
    })
    void and_so_does_every_other(String id, Fault.Kind kind, Loss loss, String says)
            throws Exception {
        a_fault_costs_what_the_executor_promises(id, kind, loss, says);
    }

    @ParameterizedTest
    @CsvSource({"processes, NONSENSE", "fixed-pool, VANISH"})
    void what_only_a_python_can_do_is_refused_elsewhere(String id, Fault.Kind kind) {
        ConcurrencyModel model = Models.byId(id).orElseThrow();
        assertThat(FaultGrid.kinds(model)).doesNotContain(kind);
        assertThat(model.refusal(List.of(new Fault(kind, 0))))
                .hasValue(kind.id() + " is a fault of a real CPython; choose a python- model.");
    }
}
