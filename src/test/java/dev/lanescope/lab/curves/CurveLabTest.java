package dev.lanescope.lab.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanescope.Children;
import dev.lanescope.Lengthy;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.lab.Spread;
import dev.lanescope.recording.Folders;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Real measurements of a small folder: no figure is judged that is a time.
@ResourceLock(Children.OF_THIS_JVM)
class CurveLabTest {

    private static final Duration SHORT = Duration.ofMillis(1);

    /// To interpret more of them again and again takes its time.
    private static final int FEW = 5;

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

    private static Site site() throws Exception {
        return site(20);
    }

    private static Site site(int pages) throws Exception {
        return SiteScanner.scan(Folders.withPages(temp, pages), ScanProgress.NONE);
    }

    private static Curve measure(CurveKind kind, Row row) throws Exception {
        return new CurveLab(site(), SHORT).of(kind, row);
    }

    @ParameterizedTest
    @EnumSource
    void bytes_of_every_size_come_back_unchanged_on_every_way(Route route) throws Exception {
        Curve curve = route.measure(new Row.Place(site(), temp.resolve("out"), SHORT));
        assertThat(curve.points().keySet()).containsExactlyElementsOf(PingPong.SIZES);
        assertThat(curve.points().values())
                .allSatisfy(trips ->
                        assertThat(trips)
                                .hasSizeBetween(20, 1_000)
                                .allSatisfy(nanos -> assertThat(nanos).isPositive()));
    }

    @Test
    void a_way_is_measured_in_a_process_of_its_own() throws Exception {
        assertThat(measure(CurveKind.PING_PONG, Route.PROCESS_RECORDS).points())
                .containsOnlyKeys(PingPong.SIZES);
    }

    @Test
    void workers_are_tried_out_over_pages_of_growing_cost() throws Exception {
        Curve curve = measure(CurveKind.BREAK_EVEN, Contest.ISOLATED_RECORDS);
        assertThat(curve.points()).hasSizeGreaterThanOrEqualTo(5);
        double cheap = new Spread(curve.points().firstEntry().getValue()).median();
        double dear = new Spread(curve.points().lastEntry().getValue()).median();
        assertThat(cheap).as("pages cheaper than their way").isLessThan(dear);
    }

    @Test
    void fifty_starts_are_two_rounds() throws Exception {
        assertThat(Start.STARTS * CurveKind.STARTS.rounds()).isEqualTo(50);
        assertThat(measure(CurveKind.STARTS, Start.VIRTUAL_THREAD).points().get(1))
                .hasSize(Start.STARTS);
    }

    @Tag(Lengthy.TAG)
    @Test
    void every_further_interpreter_takes_classes_of_its_own() throws Exception {
        Curve curve = measure(CurveKind.MEMORY, Growth.INTERPRETERS);
        assertThat(curve.points().firstKey()).isEqualTo(1);
        assertThat(curve.points().lastKey()).isEqualTo(16);
        LinearFit fit = curve.fit().orElseThrow();
        assertThat(fit.slope()).isGreaterThan(500_000);
        assertThat(fit.rSquared()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @EnumSource
    void bytes_that_cross_grow_by_the_page(Freight freight) throws Exception {
        Curve curve = measure(CurveKind.FREIGHT, freight);
        assertThat(curve.points().lastKey()).isEqualTo(20);
        LinearFit fit = curve.fit().orElseThrow();
        assertThat(fit.slope()).isPositive();
        assertThat(fit.rSquared()).isGreaterThan(0.99);
    }

    @Tag(Lengthy.TAG)
    @ParameterizedTest
    @EnumSource
    void one_interpreter_is_measured_with_one_thread_inside_and_with_two(Inside inside)
            throws Exception {
        Curve curve = measure(CurveKind.INSIDE, inside);
        assertThat(curve.points()).containsOnlyKeys(1, 2);
        assertThat(curve.points().values())
                .allSatisfy(samples ->
                        assertThat(samples)
                                .hasSize(5)
                                .allSatisfy(ratio -> assertThat(ratio).isPositive()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AT_ONCE") // takes half a minute
    void a_fresh_jvm_renders_the_same_pages_again_and_again_as_it_is_told_to_compile(Compiling way)
            throws Exception {
        Curve curve = new CurveLab(site(FEW), SHORT).of(CurveKind.JIT, way);
        assertThat(curve.points()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(curve.points().firstKey()).isEqualTo(FEW);
        assertThat(curve.points().values())
                .allSatisfy(samples -> assertThat(samples).hasSize(1).allMatch(nanos -> nanos > 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"SEQUENTIAL", "PROCESSES"})
    void more_and_more_pages_are_built_cold(ColdBuild build) throws Exception {
        assumeThat(build.refusal()).as("measurable here").isEmpty();
        Curve curve = new CurveLab(site(FEW), SHORT).of(CurveKind.CROSSOVER, build);
        assertThat(curve.points()).containsOnlyKeys(1, 4, FEW);
        assertThat(curve.points().values())
                .allSatisfy(samples -> assertThat(samples).hasSize(1).allMatch(nanos -> nanos > 0));
    }

    @Tag(Lengthy.TAG)
    @ParameterizedTest
    @EnumSource
    void so_many_at_once_render_side_by_side_and_jvms_alone_twice(Ceiling way) throws Exception {
        Curve curve = measure(CurveKind.CEILING, way);
        assertThat(curve.points().keySet())
                .containsExactlyElementsOf(
                        Ceiling.steps(Runtime.getRuntime().availableProcessors()));
        assertThat(curve.points().get(1)).hasSize(way == Ceiling.JVMS ? 2 : 1);
        assertThat(curve.points().values())
                .allSatisfy(samples -> assertThat(samples).allMatch(nanos -> nanos > 0));
    }

    @Test
    void a_page_takes_time_and_bytes() throws Exception {
        Curve curve = measure(CurveKind.PAGE, PageCost.PAGE);
        assertThat(curve.points()).hasSize(1);
        assertThat(curve.points().firstKey()).isPositive();
        assertThat(curve.points().firstEntry().getValue())
                .allSatisfy(nanos -> assertThat(nanos).isPositive());
    }
}
