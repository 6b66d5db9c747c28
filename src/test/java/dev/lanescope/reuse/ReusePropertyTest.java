package dev.lanescope.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.output.FileTree;
import dev.lanescope.pipeline.output.OutputTree;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Wrong reuse is the mistake that matters: after any edits, what a build upon the last one leaves
/// is what a clean build leaves, to the byte.
///
/// A few seconds in the suite; `-Dlanescope.reuse.seconds=600` searches longer, and
/// `-Dlanescope.reuse.seed=N` repeats one sequence of edits.
class ReusePropertyTest {

    private static final int ROUNDS = 12;

    /// So many sequences of edits are tried even where the machine is slow.
    private static final int LEAST = 12;

    private static final Duration TIME =
            Duration.ofSeconds(Long.getLong("lanescope.reuse.seconds", 5));

    @TempDir Path place;

    /// With it, also files that were just written have stamps, so that those are put to the test.
    @BeforeEach
    void trustTheClock() {
        System.setProperty("lanescope.stamp.grain", "0");
    }

    @AfterEach
    void distrustItAgain() {
        System.clearProperty("lanescope.stamp.grain");
    }

    @Test
    void whatever_is_edited_the_output_is_that_of_a_clean_build() throws Exception {
        long end = System.nanoTime() + TIME.toNanos();
        Long asked = Long.getLong("lanescope.reuse.seed");
        if (asked != null) {
            edits(asked);
            return;
        }
        long first = new Random().nextInt(1_000_000);
        for (long seed = first; seed < first + LEAST || System.nanoTime() < end; seed++) {
            edits(seed);
        }
    }

    private void edits(long seed) throws Exception {
        Path home = Files.createDirectory(place.resolve("seed-" + seed));
        Path content = home.resolve("content");
        Path output = home.resolve("output");
        var random = new Random(seed);
        RenderSettings settings = RandomSite.settings(random);
        var site = new RandomSite(content, random);
        Builds.upon(content, output, settings);
        List<String> story = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Ticks.next(home);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                story.add(site.edit());
            }
            if (random.nextInt(4) == 0) {
                story.add(meddle(output, random));
            }
            Ticks.next(home);
            Builds.Result kept = Builds.upon(content, output, settings);
            Path clean = home.resolve("clean");
            Builds.Result all = Builds.clean(content, clean, settings);
            String told = "seed " + seed + ", " + settings.templates() + ", after " + story;
            assertThat(RandomSite.files(output)).as(told).isEqualTo(RandomSite.files(clean));
            assertThat(OutputTree.hash(output)).as(told).isEqualTo(OutputTree.hash(clean));
            assertThat(kept.hash()).as(told).isEqualTo(all.hash());
            Builds.Result again = Builds.upon(content, output, settings);
            assertThat(again.rendered()).as(told).isEmpty();
            assertThat(again.build().stale()).as(told).hasSameSizeAs(all.failed());
            assertThat(again.made()).as(told).isEmpty();
            assertThat(again.failedFiles()).as(told).isEqualTo(all.failedFiles());
        }
        FileTree.delete(home);
    }

    /// Somebody changes, deletes or adds files in the output folder.
    private static String meddle(Path output, Random random) throws Exception {
        List<String> files = RandomSite.files(output).stream().filter(OutputTree::counts).toList();
        String name = files.get(random.nextInt(files.size()));
        Path file = output.resolve(name);
        switch (random.nextInt(5)) {
            case 0 -> Files.delete(file);
            case 1 -> Files.writeString(file, "meddled");
            case 2 -> {
                FileTime time = Files.getLastModifiedTime(file);
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length > 0) {
                    bytes[0]++;
                }
                Files.write(file, bytes);
                Files.setLastModifiedTime(file, time);
            }
            case 3 -> {
                Files.delete(file);
                Files.createDirectories(file.resolve("in/the/way"));
                Files.writeString(file.resolve("in/the/way/x.html"), "x");
            }
            default -> {
                Files.writeString(file.resolveSibling("junk.txt"), "junk");
                Files.createSymbolicLink(
                        file.resolveSibling("link" + random.nextInt()), Path.of("."));
            }
        }
        return "meddle with " + name;
    }
}
