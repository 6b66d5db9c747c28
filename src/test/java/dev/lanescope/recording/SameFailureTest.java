package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;

/// A page that fails leaves the same record wherever it was rendered: page, stage, line and cause.
class SameFailureTest {

    private static final int PAGES = 12;

    @TempDir Path temp;

    static List<ConcurrencyModel> models() {
        return Models.all();
    }

    private Site site() throws Exception {
        Path folder = Folders.withPages(temp, PAGES);
        Folders.addBrokenPages(folder);
        return SiteScanner.scan(folder, ScanProgress.NONE);
    }

    private List<PageFailure> failures(Site site, ConcurrencyModel model) throws Exception {
        int workers = model.workers().contains(2) ? 2 : model.workers().least();
        var knobs = Knobs.STANDARD.with(List.of(new Fault(Fault.Kind.EXCEPTION, 0)));
        var experiment = new Experiment(site, temp.resolve("out"), model, workers).with(knobs);
        return new Run(experiment).carryOut().failures();
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_model_tells_of_a_failure_what_the_sequential_one_tells(ConcurrencyModel model)
            throws Exception {
        Site site = site();
        assertThat(failures(site, model))
                .isEqualTo(failures(site, Models.byId("sequential").orElseThrow()));
    }

    @Test
    void a_record_names_the_page_the_stage_the_line_and_the_cause() throws Exception {
        List<PageFailure> failures = failures(site(), Models.byId("sequential").orElseThrow());
        assertThat(failures)
                .hasSize(4)
                .allSatisfy(failure -> {
                    assertThat(failure.stage()).isNotBlank();
                    assertThat(failure.cause()).contains(failure.page());
                })
                .extracting(PageFailure::page)
                .contains("latin.md", "matter.md", "shape.md");
        assertThat(failures)
                .filteredOn(failure -> failure.page().equals("matter.md"))
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.stage()).isEqualTo("front matter");
                    assertThat(failure.line()).isPositive();
                });
    }
}
