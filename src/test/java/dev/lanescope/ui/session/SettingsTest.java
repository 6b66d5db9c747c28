package dev.lanescope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class SettingsTest {

    @TempDir Path temp;

    @Test
    void recent_folders_are_kept_newest_first_and_each_once() {
        Path file = temp.resolve("deep/settings.properties");
        var settings = Settings.in(file);
        settings.remember(Path.of("/a"));
        settings.remember(Path.of("/b"));
        settings.remember(Path.of("/a"));
        assertThat(Settings.in(file).recentFolders()).containsExactly(Path.of("/a"), Path.of("/b"));
        settings.forget(Path.of("/a"));
        assertThat(Settings.in(file).recentFolders()).containsExactly(Path.of("/b"));
    }

    @Test
    void whether_motion_is_reduced_is_kept_once_somebody_has_said() {
        Path file = temp.resolve("settings.properties");
        assertThat(Settings.in(file).reducedMotion()).isEmpty();
        Settings.in(file).setReducedMotion(true);
        assertThat(Settings.in(file).reducedMotion()).hasValue(true);
        Settings.in(file).setReducedMotion(false);
        assertThat(Settings.in(file).reducedMotion()).hasValue(false);
    }

    @Test
    void the_python_that_was_chosen_is_kept() {
        Path file = temp.resolve("settings.properties");
        assertThat(Settings.in(file).python()).isEmpty();
        var chosen = new ChosenPython("/opt/python3.14t+gil", "3.14.2", "free-threaded, GIL on");
        Settings.in(file).setPython(chosen);
        assertThat(Settings.in(file).python()).hasValue(chosen);
    }

    @Test
    void how_high_the_tables_below_are_is_kept_once_somebody_moved_them() {
        Path file = temp.resolve("settings.properties");
        assertThat(Settings.in(file).lowerHeight()).isEmpty();
        Settings.in(file).setLowerHeight(212.4);
        assertThat(Settings.in(file).lowerHeight()).hasValue(212);
    }

    @Test
    void no_more_than_eight_are_kept() {
        var settings = Settings.in(temp.resolve("s"));
        for (int folder = 0; folder < 20; folder++) {
            settings.remember(Path.of("/f" + folder));
        }
        assertThat(settings.recentFolders()).hasSize(8).startsWith(Path.of("/f19"));
    }

    @Test
    void a_broken_file_is_no_reason_not_to_start() throws Exception {
        Path file = temp.resolve("s");
        Files.writeString(file, "theme=\\u00zz\n");
        assertThat(Settings.in(file).theme("DARK")).isEqualTo("DARK");
        assertThat(Settings.in(file).recentFolders()).isEmpty();
    }

    @Test
    void what_cannot_be_written_is_kept_for_the_session() throws Exception {
        Path notAFolder = Files.createFile(temp.resolve("file"));
        var settings = Settings.in(notAFolder.resolve("settings"));
        settings.setTheme("LIGHT");
        assertThat(settings.theme("DARK")).isEqualTo("LIGHT");
    }

    @Test
    void a_folder_that_is_no_path_is_left_out() throws Exception {
        Path file = temp.resolve("s");
        var settings = Settings.in(file);
        settings.remember(Path.of("/b"));
        settings.remember(Path.of("/a"));
        Files.writeString(file, Files.readString(file).replace("=/a", "=/a\\u0000b"));
        assertThat(Settings.in(file).recentFolders()).containsExactly(Path.of("/b"));
    }
}
