package dev.lanescope.claims.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.claims.Reading;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Folders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// What it takes to pack a site and to unpack it.
class SitePackingTest {

    @TempDir Path temp;

    private Site site() throws Exception {
        return SiteScanner.scan(Folders.withPages(temp, 5), ScanProgress.NONE);
    }

    @Test
    void bytes_time_text_and_whether_java_would_do_it_are_told() throws Exception {
        assertThat(SitePacking.of(site()))
                .extracting(Reading::key)
                .containsExactly(
                        SitePacking.SITE_BYTES,
                        SitePacking.SITE_TIME,
                        SitePacking.TEXT_BYTES,
                        SitePacking.SERIALIZABLE);
    }

    @Test
    void an_interrupt_ends_it() throws Exception {
        Site site = site();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> SitePacking.of(site)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).as("it was heard").isFalse();
    }
}
