package dev.lanescope.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// How far one of a trace's lists has been written. What has changed in it is written anew, with
/// all that comes after.
final class WrittenList<T> {

    private final EntryForm<T> form;
    private final ByteSink content = new ByteSink();
    private final ByteSink entries = new ByteSink();
    private final Path file;
    private final ChunkWriter chunks;
    private List<T> written = List.of();

    WrittenList(EntryForm<T> form, Path file, ChunkWriter chunks) {
        this.form = form;
        this.file = file;
        this.chunks = chunks;
    }

    /// Writes what is new or otherwise.
    ///
    /// @param now never changes any more
    @SuppressWarnings("ReferenceEquality") // the very list has nothing new
    void append(List<T> now) throws IOException {
        if (now == written) {
            return;
        }
        if (now.size() > form.most()) {
            content.putCount(now.size(), form.what(), form.most(), file);
        }
        int same = same(now);
        boolean shorter = same < written.size();
        while (shorter || same < now.size()) {
            int from = same;
            entries.clear();
            while (same < now.size() && entries.size() < TraceFormat.FULL_CHUNK_BYTES) {
                form.writer().write(now.get(same++), entries, file);
            }
            content.clear();
            content.putUnsigned(from);
            content.putUnsigned(same - from);
            content.putAll(entries);
            chunks.write(form.kind(), content);
            shorter = false;
        }
        written = now;
    }

    /// How many entries at the beginning are what was written.
    private int same(List<T> now) {
        int most = Math.min(now.size(), written.size());
        for (int i = 0; i < most; i++) {
            if (!now.get(i).equals(written.get(i))) {
                return i;
            }
        }
        return most;
    }
}
