package dev.lanescope.recording.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Buffers;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.concurrency.knobs.WorkerState;
import dev.lanescope.concurrency.knobs.Writes;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.Experiment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// An experiment crosses to another JVM with all that it says.
class ColdOrderTest {

    @TempDir Path place;

    @Test
    void an_order_arrives_as_it_was_sent() throws Exception {
        Knobs knobs =
                new Knobs(
                        Scheduling.chunksOf(3),
                        WorkerState.PER_PAGE,
                        Transport.RECORDS,
                        8,
                        Duration.ofNanos(11),
                        Duration.ofMillis(12),
                        2,
                        Knobs.STANDARD.switchInterval(),
                        Duration.ofSeconds(9),
                        List.of(new Fault(Fault.Kind.EXCEPTION, 2)),
                        0,
                        Buffers.FRESH,
                        Writes.AT_ONCE,
                        2);
        Path content = Files.createDirectory(place.resolve("content"));
        Files.writeString(content.resolve("a.md"), "# A");
        Site site = SiteScanner.scan(content, ScanProgress.NONE);
        Experiment sent =
                new Experiment(
                                site,
                                place.resolve("out"),
                                Models.byId("fixed-pool").orElseThrow(),
                                3,
                                new RenderSettings(true),
                                true)
                        .with(knobs)
                        .watchingJvm(true);
        Path file = place.resolve("order");
        ColdOrder.write(sent, file);
        Experiment read = ColdOrder.read(file);
        assertThat(read.knobs()).isEqualTo(sent.knobs());
        assertThat(read.settings()).isEqualTo(sent.settings());
        assertThat(read.model().id()).isEqualTo("fixed-pool");
        assertThat(read.workers()).isEqualTo(3);
        assertThat(read.jvmWatched()).isTrue();
        assertThat(read.output()).isEqualTo(sent.output());
        assertThat(read.site().toBytes()).isEqualTo(sent.site().toBytes());
        Files.write(file, new byte[] {0, 0, 0, 9, 1});
        assertThatThrownBy(() -> ColdOrder.read(file)).isInstanceOf(IOException.class);
    }
}
