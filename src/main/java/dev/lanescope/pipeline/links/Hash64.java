package dev.lanescope.pipeline.links;

import org.jspecify.annotations.Nullable;

/// A 64-bit hash of a list of strings: FNV-1a over UTF-16 units, with an end after each string, and
/// the finalizer of MurmurHash3.
final class Hash64 {

    private static final long PRIME = 0x100000001b3L;
    private static final long END = 0x1_0000; // no character
    private static final long NULL = 0x1_0001;

    private long hash = 0xcbf29ce484222325L;

    void add(@Nullable String text) {
        if (text == null) {
            mix(NULL);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            mix(text.charAt(i));
        }
        mix(END);
    }

    private void mix(long unit) {
        hash = (hash ^ unit) * PRIME;
    }

    long value() {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
