package dev.lanescope.content;

import java.util.List;
import java.util.Locale;

/// The file names by which a page speaks for its folder.
final class IndexNames {

    /// Without their ending; the one that wins first.
    private static final List<String> NAMES = List.of("index", "_index", "readme");

    private IndexNames() {}

    /// 0 for the name that wins first; as many as there are names if it is none of them.
    static int rank(String source) {
        int rank = NAMES.indexOf(stem(source).toLowerCase(Locale.ROOT));
        return rank < 0 ? NAMES.size() : rank;
    }

    static boolean has(String source) {
        return rank(source) < NAMES.size();
    }

    /// The file name without its ending.
    static String stem(String source) {
        String name = RelativePath.name(source);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
