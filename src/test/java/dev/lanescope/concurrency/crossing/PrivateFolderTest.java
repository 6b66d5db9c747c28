package dev.lanescope.concurrency.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Folders for processes that may be killed.
class PrivateFolderTest {

    @TempDir Path temp;

    @Test
    void all_that_lies_in_it_goes_with_it_and_nothing_that_links_in_it_lead_to() throws Exception {
        Path others = Files.writeString(temp.resolve("others"), "stays");
        PrivateFolder folder = PrivateFolder.make();
        Path deep = Files.createDirectories(folder.path().resolve("a/b"));
        Files.writeString(deep.resolve("file"), "goes");
        Files.createSymbolicLink(deep.resolve("link"), temp);
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.path().resolve("a/socket")));
        }
        folder.close();
        assertThat(folder.path()).doesNotExist();
        assertThat(others).hasContent("stays");
        folder.close(); // once more is no mistake
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void it_is_open_to_nobody_else_and_has_room_for_the_sockets_of_a_pool() throws Exception {
        try (var folder = PrivateFolder.make();
                var other = PrivateFolder.make()) {
            assertThat(other).isNotEqualTo(folder);
            assertThat(Files.getPosixFilePermissions(folder.path()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            Path socket = folder.path().resolve("pymp-abcdefgh/listener-abcdefgh");
            assertThat(socket.toString()).hasSizeLessThanOrEqualTo(92);
        }
    }
}
