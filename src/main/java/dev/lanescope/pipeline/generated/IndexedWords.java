package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.markdown.WordSet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which words of each page's text go into the search index besides what stands there anyway. All
/// of them, as long as they fit. On a site where they do not, every page gets the same room, less
/// where it needs less, and puts in first the words that the fewest pages have: by those a page is
/// looked for.
final class IndexedWords {

    private final Map<String, Integer> pagesWith = new HashMap<>();
    private final int room;

    /// @param atMost how many characters the words of all pages may take
    IndexedWords(Site site, Digests digests, int atMost) {
        int[] lengths =
                site.pages().stream().mapToInt(page -> length(page, digests)).sorted().toArray();
        this.room = room(lengths, atMost);
        if (lengths.length > 0 && lengths[lengths.length - 1] > room) {
            for (Page page : site.pages()) {
                digests.of(page.id()).ifPresent(this::count);
            }
        }
    }

    private static int length(Page page, Digests digests) {
        return digests.of(page.id()).map(words -> words.text().length()).orElse(0);
    }

    /// The most that a page may take so that all together fit.
    private static int room(int[] sorted, int atMost) {
        int left = Math.max(0, atMost);
        for (int i = 0; i < sorted.length; i++) {
            int share = left / (sorted.length - i);
            if (sorted[i] > share) {
                return share;
            }
            left -= sorted[i];
        }
        return Integer.MAX_VALUE;
    }

    private void count(PageWords words) {
        split(words.text()).forEach(word -> pagesWith.merge(word, 1, Integer::sum));
    }

    private static List<String> split(String words) {
        return words.isEmpty() ? List.of() : Arrays.asList(words.split(" "));
    }

    /// The words of a page, with a blank between them.
    ///
    /// @param written what of the page stands in the index anyway; its words are left out
    String of(PageWords words, String written) {
        List<String> all = split(words.text());
        if (words.text().length() > room) {
            Comparator<String> rareFirst = Comparator.comparing(pagesWith::get);
            all = all.stream().sorted(rareFirst).toList();
        }
        Set<String> known = wordsOf(written);
        var text = new StringBuilder();
        for (String word : all) {
            if (text.length() + word.length() + 1 > room) {
                break;
            }
            if (!known.contains(word)) {
                text.append(text.isEmpty() ? "" : " ").append(word);
            }
        }
        return text.toString();
    }

    private static Set<String> wordsOf(String text) {
        var words = new WordSet();
        words.add(text);
        return new HashSet<>(split(words.toString()));
    }
}
