package dev.lanescope.content;

import java.util.List;

/// One Markdown file, what it says about itself, and where its HTML will stand.
///
/// @param id its index in [Site#pages()]
/// @param source the file, relative to the content folder, with `/`, e.g. `guide/pools.md`
/// @param output the HTML file, relative to the output folder, e.g. `guide/pools.html`; no two
///   pages of a site have the same, not even where upper and lower case are one
/// @param bytes the size of the Markdown file when it was scanned
/// @param section the id of the [Section] of its folder
/// @param info title, description, date, tags and categories
/// @param aliases files, relative to the output folder, that are to lead to this page because it
///   once stood there, e.g. `old/pools/index.html`; no page, static file or other alias has the
///   same
public record Page(
        int id,
        String source,
        String output,
        long bytes,
        int section,
        PageInfo info,
        List<String> aliases) {

    public Page {
        aliases = List.copyOf(aliases);
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
        aliases.forEach(RelativePath::check);
    }

    /// What navigation calls it; never blank.
    public String title() {
        return info.title();
    }

    /// The folder of the source, without a slash at its end; empty for the content folder itself.
    public String folder() {
        return RelativePath.folder(source);
    }

    /// Whether it speaks for its folder by its name (`index`, `_index` or `readme`). Of several
    /// only one becomes the folder's index page.
    public boolean isIndexByName() {
        return IndexNames.has(source);
    }
}
