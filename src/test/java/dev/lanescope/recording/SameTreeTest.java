package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Lengthy;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The whole table of what must not matter: model, scheduling, workers. Whatever they are, the tree
/// of files is that of the sequential run.
class SameTreeTest {

    private static final int FEW = 100;
    private static final int MANY = 1000;

    /// A site, and what the sequential run makes of it.
    private record Known(Site site, String tree) {}

    private static List<Known> sites = List.of();

    @TempDir Path temp;

    @BeforeAll
    static void runSequentially(@TempDir Path folder) throws Exception {
        var known = new ArrayList<Known>();
        for (int pages : List.of(1, 2, FEW, MANY)) {
            Site site = SiteScanner.scan(Folders.withPages(folder, pages), ScanProgress.NONE);
            var experiment =
                    new Experiment(
                            site,
                            folder.resolve("out"),
                            Models.byId("sequential").orElseThrow(),
                            1);
            known.add(new Known(site, new Run(experiment).carryOut().treeHash()));
        }
        sites = List.copyOf(known);
    }

    static Stream<Arguments> usualRows() {
        return rows(List.of(Scheduling.SHARED_QUEUE, Scheduling.HEAVIEST_FIRST));
    }

    static Stream<Arguments> otherRows() {
        return rows(List.of(Scheduling.ROUND_ROBIN, Scheduling.chunksOf(7)));
    }

    private static Stream<Arguments> rows(List<Scheduling> schedulings) {
        return Models.all().stream()
                .flatMap(model ->
                        schedulings.stream()
                                .map(Knobs.STANDARD::with)
                                .filter(knobs -> model.refusal(knobs).isEmpty())
                                .map(knobs -> Arguments.of(model, knobs)));
    }

    @ParameterizedTest
    @MethodSource("otherRows")
    @Tag(Lengthy.TAG)
    void so_it_is_under_the_other_schedulings(ConcurrencyModel model, Knobs knobs)
            throws Exception {
        the_tree_is_that_of_the_sequential_run(model, knobs);
    }

    @ParameterizedTest
    @MethodSource("usualRows")
    void the_tree_is_that_of_the_sequential_run(ConcurrencyModel model, Knobs knobs)
            throws Exception {
        List<Integer> few = model.sharesHeap() ? List.of(1, 2, 3, 16) : List.of(2); // JVMs
        boolean usual = knobs.equals(Knobs.STANDARD);
        for (Known known : sites) {
            int pages = known.site().pages().size();
            if (pages == (usual ? FEW : MANY)) {
                continue;
            }
            for (int workers : pages >= FEW ? List.of(few.getLast()) : few) {
                if (model.workers().contains(workers)) {
                    assertThat(hash(known.site(), model, workers, knobs))
                            .as("%d pages, %d workers", pages, workers)
                            .isEqualTo(known.tree());
                }
            }
        }
    }

    private String hash(Site site, ConcurrencyModel model, int workers, Knobs knobs)
            throws Exception {
        var experiment = new Experiment(site, temp.resolve("out"), model, workers).with(knobs);
        RunResult result = new Run(experiment).carryOut();
        assertThat(result.done()).isEqualTo(site.pages().size());
        return result.treeHash();
    }
}
