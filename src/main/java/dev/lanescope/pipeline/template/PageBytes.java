package dev.lanescope.pipeline.template;

/// The bytes of a page until it is written; they may lie in a buffer that is used again afterwards.
public final class PageBytes {

    private final byte[] bytes;
    private final int length;
    private final Runnable release;

    PageBytes(byte[] bytes, int length, Runnable release) {
        this.bytes = bytes;
        this.length = length;
        this.release = release;
    }

    /// A page that has an array of its own.
    public static PageBytes of(byte[] bytes) {
        return new PageBytes(bytes, bytes.length, () -> {});
    }

    /// An array that begins with the page.
    public byte[] array() {
        return bytes;
    }

    /// How many bytes of [#array] are the page.
    public int length() {
        return length;
    }

    /// Says, once, that nobody will look at them any more.
    public void release() {
        release.run();
    }
}
