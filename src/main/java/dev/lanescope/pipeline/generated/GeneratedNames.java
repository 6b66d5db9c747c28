package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Page;
import dev.lanescope.content.RelativePath;
import dev.lanescope.content.Site;
import dev.lanescope.content.Slug;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Gives every generated file an output that nothing else of the site has, not even where upper and
/// lower case are one. Pages, static files, aliases and folders were there first; whoever comes
/// second gets `-2` after its name, the next `-3`.
final class GeneratedNames {

    /// The longest name made of a term, in characters: whatever script it is in, it fits a file
    /// system.
    private static final int MAX_SLUG = 60;

    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    GeneratedNames(Site site) {
        for (Page page : site.pages()) {
            take(page.output());
            takeFolders(page.source());
            page.aliases().forEach(this::take);
        }
        site.assets().forEach(this::take);
    }

    /// The name for a file that wishes to be `folder/name.ending`; an empty folder is the site's
    /// own.
    String claim(String folder, String name, String ending) {
        String inside = folder.isEmpty() ? "" : folderFor(folder) + "/";
        String wish = inside + name;
        String key = RelativePath.key(wish + ending);
        if (isFree(key)) {
            take(wish + ending);
            return wish + ending;
        }
        int number = numbers.getOrDefault(key, 2);
        while (!isFree(RelativePath.key(wish + "-" + number + ending))) {
            number++;
        }
        numbers.put(key, number + 1);
        String claimed = wish + "-" + number + ending;
        take(claimed);
        return claimed;
    }

    /// Whether a file could have this very name.
    boolean isFree(String output) {
        String key = RelativePath.key(output);
        return !files.contains(key) && !folders.contains(key);
    }

    /// A folder may be there already, but a file of its name may not.
    private String folderFor(String wish) {
        String folder = wish;
        for (int number = 2; files.contains(RelativePath.key(folder)); number++) {
            folder = wish + "-" + number;
        }
        return folder;
    }

    private void take(String path) {
        files.add(RelativePath.key(path));
        takeFolders(path);
    }

    private void takeFolders(String path) {
        String folder = RelativePath.key(RelativePath.folder(path));
        while (!folder.isEmpty() && folders.add(folder)) {
            folder = RelativePath.folder(folder);
        }
    }

    /// A term as a file name: its letters and digits in lower case, with a dash for everything
    /// between them.
    static String slug(String term, String otherwise) {
        String composed = Normalizer.normalize(term, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var slug = new StringBuilder();
        for (int i = 0; i < composed.length() && slug.length() < MAX_SLUG; ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            if (isPart(c)) {
                slug.appendCodePoint(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        String name = Slug.of(slug.toString());
        return name.isEmpty() ? otherwise : name;
    }

    /// Marks belong to letters: many scripts write their vowels with them.
    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
