package dev.lanescope.pipeline.links;

import dev.lanescope.content.Page;
import dev.lanescope.content.RelativePath;
import dev.lanescope.content.Site;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The static files that names in wiki links mean, such as `[[plan.pdf]]` and `![[plan.png]]`.
/// Upper and lower case are one. As with [pages][WikiNames], a name is a path from the page's own
/// folder or from the site's, or a file's name with as many of the folders around it as one likes;
/// where several fit, the nearest is meant.
final class WikiFiles {

    private final Map<String, List<String>> byName = new HashMap<>();

    WikiFiles(Site site) {
        for (String file : site.assets()) {
            String name = RelativePath.name(file).toLowerCase(Locale.ROOT);
            byName.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(file);
        }
    }

    /// The file that `name` means on page `from`; null if there is none.
    @Nullable String find(Page from, String name) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        @Nullable List<String> files = byName.get(RelativePath.name(key));
        if (files == null) {
            return null;
        }
        @Nullable String file = at(files, from.folder().toLowerCase(Locale.ROOT), key);
        if (file == null) {
            file = at(files, "", key);
        }
        return file == null ? nearest(from, files, "/" + key) : file;
    }

    private static @Nullable String at(List<String> files, String folder, String key) {
        Optional<String> path = RelativePath.resolve(folder, key);
        return files.stream()
                .filter(file -> path.equals(Optional.of(file.toLowerCase(Locale.ROOT))))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String nearest(Page from, List<String> files, String ending) {
        return files.stream()
                .filter(file -> ("/" + file.toLowerCase(Locale.ROOT)).endsWith(ending))
                .min(
                        Comparator.<String>comparingInt(file ->
                                        WikiNames.steps(from.folder(), RelativePath.folder(file)))
                                .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }
}
