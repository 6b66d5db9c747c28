package dev.lanescope.pipeline.template;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicReference;

/// Where one page after the other is put together, without a copy: the buffer is lent with the page
/// that is in it, until that is written. Pages made meanwhile are put together in a second buffer
/// and copied out of it, so that pages that wait take no more memory than they are long.
public final class PageBuffer {

    /// What writes a page.
    @FunctionalInterface
    interface Filling {
        void into(Writer writer) throws IOException;
    }

    private final AtomicReference<@Nullable Utf8Buffer> home =
            new AtomicReference<>(new Utf8Buffer());
    private @Nullable Utf8Buffer second;

    /// A page. One thread at a time may ask for it; another may give the buffer back.
    PageBytes page(Filling filling) throws IOException {
        @Nullable Utf8Buffer first = home.getAndSet(null);
        if (first == null) {
            return copied(filling);
        }
        boolean lent = false;
        try {
            first.clear();
            filling.into(first);
            lent = true;
            return new PageBytes(first.bytes(), first.length(), () -> home.set(first));
        } finally {
            if (!lent) {
                home.set(first);
            }
        }
    }

    private PageBytes copied(Filling filling) throws IOException {
        if (second == null) {
            second = new Utf8Buffer();
        }
        second.clear();
        filling.into(second);
        return PageBytes.of(second.toByteArray());
    }
}
