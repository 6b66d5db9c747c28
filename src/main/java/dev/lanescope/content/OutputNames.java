package dev.lanescope.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Gives every page an output of its own. Names that differ only in case count as the same, because
/// on some machines they are; static files and folders keep their names, and pages make way for
/// them. Whoever comes second gets `-2` after its name, the next `-3`.
final class OutputNames {

    private final Set<String> taken = new HashSet<>();

    private OutputNames() {}

    /// The output of every page, by source.
    static Map<String, String> of(Collection<FoundPage> pages, Collection<String> assets) {
        var names = new OutputNames();
        assets.forEach(names::reserve);
        pages.forEach(page -> names.reserveFolders(page.source()));
        Map<String, String> outputs = HashMap.newHashMap(pages.size());
        List<FoundPage> late = new ArrayList<>();
        for (FoundPage page : pages.stream().sorted(FoundPage.CLAIMS).toList()) {
            String output = page.wish() + ".html";
            if (names.claim(output)) {
                outputs.put(page.source(), output);
            } else {
                late.add(page);
            }
        }
        for (FoundPage page : late) {
            int number = 2;
            while (!names.claim(page.wish() + "-" + number + ".html")) {
                number++;
            }
            outputs.put(page.source(), page.wish() + "-" + number + ".html");
        }
        return outputs;
    }

    private boolean claim(String output) {
        return taken.add(output.toLowerCase(Locale.ROOT));
    }

    private void reserve(String path) {
        taken.add(path.toLowerCase(Locale.ROOT));
        reserveFolders(path);
    }

    private void reserveFolders(String path) {
        String folder = RelativePath.folder(path);
        while (!folder.isEmpty() && taken.add(folder.toLowerCase(Locale.ROOT))) {
            folder = RelativePath.folder(folder);
        }
    }
}
