package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What real runs say of what their spans allocated.
class AllocationOnLanesTest {

    @TempDir Path temp;

    /// Of each span of work that has a successor on its lane, what it allocated.
    private List<Long> allocations(String model) throws Exception {
        var site = SiteScanner.scan(Folders.withPages(temp, 20), ScanProgress.NONE);
        var experiment =
                new Experiment(site, temp.resolve("out"), Models.byId(model).orElseThrow(), 2);
        RunResult result = new Run(experiment).carryOut();
        var found = new ArrayList<Long>();
        for (LaneView lane : result.trace().lanes()) {
            for (int span = 1; span < lane.size() - 1; span++) {
                if (result.trace().state(lane.state(span)).kind().isWork()) {
                    found.add(lane.allocatedBytes(span));
                }
            }
        }
        return found;
    }

    @Test
    void every_span_of_a_platform_thread_knows_what_it_allocated() throws Exception {
        List<Long> bytes = allocations("fixed-pool");
        assertThat(bytes).hasSizeGreaterThan(20).allMatch(amount -> amount >= 0);
        assertThat(bytes.stream().mapToLong(Long::longValue).sum()).isPositive();
    }

    @Test
    void nobody_can_tell_it_of_a_virtual_thread() throws Exception {
        assertThat(allocations("virtual-threads")).allMatch(amount -> amount == Lane.NOT_READ);
    }
}
