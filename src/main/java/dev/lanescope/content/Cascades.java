package dev.lanescope.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The front matter that holds in each folder because index pages there or above cascade it; the
/// nearest wins.
///
/// Of several index pages in one folder, the first of `index`, `_index` and `readme` that has a
/// cascade speaks. It does so even if it is a draft: what it says about the pages below may be that
/// they are drafts too.
final class Cascades {

    private final Map<String, ScannedPage> own = new HashMap<>();
    private final Map<String, Map<String, Object>> effective = new HashMap<>();
    private final LeftOut leftOut;

    Cascades(List<ScannedPage> pages, LeftOut leftOut) {
        this.leftOut = leftOut;
        for (ScannedPage page : pages) {
            Cascade cascade = page.head().cascade();
            if (IndexNames.has(page.source()) && !cascade.equals(Cascade.NONE)) {
                own.merge(RelativePath.folder(page.source()), page, Cascades::first);
            }
        }
    }

    private static ScannedPage first(ScannedPage one, ScannedPage other) {
        int rank = IndexNames.rank(one.source());
        int otherRank = IndexNames.rank(other.source());
        boolean oneFirst =
                rank == otherRank ? one.source().compareTo(other.source()) < 0 : rank < otherRank;
        return oneFirst ? one : other;
    }

    /// What holds for the pages of a folder; empty is the content folder itself.
    Map<String, Object> in(String folder) {
        Map<String, Object> known = effective.get(folder);
        if (known != null) {
            return known;
        }
        Map<String, Object> values = around(folder);
        ScannedPage speaker = own.get(folder);
        if (speaker != null) {
            Cascade cascade = speaker.head().cascade().over(values);
            values = cascade.values();
            if (cascade.complaint() != null) {
                leftOut.add(speaker.source(), cascade.complaint());
            }
        }
        effective.put(folder, values);
        return values;
    }

    /// What holds for one page. An index page's own cascade is for the pages below it.
    Map<String, Object> of(String source) {
        String folder = RelativePath.folder(source);
        return IndexNames.has(source) ? around(folder) : in(folder);
    }

    private Map<String, Object> around(String folder) {
        return folder.isEmpty() ? Map.of() : in(RelativePath.folder(folder));
    }
}
