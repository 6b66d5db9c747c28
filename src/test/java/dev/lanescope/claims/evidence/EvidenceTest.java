package dev.lanescope.claims.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.claims.Claims;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Readings stand under the content that they were made with.
class EvidenceTest {

    @TempDir Path place;

    private Site site(String name, String words) throws Exception {
        Path folder = Files.createDirectories(place.resolve(name));
        for (int page = 0; page < 8; page++) {
            Files.writeString(folder.resolve("page-" + page + ".md"), "# Page\n\n" + words + "\n");
        }
        return SiteScanner.scan(folder, ScanProgress.NONE);
    }

    private Snapshot run(Site site, String model, int workers) throws Exception {
        var experiment =
                new Experiment(
                        site, place.resolve("out"), Models.byId(model).orElseThrow(), workers);
        return new Run(experiment).carryOut().trace();
    }

    private static Evidence of(String open, int pages, Snapshot... runs) {
        var here = new Here("this machine", 2, open, pages, List.of(), false);
        return Evidence.of(Contender.group(List.of(runs)), here, Claims.measures());
    }

    @Test
    void of_several_folders_the_open_one_counts() throws Exception {
        Site first = site("first", "Some *text*.");
        Site second = site("second", "Some other *text*.");
        int pages = first.pages().size();
        Snapshot alone = run(first, "sequential", 1);
        Snapshot locked = run(first, "gil", 2);
        Snapshot pool = run(second, "fixed-pool", 2);
        Snapshot other = run(second, "gil", 2);
        Evidence open = of("first", pages, alone, locked, pool, other);
        assertThat(open.content()).isEqualTo("first");
        assertThat(open.when()).isEqualTo(locked.info().started());
        assertThat(open.readings())
                .extracting(Reading::key)
                .contains("gil/sequential")
                .doesNotContain("fixed-pool/gil");
        assertThat(open.readings())
                .filteredOn(each -> each.key().equals("gil/sequential"))
                .singleElement()
                .satisfies(each -> assertThat(each.repeats()).isEqualTo(1));
        Evidence newest = of("third", pages, alone, locked, pool, other);
        assertThat(newest.content()).isEqualTo("second");
        assertThat(newest.readings())
                .extracting(Reading::key)
                .contains("fixed-pool/gil")
                .doesNotContain("gil/sequential");
    }
}
