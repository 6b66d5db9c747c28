package dev.lanescope.reuse;

import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.generated.TemplateSet;
import dev.lanescope.pipeline.output.FileTree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A content folder that is edited at random, in all the ways that have ever confused a build: by
/// hand, by rename, with the old time put back, from page to folder to static file. Most edits
/// change what other pages show: what their links lead to, titles, cascades, templates.
public final class RandomSite {

    private static final List<String> FOLDERS =
            List.of("", "guide", "guide/deep", "blog", "blog/2024", "empty.html", "Guide");
    private static final List<String> STEMS =
            List.of("index", "_index", "readme", "a", "b", "c", "B", "page.html", "2024", "deep");
    private static final List<String> ASSETS =
            List.of("a.html", "guide/a.html", "picture.svg", "guide/b.css", "blog", "x.css", "c");

    private static final List<String> TEMPLATES = List.of("wide", "own", "own", "own", "no-such");

    private static final List<String> GENERATED =
            List.of("term", "term", "terms", "home", "redirect", "posts", "archive", "year");

    private final Path folder;
    private final Random random;

    public RandomSite(Path folder, Random random) throws IOException {
        this.folder = folder;
        this.random = random;
        Files.createDirectories(folder);
        for (int i = 0; i < 12; i++) {
            addPage();
        }
        template();
        write("home.md", "# Home\n"); // never touched: a site has at least one page
    }

    /// Does one edit and says what it was.
    public String edit() throws IOException {
        return switch (random.nextInt(26)) {
            case 0, 1, 2 -> addPage();
            case 3, 4 -> changeBody();
            case 5, 6 -> changeSecretly();
            case 7 -> delete(pick(pages()));
            case 8 -> rename(pick(pages()));
            case 9 -> addAsset();
            case 10 -> delete(pick(assets()));
            case 11 -> template();
            case 12 -> renameFolder();
            case 13 -> touch(pick(pages()));
            case 14 -> deleteFolder();
            case 15, 16, 17 -> retitle(pick(pages()));
            case 18, 19, 20 -> cascade();
            case 21 -> template();
            case 22 -> templateOfGenerated();
            case 23 -> delete(pick(pages()));
            case 24 -> rename(pick(pages()));
            default -> addAsset();
        };
    }

    private String addPage() throws IOException {
        String name =
                pick(FOLDERS) + "/" + pick(STEMS) + (random.nextInt(5) == 0 ? ".markdown" : ".md");
        return write(name.startsWith("/") ? name.substring(1) : name, page());
    }

