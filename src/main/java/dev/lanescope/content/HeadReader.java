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
import java.util.Set;

/// Reads no more of a page than its head needs: 8 KB, and where that ends within front matter, as
/// much as front matter may have. As a rule the title stands in the first lines, and no others are
/// made text of.
final class HeadReader {

    private static final int FIRST_READ = 8 * 1024;
    private static final int FIRST_LINES = 1024;
    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final FrontMatterParser parser = new FrontMatterParser();
    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_READ);

    /// The head of a page; [PageHead#UNKNOWN] if it cannot be read.
    PageHead read(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file, OPTIONS)) {
            buffer.clear().limit(FIRST_READ);
            fill(channel);
            PageHead head = ofFirstLines();
            if (head.isTitled()) {
                return head;
            }
            if (!buffer.hasRemaining() && endsWithinFrontMatter(text(buffer.position()))) {
                grow();
                fill(channel);
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

    private void grow() {
        if (buffer.capacity() == FIRST_READ) {
            var bigger = ByteBuffer.allocate(FIRST_READ + 4 * FrontMatterParser.MAX_CHARS);
            bigger.put(buffer.flip());
            buffer = bigger;
        }
        buffer.limit(buffer.capacity());
    }

    /// The head if it ends within the first whole lines; otherwise one without a title.
    private PageHead ofFirstLines() {
        int end = Math.min(FIRST_LINES, buffer.position());
        while (end > 0 && buffer.get(end - 1) != '\n') {
            end--;
        }
        String lines = text(end);
        return endsWithinFrontMatter(lines)
                ? PageHead.UNKNOWN
                : PageHead.ofBeginning(lines, parser);
    }

    private static boolean endsWithinFrontMatter(String text) {
        boolean opens = text.startsWith("---") || text.startsWith("+++") || text.startsWith("{");
        return opens && text.indexOf("\n" + text.substring(0, 3), 3) < 0;
    }

    private String text(int length) {
        byte[] bytes = buffer.array();
        int start = length >= 3 && (bytes[0] & 0xFF) == 0xEF ? 3 : 0;
        return PageText.withNewlines(
                new String(bytes, start, length - start, StandardCharsets.UTF_8));
    }
}
