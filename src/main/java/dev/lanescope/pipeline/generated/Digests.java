package dev.lanescope.pipeline.generated;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What the pages of a site left for the files made of them, by page id. A page that failed left
/// nothing, and no generated file leads to it. Immutable.
public final class Digests {

    /// Those of a site of which nothing is known.
    public static final Digests NONE = new Digests(List.of());

    private final List<@Nullable PageWords> byPage;

    private Digests(List<@Nullable PageWords> byPage) {
        this.byPage = byPage;
    }

    /// Of all pages.
    ///
    /// @param byPage as many as the site has pages, in the order of their ids; null for one that
    ///   failed
    public static Digests of(List<? extends @Nullable PageWords> byPage) {
        return new Digests(
                Collections.unmodifiableList(new ArrayList<@Nullable PageWords>(byPage)));
    }

    /// How many pages the site has, failed ones among them.
    public int size() {
        return byPage.size();
    }

    /// What a page left; empty if it failed, or there is no such page.
    public Optional<PageWords> of(int page) {
        return page < 0 || page >= byPage.size()
                ? Optional.empty()
                : Optional.ofNullable(byPage.get(page));
    }

    /// Whether a page came out.
    boolean has(int page) {
        return of(page).isPresent();
    }

    /// Writes them for a worker elsewhere.
    public void write(DataOutput out) throws IOException {
        out.writeInt(byPage.size());
        for (PageWords words : byPage) {
            out.writeBoolean(words != null);
            if (words != null) {
                words.write(out);
            }
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException if it is something else
    public static Digests read(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0) {
            throw new IOException("these bytes are not digests: " + count + " pages");
        }
        List<@Nullable PageWords> byPage = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            byPage.add(in.readBoolean() ? PageWords.read(in) : null);
        }
        return new Digests(Collections.unmodifiableList(byPage));
    }
}