    /// A page with some of everything that a site looks at, or a broken one.
    private String page() throws IOException {
        if (random.nextInt(15) == 0) {
            return "---\ntitle: [\n---\nbroken\n";
        }
        var text = new StringBuilder("---\n");
        maybe(text, "title: Title " + random.nextInt(5));
        maybe(text, "weight: " + random.nextInt(4));
        maybe(text, "tags: [t" + random.nextInt(3) + ", u]");
        maybe(text, "categories: [c" + random.nextInt(2) + "]");
        maybe(text, "date: 202" + random.nextInt(5) + "-01-0" + (1 + random.nextInt(9)));
        maybe(text, "slug: s" + random.nextInt(3));
        maybe(text, "draft: " + random.nextBoolean());
        maybe(text, "aliases: [/old" + random.nextInt(3) + ", a.html]");
        maybe(text, "description: " + random.nextInt(9));
        if (random.nextInt(5) == 0) {
            text.append("cascade:\n  description: from above ")
                    .append(random.nextInt(3))
                    .append("\n  tags: [v")
                    .append(random.nextInt(3))
                    .append("]\n  template: ")
                    .append(random.nextBoolean() ? "page" : "wide")
                    .append('\n');
        }
        if (random.nextInt(3) == 0) {
            text.append("template: ").append(pick(TEMPLATES)).append('\n');
        }
        text.append("---\n# Heading ").append(random.nextInt(5)).append("\n\n");
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(link()).append("\n\n## Part ").append(random.nextInt(3)).append("\n\n");
        }
        return text.toString();
    }

    private String link() throws IOException {
        String to = pick(STEMS);
        List<String> pages = pages();
        return switch (pages.isEmpty() ? random.nextInt(7) : random.nextInt(11)) {
            case 7, 8, 9 -> "[x](/" + pick(pages) + ")";
            case 10 -> "[[" + pick(pages).replace(".md", "") + "]]";
            case 0 -> "[x](" + to + ".md#part-1)";
            case 1 -> "[x](/" + pick(FOLDERS) + "/" + to + ".md)";
            case 2 -> "[[" + to + "]]";
            case 3 -> "[[Title " + random.nextInt(5) + "]]";
            case 4 -> "![x](/" + pick(ASSETS) + ")";
            case 5 -> "![[" + pick(ASSETS) + "]]";
            default -> "[x](../" + pick(FOLDERS) + "/)";
        };
    }

    private void maybe(StringBuilder text, String line) {
        if (random.nextInt(3) == 0) {
            text.append(line).append('\n');
        }
    }

    private String changeBody() throws IOException {
        String page = pick(pages());
        return write(page, Files.readString(folder.resolve(page)) + "more " + random.nextInt(1000));
    }

    /// Another title, in the front matter and in the heading, and nothing else.
    private String retitle(String page) throws IOException {
        String text = Files.readString(folder.resolve(page));
        String title = "Title " + random.nextInt(5);
        String now =
                text.startsWith("---\ntitle: Title")
                        ? text.replaceFirst("title: Title \\d", "title: " + title)
                        : text.replaceFirst("# Heading \\d", "# Heading " + random.nextInt(5));
        return write(page, now) + " with another title";
    }

    /// An index page that gives the pages of its folder other front matter, and is itself the same.
    private String cascade() throws IOException {
        return write(
                pick(List.of("_index.md", "guide/_index.md", "blog/_index.md")),
                "---\ntitle: Index\ncascade:\n  extra: "
                        + random.nextInt(9)
                        + "\n  template: "
                        + pick(List.of("page", "wide", "own"))
                        + "\n---\n# Index\n");
    }

    /// A change of one letter with the old size and the old time of modification.
    private String changeSecretly() throws IOException {
        String name = pick(random.nextInt(3) == 0 ? all() : pages());
        Path file = folder.resolve(name);
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length == 0) {
            return "nothing";
        }
        int last = bytes.length - 1;
        bytes[last] = bytes[last] == 'x' ? (byte) 'y' : (byte) 'x';
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
        return "secretly " + name;
    }

    private String touch(String name) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.fromMillis(random.nextInt()));
        return "touch " + name;
    }

    private String addAsset() throws IOException {
        return write(pick(ASSETS), "asset " + random.nextInt(1000));
    }

    private String template() throws IOException {
        Path own = folder.resolve("_templates/own.peb");
        if (random.nextInt(6) == 0) {
            return delete("_templates/own.peb");
        }
        Files.createDirectories(own.resolveSibling(""));
        Files.writeString(
                own,
                random.nextInt(9)
                        + "{{ page.title }} {{ page.tags }} {{ page.description }}"
                        + "{{ page.front.extra }}"
                        + "{% for p in pages %}{{ p.title }}{{ p.href }}{{ p.href == page.href }}{% endfor %}"
                        + "{{ next.title }}{{ section.path }}{{ section.count }}{{ top }}{{ body | raw }}");
        return "template";
    }

    /// Another template for files that are made of pages: one of its own, none, one that breaks
    /// every such file, or one that breaks some.
    private String templateOfGenerated() throws IOException {
        String name = "_templates/" + pick(GENERATED) + ".peb";
        String listed =
                "{{ page.title }}{% for p in pages %}{{ p.title }}{% endfor %}"
                        + "{% for t in terms %}{{ t.title }}{% endfor %}";
        return switch (random.nextInt(5)) {
            case 0 -> delete(name);
            case 1, 2 -> write(name, random.nextInt(9) + listed);
            case 3 -> write(name, "{% if %}");
            default ->
                    write(
                            name,
                            "{% if page.title contains \"1\" %}{% include \"no-such\" %}{% endif %}"
                                    + listed);
        };
    }

    private String rename(String name) throws IOException {
        String to = pick(FOLDERS) + "/" + pick(STEMS) + ".md";
        String target = to.startsWith("/") ? to.substring(1) : to;
        if (name.equals("home.md") || !makeWay(target)) {
            return "nothing";
        }
        Files.move(folder.resolve(name), folder.resolve(target));
        return "rename " + name + " to " + target;
    }

    private String renameFolder() throws IOException {
        String from = pick(FOLDERS);
        String to = pick(List.of("guide", "blog", "other", "blog/2024"));
        if (from.isEmpty()
                || to.startsWith(from)
                || !Files.isDirectory(folder.resolve(from))
                || !makeWay(to)) {
            return "nothing";
        }
        Files.move(folder.resolve(from), folder.resolve(to));
        return "rename folder " + from + " to " + to;
    }

    private String deleteFolder() throws IOException {
        String name = pick(FOLDERS);
        if (name.isEmpty() || random.nextInt(3) > 0 || !Files.isDirectory(folder.resolve(name))) {
            return "nothing";
        }
        FileTree.delete(folder.resolve(name));
        return "delete folder " + name;
    }

    private String delete(String name) throws IOException {
        if (name.equals("home.md")) {
            return "nothing";
        }
        Files.deleteIfExists(folder.resolve(name));
        return "delete " + name;
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        if (Files.isDirectory(file) || !makeFolders(file)) {
            return "nothing";
        }
        Files.writeString(file, text);
        return "write " + name;
    }

    /// Whether nothing is in the way of a file or folder of this name.
    private boolean makeWay(String name) throws IOException {
        return Files.notExists(folder.resolve(name)) && makeFolders(folder.resolve(name));
    }

    private boolean makeFolders(Path file) throws IOException {
        Path above = folder;
        for (Path part : folder.relativize(file.resolveSibling(""))) {
            above = above.resolve(part);
            if (Files.isRegularFile(above)) {
                return false;
            }
        }
        Files.createDirectories(above);
        return true;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private List<String> pages() throws IOException {
        return all().stream().filter(name -> name.endsWith(".md")).toList();
    }

    private List<String> assets() throws IOException {
        List<String> assets = new ArrayList<>(all());
        assets.removeIf(name -> name.endsWith(".md") && !name.equals("home.md"));
        return assets;
    }

    private List<String> all() throws IOException {
        return files(folder);
    }

    /// All files of a folder, sorted. Settings with either of the built-in sets of templates.
    public static RenderSettings settings(Random random) {
        TemplateSet[] sets = TemplateSet.values();
        return RenderSettings.STANDARD.with(sets[random.nextInt(sets.length)]);
    }

    public static List<String> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
