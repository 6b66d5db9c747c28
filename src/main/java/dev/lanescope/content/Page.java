package dev.lanescope.content;

/// One Markdown file and where its HTML will stand.
///
/// @param id its index in [Site#pages()]
/// @param source the file, relative to the content folder, with `/`, e.g. `guide/pools.md`
/// @param output the HTML file, relative to the output folder, e.g. `guide/pools.html`; no two
///   pages of a site have the same, not even where upper and lower case are one
/// @param title what navigation calls it; never blank
/// @param bytes the size of the Markdown file when it was scanned
/// @param section the id of the [Section] of its folder
public record Page(int id, String source, String output, String title, long bytes, int section) {

    public Page {
        if (id < 0 || bytes < 0 || section < 0) {
            throw new IllegalArgumentException(
                    "page "
                            + source
                            + " has id "
                            + id
                            + ", bytes "
                            + bytes
                            + ", section "
                            + section
                            + ": none may be negative");
        }
        RelativePath.check(source);
        RelativePath.check(output);
    }

    /// The folder of the source, without a slash at its end; empty for the content folder itself.
    public String folder() {
        return RelativePath.folder(source);
    }
}
