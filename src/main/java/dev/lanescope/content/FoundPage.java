package dev.lanescope.content;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A page as the scanner meets it: no id and no output yet.
record FoundPage(String source, long bytes, PageHead head) {

    /// Names of a folder's own page, the one that wins first.
    private static final List<String> INDEX_NAMES = List.of("index", "_index", "readme");

    /// Light before heavy, then by name: the order within a folder.
    static final Comparator<FoundPage> ORDER =
            Comparator.<FoundPage>comparingLong(page -> page.head.weight())
                    .thenComparing(FoundPage::source);

    /// Who may have a contested output first: index pages by rank, then all others by path.
    static final Comparator<FoundPage> CLAIMS =
            Comparator.comparingInt(FoundPage::indexRank).thenComparing(FoundPage::source);

    /// 0 for the name that wins first; as many as there are names if it is not an index page.
    int indexRank() {
        int rank = INDEX_NAMES.indexOf(stem().toLowerCase(Locale.ROOT));
        return rank < 0 ? INDEX_NAMES.size() : rank;
    }

    boolean isIndex() {
        return indexRank() < INDEX_NAMES.size();
    }

    String folder() {
        return RelativePath.folder(source);
    }

    /// The file name without its ending.
    String stem() {
        String name = RelativePath.name(source);
        return name.substring(0, name.lastIndexOf('.'));
    }

    /// The output without its ending, before it is known whether somebody else has it.
    String wish() {
        String folder = folder();
        String name = isIndex() ? "index" : stem();
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /// The title, or the file's name made readable; an index page is named after its folder.
    String title(String siteName) {
        if (head.title() != null) {
            return head.title();
        }
        if (!isIndex()) {
            return RelativePath.readable(stem());
        }
        String folder = folder().isEmpty() ? siteName : RelativePath.name(folder());
        return RelativePath.readable(folder);
    }
}
