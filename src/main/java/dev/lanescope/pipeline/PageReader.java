package dev.lanescope.pipeline;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/// Reads pages from the content folder; never through a symbolic link, even if one has taken a
/// page's place since the scan.
final class PageReader {

    /// The biggest page that is read.
    static final int MAX_BYTES = 64 * 1024 * 1024;

    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path folder;

    PageReader(Site site) {
        this.folder = site.folder();
    }

    byte[] read(Page page) throws PageException {
        if (isUnspeakable(page)) {
            throw failed(page, "its name cannot be spelled in this locale; try LC_ALL=C.UTF-8");
        }
        try (SeekableByteChannel channel =
                Files.newByteChannel(folder.resolve(page.source()), OPTIONS)) {
            long size = channel.size();
            if (size > MAX_BYTES) {
                throw failed(page, "is bigger than " + (MAX_BYTES >> 20) + " MB; split it");
            }
            var buffer = ByteBuffer.allocate((int) size);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until it is full or the file has become shorter
            }
            return buffer.hasRemaining()
                    ? Arrays.copyOf(buffer.array(), buffer.position())
                    : buffer.array();
        } catch (NoSuchFileException _) {
            throw failed(page, "the file is gone; scan the folder again");
        } catch (AccessDeniedException _) {
            throw failed(page, "no permission to read it; give yourself access");
        } catch (ClosedByInterruptException _) {
            throw failed(page, "was stopped");
        } catch (IOException e) {
            throw failed(page, e.getMessage());
        }
    }

    /// Whether the locale of this machine cannot spell the page's name: such a file can be listed
    /// but not opened.
    static boolean isUnspeakable(Page page) {
        return page.source().indexOf('\uFFFD') >= 0;
    }

    private static PageException failed(Page page, @Nullable String why) {
        return new PageException(page.source(), 0, "read: " + why);
    }
}
