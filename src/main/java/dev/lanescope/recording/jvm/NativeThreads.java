package dev.lanescope.recording.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/// What the kernel calls the threads of this process. Java does not tell, so a thread looks itself
/// up once: on Linux `/proc/thread-self` leads to it. Elsewhere nobody is known.
public final class NativeThreads {

    private static final Path SELF = Path.of("/proc/thread-self");
    private static final Map<Thread, Path> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private NativeThreads() {}

    /// Lets the calling thread be known. A virtual thread has no place of its own, and stays
    /// unknown.
    public static void introduce() {
        Thread thread = Thread.currentThread();
        if (!thread.isVirtual() && !KNOWN.containsKey(thread)) {
            try {
                Path place = Path.of("/proc").resolve(Files.readSymbolicLink(SELF));
                KNOWN.put(thread, place);
            } catch (IOException | UnsupportedOperationException e) {
                // another system, or a kernel that hides it: then it is not known
            }
        }
    }

    /// Where the kernel tells of a thread that has introduced itself.
    static Optional<Path> placeOf(Thread thread) {
        return Optional.ofNullable(KNOWN.get(thread));
    }
}
