package dev.lanescope.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives every page an output of its own, and every alias that can have one. Names that some file
/// system takes for the same ([RelativePath#key]) count as the same on all; static files and
/// folders keep their names, and pages make way for them. Whoever comes second gets `-2` after its
/// name, the next `-3`. Aliases come last: one that is taken is no alias.
final class OutputNames {

    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> outputs;
    private final Map<String, List<String>> aliases = new HashMap<>();

    private OutputNames(Collection<FoundPage> pages) {
        outputs = HashMap.newHashMap(pages.size());
    }

    static OutputNames of(Collection<FoundPage> pages, Collection<String> assets, LeftOut leftOut) {
        var names = new OutputNames(pages);
        assets.forEach(names::reserve);
        pages.forEach(page -> names.reserveFolders(page.source()));
        List<FoundPage> claims = pages.stream().sorted(FoundPage.CLAIMS).toList();
        names.claimOutputs(claims);
        claims.forEach(page -> names.claimAliases(page, leftOut));
        return names;
    }

    /// The output of the page with this source.
    String output(String source) {
        return outputs.getOrDefault(source, "");
    }

    /// The aliases of the page with this source, as files of the output folder.
    List<String> aliases(String source) {
        return aliases.getOrDefault(source, List.of());
    }

    private void claimOutputs(List<FoundPage> pages) {
        List<FoundPage> late = new ArrayList<>();
        for (FoundPage page : pages) {
            String output = page.wish() + ".html";
            if (claim(RelativePath.key(output))) {
                outputs.put(page.source(), output);
            } else {
                late.add(page);
            }
        }
        for (FoundPage page : late) {
            outputs.put(page.source(), numbered(page.wish()));
        }
    }

    /// The next free name. Numbers that were taken once are not tried again, so that a thousand
    /// pages with one wish take a thousand steps and not half a million.
    private String numbered(String wish) {
        String key = RelativePath.key(wish);
        int number = numbers.getOrDefault(key, 2);
        while (!claim(RelativePath.key(wish + "-" + number + ".html"))) {
            number++;
        }
        numbers.put(key, number + 1);
        return wish + "-" + number + ".html";
    }

    private void claimAliases(FoundPage page, LeftOut leftOut) {
        List<String> wishes = page.facts().aliases();
        if (wishes.isEmpty()) {
            return;
        }
        if (wishes.size() > PageFacts.MAX_ALIASES) {
            leftOut.add(
                    page.source(), "only its first " + PageFacts.MAX_ALIASES + " aliases count");
        }
        String output = output(page.source());
        Set<String> own = new HashSet<>(Set.of(RelativePath.key(output)));
        List<String> claimed = new ArrayList<>();
        for (String wish : wishes.subList(0, Math.min(wishes.size(), PageFacts.MAX_ALIASES))) {
            switch (AliasAddress.of(RelativePath.folder(output), wish)) {
                case AliasAddress.File(String file) when own.add(RelativePath.key(file)) -> {
                    if (claimFile(RelativePath.key(file))) {
                        claimed.add(file);
                    } else {
                        drop(page, wish, "is taken", leftOut);
                    }
                }
                case AliasAddress.File _ -> {} // said twice, or the page's own address
                case AliasAddress.Refused(String why) -> drop(page, wish, why, leftOut);
            }
        }
        aliases.put(page.source(), List.copyOf(claimed));
    }

    private static void drop(FoundPage page, String alias, String why, LeftOut leftOut) {
        leftOut.add(page.source(), "its alias " + Excerpt.of(alias, 100) + " " + why);
    }

    private boolean claim(String key) {
        return !folders.contains(key) && files.add(key);
    }

    /// Claims a file in folders that may not be there yet.
    private boolean claimFile(String key) {
        for (String at = RelativePath.folder(key); !at.isEmpty(); at = RelativePath.folder(at)) {
            if (files.contains(at)) {
                return false;
            }
        }
        if (!claim(key)) {
            return false;
        }
        addFolders(key);
        return true;
    }

    private void reserve(String path) {
        files.add(RelativePath.key(path));
        reserveFolders(path);
    }

    private void reserveFolders(String path) {
        addFolders(RelativePath.key(path));
    }

    private void addFolders(String key) {
        String folder = RelativePath.folder(key);
        while (!folder.isEmpty() && folders.add(folder)) {
            folder = RelativePath.folder(folder);
        }
    }
}
