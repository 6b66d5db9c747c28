package dev.lanescope.recording.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.Children;
import dev.lanescope.Lengthy;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.content.Page;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.faults.FaultVerdict.Loss;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What faults cost, in real processes: only child processes contain a crash. Nearly all of it is
/// waiting, so its tests wait together.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Children.OF_THIS_JVM, mode = ResourceAccessMode.READ)
class FaultGridTest {

    @TempDir Path folder;
    private Site site;

    @BeforeEach
    void aSite() throws Exception {
        for (int page = 0; page < 20; page++) {
            Files.writeString(folder.resolve("page-" + page + ".md"), "# Page " + page);
        }
        site = SiteScanner.scan(folder, ScanProgress.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "fixed-pool, EXCEPTION, PAGE",
        "fixed-pool, ENDLESS_LOOP, PAGE",
        "gil, ENDLESS_LOOP, NEIGHBOURS",
        "fixed-pool, HALT, PROCESS",
        "sequential, EXIT, PROCESS",
        "sequential, POISONED_STATIC, NEIGHBOURS",
        "sequential, OUT_OF_MEMORY, PAGE",
        "isolated, STACK_OVERFLOW, PAGE",
        "processes, EXCEPTION, PAGE",
        "processes, CRASH, PAGE"
    })
    void a_fault_costs_what_the_model_promises(String model, Fault.Kind kind, Loss loss)
            throws Exception {
        FaultVerdict verdict = new FaultGrid(site).of(model(model), kind);
        assertThat(verdict.loss()).isEqualTo(loss);
        if (loss == Loss.PAGE) {
            assertThat(verdict.sentence())
                    .as("the page that was made to fail, and no other")
                    .contains(site.pages().get(FaultGrid.ITEM).source());
        }
    }

    @Tag(Lengthy.TAG)
    @ParameterizedTest
    @CsvSource({
        "fixed-pool, STACK_OVERFLOW, PAGE",
        "sequential, ENDLESS_LOOP, NEIGHBOURS",
        "virtual-threads, ENDLESS_LOOP, PAGE",
        "isolated, ENDLESS_LOOP, PAGE",
        "fixed-pool, CRASH, PROCESS",
        "isolated, HALT, PROCESS",
        "processes, OUT_OF_MEMORY, PAGE",
        "processes, HALT, PAGE",
        "processes, ENDLESS_LOOP, PAGE",
        "hybrid, CRASH, PAGE"
    })
    void and_so_does_every_other(String model, Fault.Kind kind, Loss loss) throws Exception {
        a_fault_costs_what_the_model_promises(model, kind, loss);
    }

    @Tag(Lengthy.TAG)
    @Test
    void a_thread_that_hangs_is_lost_and_a_child_that_dies_is_started_again() throws Exception {
        FaultVerdict threads = new FaultGrid(site).of(model("fixed-pool"), Fault.Kind.ENDLESS_LOOP);
        assertThat(threads.workersLost()).isOne();
        assertThat(threads.restartNanos()).isZero();
        assertThat(threads.words()).isEqualTo("the page + worker");
        FaultVerdict lock = new FaultGrid(site).of(model("gil"), Fault.Kind.ENDLESS_LOOP);
        assertThat(lock.workersLost()).as("the other worker only waits for the lock").isOne();
        assertThat(lock.pagesLost()).isBetween(15, 20);
        FaultVerdict children = new FaultGrid(site).of(model("processes"), Fault.Kind.CRASH);
        assertThat(children.workersLost()).isZero();
        assertThat(children.restartNanos()).isPositive();
    }

    @Test
    void what_the_run_said_about_it_is_told() throws Exception {
        FaultVerdict verdict = new FaultGrid(site).of(model("sequential"), Fault.Kind.EXCEPTION);
        assertThat(verdict.sentence()).contains(site.pages().get(FaultGrid.ITEM).source());
        assertThat(verdict.words()).isEqualTo("the page");
    }

    @Test
    void a_case_that_cannot_even_begin_is_no_verdict() throws Exception {
        for (Page page : site.pages()) {
            Files.delete(folder.resolve(page.source()));
        }
        assertThatThrownBy(() -> new FaultGrid(site).of(model("sequential"), Fault.Kind.HALT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ended before its run began, with exit code 1");
    }

    private static ConcurrencyModel model(String id) {
        return Models.byId(id).orElseThrow();
    }
}
