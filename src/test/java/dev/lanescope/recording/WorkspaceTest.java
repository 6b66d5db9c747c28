package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class WorkspaceTest {

    @Test
    void on_linux_it_is_the_cache_folder_of_the_desktop_standard() {
        assertThat(Workspace.root("Linux", Map.of("XDG_CACHE_HOME", "/c")))
                .isEqualTo(Path.of("/c/lanescope"));
        assertThat(Workspace.root("Linux", Map.of()))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "lanescope"));
    }

    @Test
    void windows_and_macos_have_their_own_places() {
        assertThat(Workspace.root("Windows 11", Map.of("LOCALAPPDATA", "/l")))
                .isEqualTo(Path.of("/l/Lanescope/cache"));
        assertThat(Workspace.root("Mac OS X", Map.of()).toString())
                .endsWith(Path.of("Library", "Caches", "Lanescope").toString());
    }

    @Test
    void what_cannot_be_made_again_lies_elsewhere() {
        assertThat(Workspace.data("Linux", Map.of("XDG_DATA_HOME", "/d")))
                .isEqualTo(Path.of("/d/lanescope"));
        assertThat(Workspace.data("Linux", Map.of()).toString())
                .endsWith(Path.of(".local", "share", "lanescope").toString());
        assertThat(Workspace.data("Windows 11", Map.of("LOCALAPPDATA", "/l")))
                .isEqualTo(Path.of("/l/Lanescope/data"));
        assertThat(Workspace.data("Mac OS X", Map.of()).toString())
                .endsWith(Path.of("Library", "Application Support", "Lanescope").toString());
        assertThat(
                        Workspace.data(
                                "Linux", Map.of("LANESCOPE_DATA", "/mine", "XDG_DATA_HOME", "/d")))
                .isEqualTo(Path.of("/mine"));
    }

    @Test
    void one_variable_overrules_all_of_that() {
        assertThat(
                        Workspace.root(
                                "Linux",
                                Map.of("LANESCOPE_CACHE", "/mine", "XDG_CACHE_HOME", "/c")))
                .isEqualTo(Path.of("/mine"));
    }
}
