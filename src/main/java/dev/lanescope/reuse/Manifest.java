package dev.lanescope.reuse;

import dev.lanescope.pipeline.fingerprint.ContentHash;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a site was made: everything that a later build must compare before it keeps a file.
///
/// @param frame what went into every page alike
/// @param site what pages made of others could see of the site, besides the digests
/// @param targets what links could lead to; see
///   [LinkTargets#fingerprint][dev.lanescope.pipeline.links.LinkTargets#fingerprint]
/// @param pages the pages that came out, by source
/// @param assets the static files, by path
/// @param others all other files of the output folder, by path
/// @param complete whether all that is made of pages was made; if not it must be made again
record Manifest(
        Frame frame,
        ContentHash site,
        long targets,
        Map<String, KeptPage> pages,
        Map<String, KeptFile> assets,
        Map<String, Written> others,
        boolean complete) {

    Manifest {
        pages = sorted(pages);
        assets = sorted(assets);
        others = sorted(others);
    }

    /// The same with other pages.
    Manifest with(Map<String, KeptPage> others) {
        return new Manifest(frame, site, targets, others, assets, this.others, complete);
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
