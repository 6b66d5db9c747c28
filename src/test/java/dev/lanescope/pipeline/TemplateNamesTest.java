package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.pipeline.generated.BaseUrl;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Gatherer;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.GeneratedPages;
import dev.lanescope.pipeline.generated.TemplateSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What `docs/templates.md` promises to templates is what they are given, neither less nor more.
class TemplateNamesTest {

    private static final String EVERY = "every template";
    private static final Pattern NAME = Pattern.compile("`([a-zA-Z]+)`");

    @TempDir Path folder;

    /// By template: the names, and for each what it holds.
    private final Map<String, Map<String, Set<String>>> given = new TreeMap<>();

    private final Map<String, Map<String, Set<String>>> told = new TreeMap<>();

    @Test
    void the_names_that_are_told_are_those_that_are_given() throws Exception {
        readTheDocs();
        for (TemplateSet set : TemplateSet.values()) {
            collect(set, site("with-" + set.id(), "").with("index.md", "home"));
            collect(set, site("without-" + set.id(), "\ndate: 2025-01-02"));
            collect(set, site("undated-" + set.id(), ""));
        }
        Map<String, Set<String>> everywhere = told.getOrDefault(EVERY, Map.of());
        assertThat(given.keySet())
                .containsExactlyInAnyOrder(
                        "page", "home", "posts", "archive", "year", "terms", "term", "redirect");
        given.forEach((template, names) -> {
            Map<String, Set<String>> own = told.getOrDefault(template, Map.of());
            Set<String> all = new TreeSet<>(everywhere.keySet());
            all.addAll(own.keySet());
            assertThat(names.keySet()).as(template).isEqualTo(all);
            names.forEach((name, keys) -> {
                Set<String> known = new TreeSet<>(everywhere.getOrDefault(name, Set.of()));
                known.addAll(own.getOrDefault(name, Set.of()));
                assertThat(known).as("%s in %s", name, template).containsAll(keys);
            });
        });
    }

    private SmallSite site(String name, String more) throws Exception {
        Path place = Files.createDirectory(folder.resolve(name));
        return new SmallSite(place)
                .with("guide/index.md", "---\ntags: [x]\ncategories: [y]" + more + "\n---\n## A\n")
                .with("guide/a.md", "---\naliases: [old.html]" + more + "\n---\n")
                .with("guide/deep/b.md", "")
                .with("bare/c.md", "");
    }

    private void collect(TemplateSet set, SmallSite small) throws Exception {
        RenderSettings settings =
                RenderSettings.STANDARD.with(set).with(BaseUrl.of("https://example.org"));
        TransformedSite site = TransformedSite.of(small, settings);
        GeneratedPages pages = settings.generated(site.site());
        var templates = new PageTemplates(site.site(), settings, pages, null);
        for (Draft draft : site.drafts()) {
            collect("page", templates.model(draft, "text"));
        }
        Digests digests =
                Digests.of(site.left().stream().map(left -> left.digest().words()).toList());
        for (Generated file : pages.all()) {
            if (file.template().isPresent()) {
                Map<String, Object> gathered = new Gatherer(pages).model(file, digests);
                collect(file.template().get(), templates.model(file, gathered));
            }
        }
    }

    private void collect(String template, Map<String, Object> model) {
        Map<String, Set<String>> names = given.computeIfAbsent(template, _ -> new TreeMap<>());
        model.forEach((name, value) ->
                names.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(keys(value)));
    }

    private static Set<String> keys(Object value) {
        Set<String> keys = new TreeSet<>();
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> keys.add(String.valueOf(key)));
        } else if (value instanceof Collection<?> list) {
            list.forEach(one -> keys.addAll(keys(one)));
        }
        return keys;
    }

    private void readTheDocs() throws Exception {
        List<String> templates = List.of();
        for (String line : Files.readAllLines(Path.of("docs/templates.md"))) {
            if (line.startsWith("## ")) {
                templates = line.endsWith(EVERY) ? List.of(EVERY) : names(line);
            } else if (line.startsWith("| `")) {
                int end = line.indexOf('|', 1);
                for (String template : templates) {
                    for (String name : names(line.substring(0, end))) {
                        told.computeIfAbsent(template, _ -> new HashMap<>())
                                .computeIfAbsent(name, _ -> new TreeSet<>())
                                .addAll(names(line.substring(end)));
                    }
                }
            }
        }
    }

    private static List<String> names(String line) {
        return NAME.matcher(line).results().map(found -> found.group(1)).toList();
    }
}
