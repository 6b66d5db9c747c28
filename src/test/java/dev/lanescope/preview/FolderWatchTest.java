package dev.lanescope.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;

/// What is heard of a folder of templates, wherever it lies.
@Timeout(60)
class FolderWatchTest {

    @TempDir Path place;

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere", ".hidden", "content/.theme", "content/theme"})
    void a_template_of_ones_own_that_is_saved_may_change_everything(String where) throws Exception {
        Path content = Files.createDirectory(place.resolve("content"));
        Path templates = Files.createDirectories(place.resolve(where));
        try (var watch = new FolderWatch(content, templates)) {
            Files.writeString(templates.resolve("page.peb"), "{{ body | raw }}");
            assertThat(watch.next().lost()).isTrue();
        }
    }

    @Test
    void what_an_editor_puts_beside_a_template_changes_nothing() throws Exception {
        Path content = Files.createDirectory(place.resolve("content"));
        Path templates = Files.createDirectory(place.resolve("templates"));
        try (var watch = new FolderWatch(content, templates)) {
            Files.writeString(templates.resolve(".page.peb.swp"), "");
            Files.writeString(templates.resolve("page.peb~"), "");
            Files.writeString(content.resolve("a.md"), "");
            FolderWatch.Burst burst = watch.next();
            assertThat(burst.paths()).containsExactly("a.md");
            assertThat(burst.lost()).isFalse();
        }
    }
}
