package dev.lanescope.content;

import java.util.Comparator;

/// A page of which all is known that front matter says: no id and no output yet.
record FoundPage(String source, long bytes, PageFacts facts) {

    /// Light before heavy, then by name: the order within a folder.
    static final Comparator<FoundPage> ORDER = FoundPage::compareInFolder;

    /// Who may have a contested output first: index pages by rank, then all others by path.
    static final Comparator<FoundPage> CLAIMS = FoundPage::compareClaims;

    private int compareInFolder(FoundPage other) {
        int byWeight = Long.compare(facts.weight(), other.facts.weight());
        return byWeight == 0 ? source.compareTo(other.source) : byWeight;
    }

    private int compareClaims(FoundPage other) {
        int byRank = Integer.compare(IndexNames.rank(source), IndexNames.rank(other.source));
        return byRank == 0 ? source.compareTo(other.source) : byRank;
    }

    boolean isIndex() {
        return IndexNames.has(source);
    }

    String folder() {
        return RelativePath.folder(source);
    }

    /// The output without its ending, before it is known whether somebody else has it. An index
    /// page stands for its folder, so no slug moves it.
    String wish() {
        String folder = folder();
        String own = facts.slug().isEmpty() ? IndexNames.stem(source) : facts.slug();
        String name = isIndex() ? "index" : own;
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /// What it says about itself; without a title it is called by the file's name made readable, an
    /// index page by its folder's.
    PageInfo info(String siteName) {
        String folder = folder().isEmpty() ? siteName : RelativePath.name(folder());
        String name = RelativePath.readable(isIndex() ? folder : IndexNames.stem(source));
        return facts.info(name.isBlank() ? "Page" : name);
    }
}
