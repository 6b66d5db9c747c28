package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Buffers;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Preset;
import dev.lanescope.concurrency.knobs.WorkerState;
import dev.lanescope.concurrency.knobs.Writes;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The four steps from naive to fast: whichever is taken, the site is the same.
class PresetsTest {

    @TempDir Path temp;

    static Stream<ConcurrencyModel> models() {
        return Models.all().stream();
    }

    static Stream<Arguments> modelsAndPresets() {
        return models().flatMap(model ->
                Arrays.stream(Preset.values())
                        .filter(preset -> model.refusal(preset.knobs()).isEmpty())
                        .map(preset -> Arguments.of(model, preset)));
    }

    private Site site(int pages) throws Exception {
        return SiteScanner.scan(Folders.withPages(temp, pages), ScanProgress.NONE);
    }

    private RunResult run(Site site, ConcurrencyModel model, Knobs knobs) throws Exception {
        int workers = Math.min(2, model.workers().most());
        return new Run(new Experiment(site, temp.resolve("out"), model, workers).with(knobs))
                .carryOut();
    }

    private static ConcurrencyModel model(String id) {
        return Models.byId(id).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("modelsAndPresets")
    void every_preset_writes_the_same_bytes_and_each_page_once(
            ConcurrencyModel model, Preset preset) throws Exception {
        Site site = site(30);
        String expected = run(site, model("sequential"), Knobs.STANDARD).treeHash();
        RunResult result = run(site, model, preset.knobs());
        Snapshot trace = result.trace();
        assertThat(result.treeHash()).isEqualTo(expected);
        assertThat(result.done()).isEqualTo(30);
        assertThat(writes(trace.lanes().stream(), trace))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, trace.info().items().size()).boxed().toList());
        LaneTime time = LaneTime.of(trace);
        assertThat(time.closes()).isTrue();
        assertThat(time.accounted()).isEqualTo(trace.lanes().size() * trace.endNanos());
    }

    @Test
    void fresh_buffers_change_no_byte_of_real_pages() throws Exception {
        Site site = SiteScanner.scan(Path.of("sample-content"), ScanProgress.NONE);
        String expected = run(site, model("sequential"), Knobs.STANDARD).treeHash();
        assertThat(run(site, model("fixed-pool"), Knobs.STANDARD.with(Buffers.FRESH)).treeHash())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_model_takes_fresh_buffers(ConcurrencyModel model) throws Exception {
        Site site = site(15);
        String expected = run(site, model("sequential"), Knobs.STANDARD).treeHash();
        assertThat(run(site, model, Knobs.STANDARD.with(Buffers.FRESH)).treeHash())
                .isEqualTo(expected);
    }

    @Test
    void buffers_that_workers_of_one_page_have_left_are_clean() throws Exception {
        Site site = SiteScanner.scan(Path.of("sample-content"), ScanProgress.NONE);
        String expected = run(site, model("sequential"), Knobs.STANDARD).treeHash();
        assertThat(
                        run(site, model("fixed-pool"), Knobs.STANDARD.with(WorkerState.PER_PAGE))
                                .treeHash())
                .isEqualTo(expected);
    }

    @Test
    void the_writer_has_a_lane_of_its_own_on_which_all_is_written() throws Exception {
        Snapshot trace =
                run(site(50), model("fixed-pool"), Knobs.STANDARD.with(Writes.BEHIND)).trace();
        assertThat(trace.lanes())
                .extracting(LaneView::name)
                .containsExactly("fixed-pool-1", "fixed-pool-2", "fixed-pool-writer");
        assertThat(writes(trace.lanes().stream().limit(2), trace)).isEmpty();
        assertThat(writes(trace.lanes().stream().skip(2), trace))
                .hasSize(trace.info().items().size());
        assertThat(trace.counters())
                .extracting(counter -> counter.name())
                .contains("waiting for the writer");
    }

    @Test
    void a_preset_is_known_by_its_knobs_whatever_the_others_are() {
        for (Preset preset : Preset.values()) {
            assertThat(Preset.of(preset.knobs())).contains(preset);
            assertThat(Preset.of(preset.knobs().withWarmUp(3))).contains(preset);
            assertThat(preset.sentence()).endsWith(".").hasSizeBetween(20, 120);
        }
        assertThat(Preset.of(Knobs.STANDARD)).contains(Preset.CACHED);
        assertThat(Preset.of(Knobs.STANDARD.with(Writes.BEHIND))).isEmpty();
    }

    private static Stream<Integer> writes(Stream<LaneView> lanes, Snapshot trace) {
        return lanes.flatMap(lane -> IntStream.range(0, lane.size()).mapToObj(lane::span))
                .filter(span -> trace.stateOf(span).name().equals("write"))
                .map(Span::item);
    }
}
