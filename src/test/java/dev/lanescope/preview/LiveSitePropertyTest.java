package dev.lanescope.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.output.FileTree;
import dev.lanescope.reuse.Builds;
import dev.lanescope.reuse.RandomSite;
import dev.lanescope.reuse.Ticks;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// However a live site gets there, by single pages or by a scan: after every edit its output is
/// that of a clean build, and the site it knows is the one that a scan finds.
///
/// A few seconds in the suite; `-Dlanescope.reuse.seconds=600` searches longer, and
/// `-Dlanescope.reuse.seed=N` repeats one sequence of edits.
class LiveSitePropertyTest {

    private static final int ROUNDS = 15;
    private static final Duration TIME =
            Duration.ofSeconds(Long.getLong("lanescope.reuse.seconds", 5));

    @TempDir Path place;

    @BeforeEach
    void trustTheClock() {
        System.setProperty("lanescope.stamp.grain", "0");
    }

    @AfterEach
    void distrustItAgain() {
        System.clearProperty("lanescope.stamp.grain");
    }

    @Test
    void whatever_is_saved_the_live_site_is_that_of_a_clean_build() throws Exception {
        long end = System.nanoTime() + TIME.toNanos();
        Long asked = Long.getLong("lanescope.reuse.seed");
        if (asked != null) {
            edits(asked);
            return;
        }
        long seed = new Random().nextInt(1_000_000);
        do {
            edits(seed++);
        } while (System.nanoTime() < end);
    }

    private void edits(long seed) throws Exception {
        Path home = Files.createDirectory(place.resolve("seed-" + seed));
        Path content = home.resolve("content");
        Path output = home.resolve("output");
        var random = new Random(seed);
        RenderSettings settings = RandomSite.settings(random);
        var site = new RandomSite(content, random);
        var live = new LiveSite(content, output, settings, ScanSettings.STANDARD, 2);
        List<String> story = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Ticks.next(home);
            Map<String, String> before = state(content);
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                story.add(site.edit());
            }
            Ticks.next(home);
            News news = live.refresh(touched(before, state(content)));
            live.settle();
            String told =
                    "seed " + seed + ", " + settings.templates() + ", after " + story + ", " + news;
            assertThat(live.site().toBytes())
                    .as(told)
                    .isEqualTo(SiteScanner.scan(content, ScanProgress.NONE).toBytes());
            Builds.Result clean = Builds.clean(content, home.resolve("clean"), settings);
            int failed = clean.failed().size() + clean.failedFiles().size();
            compare(output, home.resolve("clean"), failed, told);
        }
        FileTree.delete(home);
    }

    /// The same files with the same bytes, but that pages and files which fail may keep what they
    /// had.
    private static void compare(Path live, Path clean, int failed, String told) throws Exception {
        Map<String, String> expected = state(clean);
        Map<String, String> there = state(live);
        expected.remove(".lanescope-build");
        there.remove(".lanescope-build");
        Set<String> more = new HashSet<>(there.keySet());
        more.removeAll(expected.keySet());
        assertThat(more).as(told).hasSizeLessThanOrEqualTo(failed);
        there.keySet().removeAll(more);
        assertThat(there).as(told).isEqualTo(expected);
    }

    private static Map<String, String> state(Path folder) throws Exception {
        var state = new TreeMap<String, String>();
        for (String name : RandomSite.files(folder)) {
            state.put(name, Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1));
        }
        return state;
    }

    /// What a watch would have heard.
    private static Set<String> touched(Map<String, String> before, Map<String, String> after) {
        Set<String> touched = new HashSet<>(before.keySet());
        touched.addAll(after.keySet());
        touched.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return touched;
    }
}
