package dev.lanescope.content;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/// One folder of a site that holds pages, itself or further down. The pages of a section and of all
/// sections below it have consecutive ids: first its index page, then its other pages, then the
/// sections below it one after the other.
///
/// @param id its index in [Site#sections()]; 0 is the content folder itself
/// @param parent the id of the section around it; -1 for section 0
/// @param path the folder relative to the content folder; empty for section 0
/// @param title its index page's title, or the folder's name made readable
/// @param indexed whether it has an index page, which then is its first page
/// @param first the id of its first page
/// @param direct how many pages lie in this very folder
/// @param end one more than the id of the last page in it or below it
/// @param children the ids of the sections directly below, in navigation order
/// @param defaults front matter for the pages below: what its index page cascades over what the
///   sections around it do; plain values as in [FrontMatter], in a fixed order, bounded. The map is
///   not copied, because a thousand sections may share one; it must not change any more. See
///   [Site#defaults(Page)] for what holds for a page
public record Section(
        int id,
        int parent,
        String path,
        String title,
        boolean indexed,
        int first,
        int direct,
        int end,
        List<Integer> children,
        Map<String, Object> defaults) {

    public Section {
        children = List.copyOf(children);
        defaults = Collections.unmodifiableMap(defaults);
        if (id < 0 || parent < -1 || parent >= id || (parent < 0) != (id == 0)) {
            throw new IllegalArgumentException("section " + id + " cannot lie in " + parent);
        }
        if (first < 0 || direct < 0 || end <= first || direct > end - first) {
            throw new IllegalArgumentException(
                    "section "
                            + path
                            + " cannot have "
                            + direct
                            + " of pages "
                            + first
                            + " to "
                            + end);
        }
        if (indexed && direct == 0) {
            throw new IllegalArgumentException("section " + path + " has an index but no pages");
        }
    }

    /// How many pages lie in it and below it.
    public int pageCount() {
        return end - first;
    }
}
