package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A site that crosses a boundary is the same site on the other side, and bytes that are no site
/// become none.
class SiteBytesTest {

    @TempDir Path folder;

    @Test
    void a_site_survives_its_bytes() throws Exception {
        Site site = site();
        Site copy = Site.fromBytes(site.toBytes());
        assertThat(copy.folder()).isEqualTo(site.folder());
        assertThat(copy.pages()).isEqualTo(site.pages());
        assertThat(copy.sections()).isEqualTo(site.sections());
        assertThat(copy.assets()).isEqualTo(site.assets());
        assertThat(copy.skipped()).isEqualTo(site.skipped()).hasSize(3);
        assertThat(copy.drafts()).isEqualTo(site.drafts()).containsExactly("guide/later.md");
        assertThat(copy.page("guide/a.md").orElseThrow().aliases())
                .containsExactly("old/index.html");
        assertThat(copy.bytes()).isEqualTo(site.bytes());
        assertThat(copy.toBytes()).isEqualTo(site.toBytes());
    }

    @Test
    void bytes_that_are_cut_short_or_too_long_are_refused() throws Exception {
        byte[] bytes = site().toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Site.fromBytes(cut)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> Site.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too many");
    }

    @Test
    void another_version_is_refused_by_its_number() throws Exception {
        byte[] bytes = site().toBytes();
        bytes[7] = 99;
        assertThatThrownBy(() -> Site.fromBytes(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 99");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void changed_bytes_are_a_site_or_refused_but_never_a_crash(long seed) throws Exception {
        var random = new Random(seed);
        byte[] bytes = site().toBytes();
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            try {
                assertThat(Site.fromBytes(changed).pages()).isNotEmpty();
            } catch (IOException e) {
                assertThat(e).hasMessageNotContaining("Exception");
            }
        }
    }

    @Test
    void no_page_leads_out_of_its_folder() {
        for (String path : new String[] {"", "/a", "../a", "a/../b", "a//b", "a/", ".", "a\0"}) {
            assertThatThrownBy(() -> page(path))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(page("...html").output()).isEqualTo("...html");
    }

    private static Page page(String output) {
        return new Page(0, "..a/b..md", output, 1, 0, PageInfo.titled("A"), List.of());
    }

    private Site site() throws Exception {
        Files.createDirectories(folder.resolve("guide/deep"));
        Files.writeString(folder.resolve("index.md"), "# Home ä𝄞\n");
        Files.writeString(
                folder.resolve("guide/a.md"),
                """
                ---
                description: d
                date: 2024-01-31
                tags: [x, y]
                categories: z
                aliases: [/old/, /../out]
                ---
                """);
        Files.writeString(
                folder.resolve("guide/_index.md"),
                "---\ncascade: {a: 1, b: [x, 2.5, true, 12345678901], c: {d: e}}\n---\n");
        Files.writeString(folder.resolve("guide/later.md"), "---\ndraft: true\n---\n");
        Files.writeString(folder.resolve("guide/deep/b.md"), "b");
        Files.writeString(folder.resolve("guide/c.png"), "c");
        if (Files.notExists(folder.resolve("link"), java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(folder.resolve("link"), folder);
        }
        return SiteScanner.scan(folder, ScanProgress.NONE);
    }
}
