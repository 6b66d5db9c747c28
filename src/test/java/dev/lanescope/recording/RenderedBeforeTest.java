package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.stream.Stream;

/// What a run says of the pages that its JVM rendered before.
@Isolated("the pages of the whole JVM are counted")
class RenderedBeforeTest {

    @TempDir Path temp;

    static Stream<ConcurrencyModel> modelsOfThisHeap() {
        return Models.all().stream().filter(ConcurrencyModel::sharesHeap);
    }

    private long renderedBefore(Site site, ConcurrencyModel model, int passes) throws Exception {
        int workers = Math.min(2, model.workers().most());
        var experiment =
                new Experiment(site, temp.resolve("out"), model, workers)
                        .with(Knobs.STANDARD.withWarmUp(passes));
        return new Run(experiment).carryOut().trace().info().renderedBefore();
    }

    @ParameterizedTest
    @MethodSource("modelsOfThisHeap")
    void the_pages_of_a_warm_up_count_as_rendered_before(ConcurrencyModel model) throws Exception {
        Site site = SiteScanner.scan(Folders.withPages(temp, 20), ScanProgress.NONE);
        long before = renderedBefore(site, Models.byId("sequential").orElseThrow(), 0);
        assertThat(renderedBefore(site, model, 3)).isEqualTo(before + 20 + 3 * 20);
    }
}
