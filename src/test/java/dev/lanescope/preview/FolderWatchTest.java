package dev.lanescope.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.content.Site;
import dev.lanescope.pipeline.output.FileTree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

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

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere", ".hidden", "content/.theme", "content/theme"})
    void a_folder_of_templates_that_is_replaced_is_heard_and_listened_to_again(String where)
            throws Exception {
        Path content = Files.createDirectory(place.resolve("content"));
        Path templates = Files.createDirectories(place.resolve(where));
        Files.writeString(templates.resolve("page.peb"), "first");
        try (var watch = new FolderWatch(content, templates)) {
            FileTree.delete(templates);
            until(watch, FolderWatch.Burst::lost);
            Files.createDirectory(templates);
            until(watch, FolderWatch.Burst::lost);
            untilQuiet(watch);
            Files.writeString(templates.resolve("page.peb"), "second");
            until(watch, FolderWatch.Burst::lost);
        }
    }

    @Test
    void a_folder_of_templates_that_is_replaced_at_once_is_listened_to_again() throws Exception {
        Path content = Files.createDirectory(place.resolve("content"));
        Path templates = Files.createDirectories(place.resolve("own"));
        Files.writeString(templates.resolve("page.peb"), "first");
        try (var watch = new FolderWatch(content, templates)) {
            FileTree.delete(templates);
            Files.createDirectory(templates);
            Files.writeString(templates.resolve("page.peb"), "second");
            until(watch, FolderWatch.Burst::lost);
            untilQuiet(watch);
            Files.writeString(templates.resolve("page.peb"), "third");
            until(watch, FolderWatch.Burst::lost);
        }
    }

    @Test
    void a_folder_that_is_no_site_of_ours_any_more_is_heard() throws Exception {
        Path content = Files.createDirectory(place.resolve("content"));
        Path site = Files.createDirectories(content.resolve("guide/site"));
        Path marker = Files.createFile(site.resolve(Site.MARKER));
        try (var watch = new FolderWatch(content)) {
            Files.delete(marker);
            until(watch, FolderWatch.Burst::lost);
            Files.writeString(site.resolve("a.md"), "");
            until(watch, burst -> burst.paths().contains("guide/site/a.md"));
        }
    }

    /// The time-out of the class ends a wait for what never comes.
    private static void until(FolderWatch watch, Predicate<FolderWatch.Burst> heard)
            throws Exception {
        while (!heard.test(watch.next())) {
            // something else was touched first
        }
    }

    /// Takes what is still on its way. The folders are looked at whenever there is nothing, so one
    /// that is not heard by then will never be.
    private static void untilQuiet(FolderWatch watch) throws Exception {
        while (!watch.within(600).isNothing()) {
            // more of the same
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
