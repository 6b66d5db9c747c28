package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// All terms of one kind, by label without regard to case.
final class Terms {

    static final Terms NONE = new Terms(List.of(), Map.of());

    private final List<Term> all;
    private final Map<String, Integer> byKey;

    private Terms(List<Term> all, Map<String, Integer> byKey) {
        this.all = all;
        this.byKey = byKey;
    }

    static Terms of(Site site, TermKind kind) {
        Map<String, String> labels = new TreeMap<>();
        Map<String, List<Page>> pages = new HashMap<>();
        for (Page page : site.pages()) {
            for (String label : kind.of(page.info())) {
                String key = key(label);
                labels.putIfAbsent(key, label.strip());
                List<Page> with = pages.computeIfAbsent(key, _ -> new ArrayList<>());
                if (with.isEmpty() || with.getLast().id() != page.id()) { // "Java", "java" on one
                    with.add(page);
                }
            }
        }
        List<Term> all = new ArrayList<>(labels.size());
        Map<String, Integer> byKey = HashMap.newHashMap(labels.size());
        labels.forEach((key, label) -> {
            byKey.put(key, all.size());
            List<Page> sorted = Posts.sorted(pages.getOrDefault(key, List.of()));
            all.add(new Term(kind, label, sorted.stream().map(Page::id).toList()));
        });
        return new Terms(List.copyOf(all), byKey);
    }

    private static String key(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    List<Term> all() {
        return all;
    }

    /// The index in [#all] of the term that a page means by `label`; -1 where no page bears it.
    int index(String label) {
        return byKey.getOrDefault(key(label), -1);
    }
}
