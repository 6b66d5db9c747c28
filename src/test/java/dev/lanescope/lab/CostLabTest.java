package dev.lanescope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.Children;
import dev.lanescope.Lengthy;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Folders;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Real measurements of a small folder: no figure is judged that is a time.
@ResourceLock(Children.OF_THIS_JVM)
class CostLabTest {

    private static final Figure[] TIMES = {Figure.START, Figure.FIRST_PAGE, Figure.EMPTY_TASK};

    @TempDir static Path temp;
    private List<ProcessHandle> before = List.of();

    @BeforeEach
    void lookAtTheFamily() {
        before = ProcessHandle.current().descendants().toList();
    }

    @AfterEach
    void nobodyIsLeft() {
        assertThat(ProcessHandle.current().descendants())
                .filteredOn(ProcessHandle::isAlive)
                .isSubsetOf(before);
    }

    private static Costs measure(String model) throws Exception {
        var site = SiteScanner.scan(Folders.withPages(temp, 20), ScanProgress.NONE);
        return new CostLab(site, Duration.ofMillis(1)).of(model(model));
    }

    @Test
    void threads_cost_a_thread_each_and_nothing_crosses() throws Exception {
        Costs costs = measure("fixed-pool");
        assertMeasured(costs, TIMES);
        assertMeasured(costs, Figure.HEAP, Figure.METASPACE, Figure.CODE_CACHE);
        assertThat(median(costs, Figure.THREADS)).isGreaterThanOrEqualTo(1);
        assertThat(median(costs, Figure.THREADS_OF_MORE))
                .isEqualTo(median(costs, Figure.THREADS) + 2);
        assertMissing(costs, "fixed-pool", "Nothing crosses", Figure.RECORDS_BYTES);
        assertMissing(costs, "fixed-pool", "no child", Figure.CHILD_PSS, Figure.CHILD_THREADS);
    }

    @Test
    void interpreters_cost_classes_of_their_own_and_pages_cross_as_records() throws Exception {
        Costs costs = measure("isolated");
        assertMeasured(costs, TIMES);
        assertThat(median(costs, Figure.METASPACE)).isGreaterThan(500_000);
        assertThat(median(costs, Figure.RECORDS_BYTES)).isPositive();
        assertMeasured(costs, Figure.RECORDS_TIME);
        assertMissing(costs, "isolated", "records only", Figure.SHARED_MEMORY_BYTES);
    }

    @Tag(Lengthy.TAG)
    @Test
    @EnabledOnOs(OS.LINUX)
    void processes_cost_memory_outside_and_pages_cross_in_three_ways() throws Exception {
        Costs costs = measure("processes");
        assertThat(costs.samples()).containsOnlyKeys(figures("processes"));
        assertThat(median(costs, Figure.SERIALIZATION_BYTES))
                .isGreaterThan(median(costs, Figure.RECORDS_BYTES));
        assertThat(median(costs, Figure.CHILD_PSS))
                .isGreaterThan(1_000_000)
                .isLessThanOrEqualTo(median(costs, Figure.CHILD_RSS));
        assertThat(median(costs, Figure.CHILD_THREADS)).isGreaterThanOrEqualTo(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void executors_of_python_cost_a_python_and_what_is_pickled_is_told_by_what_is_sent()
            throws Exception {
        var runtimes = new Runtimes(Path.of("target", "pythons").toAbsolutePath());
        assumeTrue(runtimes.bundled().isThere(), "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        PythonRuntime bundled = runtimes.unpacked();
        var site = SiteScanner.scan(Folders.withPages(temp, 20), ScanProgress.NONE);
        var lab = new CostLab(site, Duration.ofMillis(1));
        for (PythonModel model : PythonModel.allOn(bundled)) {
            Costs costs = lab.of(model);
            assertMeasured(costs, TIMES);
            assertThat(median(costs, Figure.PYTHON))
                    .as(model.id())
                    .isLessThan(median(costs, Figure.START));
            assertThat(median(costs, Figure.CHILD_PSS)).as(model.id()).isNotZero();
            if (model.crosses()) {
                assertThat(costs.samples()).containsOnlyKeys(figures(model.id()));
                assertThat(median(costs, Figure.RECORDS_BYTES))
                        .isLessThan(median(costs, Figure.PICKLED_PAGES_BYTES));
                assertThat(median(costs, Figure.PICKLED_PAGES_BYTES))
                        .isLessThan(median(costs, Figure.PICKLED_SITES_BYTES));
            } else {
                assertMissing(costs, model.id(), "do not cross", Figure.PICKLED_PAGES_BYTES);
            }
        }
    }

    private static Figure[] figures(String model) {
        return Figure.of(model(model)).toArray(Figure[]::new);
    }

    private static void assertMeasured(Costs costs, Figure... figures) {
        assertThat(costs.samples()).containsKeys(figures);
    }

    private static void assertMissing(Costs costs, String model, String why, Figure... figures) {
        assertThat(costs.samples()).doesNotContainKeys(figures);
        assertThat(Arrays.stream(figures).map(figure -> figure.whyMissing(model(model))))
                .allSatisfy(sentence -> assertThat(sentence).contains(why).endsWith("."));
    }

    private static double median(Costs costs, Figure figure) {
        return costs.of(figure).orElseThrow().median();
    }

    private static ConcurrencyModel model(String id) {
        return Models.byId(id).orElseThrow();
    }
}
