package dev.lanescope.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/// Reads no more of a page than its head needs: 8 KB, and where that ends within front matter, as
/// much as front matter may have. As a rule the title stands in the first lines, and no others are
/// made text of. Where no title stands in all that, 256 KB are read.
final class HeadReader {

    private static final int FIRST_READ = 8 * 1024;
    private static final int FIRST_LINES = 1024;
    private static final int LONG_READ = 256 * 1024;

    /// The byte order mark of UTF-8.
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final FrontMatterParser parser = new FrontMatterParser();
    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_READ);

    /// The head of a page; [PageHead#UNKNOWN] if it cannot be read.
    PageHead read(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file, OPTIONS)) {
            buffer.clear().limit(FIRST_READ);
            fill(channel);
            PageHead head = ofLines(FIRST_LINES);
            if (head.isTitled()) {
                return head;
            }
            if (!buffer.hasRemaining() && endsWithinFrontMatter(text(buffer.position()))) {
                grow();
                fill(channel);
            }
            if (!buffer.hasRemaining()) {
                PageHead beginning = ofLines(buffer.position());
                return beginning.isTitled() ? beginning : furtherDown(channel);
            }
            return PageHead.of(text(buffer.position()), parser);
        } catch (IOException _) {
            return PageHead.UNKNOWN;
        }
    }

    private void fill(SeekableByteChannel channel) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return;
            }
        }
    }

    /// The head of a page that has no title up to here, but goes on.
    private PageHead furtherDown(SeekableByteChannel channel) throws IOException {
        ByteBuffer kept = buffer;
        try {
            buffer = ByteBuffer.allocate(kept.position() + LONG_READ).put(kept.flip());
            fill(channel);
            return PageHead.of(text(buffer.position()), parser);
        } finally {
            buffer = kept;
        }
    }

    private void grow() {
        if (buffer.capacity() == FIRST_READ) {
            var bigger = ByteBuffer.allocate(FIRST_READ + 4 * FrontMatterParser.MAX_CHARS);
            bigger.put(buffer.flip());
            buffer = bigger;
        }
        buffer.limit(buffer.capacity());
    }

    /// The head if it ends within the whole lines of so many bytes; otherwise one without a title.
    private PageHead ofLines(int bytes) {
        String lines = text(endOfLines(bytes));
        return endsWithinFrontMatter(lines)
                ? PageHead.UNKNOWN
                : PageHead.ofBeginning(lines, parser);
    }

    /// Where the last whole line ends within so many bytes; 0 where there is none.
    private int endOfLines(int bytes) {
        int end = Math.min(bytes, buffer.position());
        while (end > 0 && buffer.get(end - 1) != '\n') {
            end--;
        }
        return end;
    }

    private static boolean endsWithinFrontMatter(String text) {
        boolean opens = text.startsWith("---") || text.startsWith("+++") || text.startsWith("{");
        return opens && text.indexOf("\n" + text.substring(0, 3), 3) < 0;
    }

    private String text(int length) {
        byte[] bytes = buffer.array();
        int start =
                Arrays.mismatch(bytes, 0, Math.min(length, MARK.length), MARK, 0, MARK.length) < 0
                        ? MARK.length
                        : 0;
        return PageText.withNewlines(
                new String(bytes, start, length - start, StandardCharsets.UTF_8));
    }
}
