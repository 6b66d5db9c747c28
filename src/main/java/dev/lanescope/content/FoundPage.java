package dev.lanescope.content;

import java.util.Comparator;

/// A page as the scanner meets it: no id and no output yet.
record FoundPage(String source, long bytes, PageHead head) {

    /// Light before heavy, then by name: the order within a folder.
    static final Comparator<FoundPage> ORDER =
            Comparator.<FoundPage>comparingLong(page -> page.head.weight())
                    .thenComparing(FoundPage::source);

    /// Who may have a contested output first: index pages by rank, then all others by path.
    static final Comparator<FoundPage> CLAIMS =
            Comparator.comparingInt(FoundPage::indexRank).thenComparing(FoundPage::source);

    /// 0 for the name that wins first; as many as there are names if it is not an index page.
    int indexRank() {
        return IndexNames.rank(source);
    }

    boolean isIndex() {
        return IndexNames.has(source);
    }

    String folder() {
        return RelativePath.folder(source);
    }

    /// The file name without its ending.
    String stem() {
        return IndexNames.stem(source);
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
