package dev.lanescope.reuse;

import dev.lanescope.pipeline.fingerprint.ContentHash;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a site was made: everything that a later build must compare before it keeps a file.
///
/// @param frame what went into every page alike
/// @param targets what links could lead to; see
///   [LinkTargets#fingerprint][dev.lanescope.pipeline.links.LinkTargets#fingerprint]
/// @param pages the pages that came out, by source
/// @param assets the static files, by path
/// @param others all other files of the output folder, by path
/// @param madeOf what each of those that are made of pages was made of, by path; one that did not
///   come out is not among them
record Manifest(
        Frame frame,
        long targets,
        Map<String, KeptPage> pages,
        Map<String, KeptFile> assets,
        Map<String, Written> others,
        Map<String, ContentHash> madeOf) {

    Manifest {
        pages = sorted(pages);
        assets = sorted(assets);
        others = sorted(others);
        madeOf = sorted(madeOf);
    }

    /// The same with other pages.
    Manifest with(Map<String, KeptPage> others) {
        return new Manifest(frame, targets, others, assets, this.others, madeOf);
    }

    /// The same with other files that are made of pages.
    Manifest with(Map<String, Written> files, Map<String, ContentHash> made) {
        return new Manifest(frame, targets, pages, assets, files, made);
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
