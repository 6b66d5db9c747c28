package dev.lanescope.content;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// As many [HeadReader]s as there are threads that read at the same time.
final class HeadReaders {

    private final Queue<HeadReader> idle = new ConcurrentLinkedQueue<>();

    /// As [HeadReader#read]; safe for several threads.
    PageHead read(Path file) {
        HeadReader free = idle.poll();
        HeadReader reader = free == null ? new HeadReader() : free;
        PageHead head = reader.read(file);
        idle.add(reader);
        return head;
    }
}
