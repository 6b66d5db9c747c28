package dev.lanescope.pipeline.input;

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
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;

/// Reads pages from the content folder; never through a symbolic link, even if one has taken a
/// page's place since the scan.
public final class PageReader {

    /// The biggest page that is read.
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path folder;

    public PageReader(Site site) {
        this.folder = site.folder();
    }

    public byte[] read(Page page) throws PageException {
        if (isUnspeakable(page)) {
            throw failed(page, "its name cannot be spelled in this locale; try LC_ALL=C.UTF-8");
        }
        Path file = folder.resolve(page.source());
        try {
            refuseIrregular(page, file);
        } catch (IOException e) {
            throw failed(page, e);
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file, OPTIONS)) {
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
        } catch (IOException e) {
            throw failed(page, e);
        }
    }

    /// A page may have become something else since the scan. To open a pipe would wait for somebody
    /// to write into it.
    private static void refuseIrregular(Page page, Path file) throws PageException, IOException {
        var now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (now.isDirectory()) {
            throw failed(page, "is a folder now; scan the folder again");
        }
        if (now.isSymbolicLink()) {
            throw failed(
                    page,
                    "has become a symbolic link, which is not followed; scan the folder again");
        }
        if (!now.isRegularFile()) {
            throw failed(page, "is no regular file; scan the folder again");
        }
    }

    private static PageException failed(Page page, IOException e) {
        return failed(
                page,
                switch (e) {
                    case NoSuchFileException _ -> "the file is gone; scan the folder again";
                    case AccessDeniedException _ ->
                            "no permission to read it; give yourself access";
                    case ClosedByInterruptException _ -> "was stopped";
                    default -> e.getMessage();
                });
    }

    /// Whether the locale of this machine cannot spell the page's name: such a file can be listed
    /// but not opened.
    public static boolean isUnspeakable(Page page) {
        return page.source().indexOf('\uFFFD') >= 0;
    }

    private static PageException failed(Page page, @Nullable String why) {
        return new PageException(page.source(), 0, "read: " + why);
    }
}
