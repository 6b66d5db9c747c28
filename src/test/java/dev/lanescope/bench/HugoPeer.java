package dev.lanescope.bench;

import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunResult;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A whole process of Hugo against a rebuild of everything in a warm Lanescope, in turn, over the
/// same pages: a copy in which the braces of shortcodes are broken up, so that Hugo takes them for
/// text. Hugo's layout is made here and shows about what ours does: navigation of the section,
/// table of contents, neighbours. Needs `hugo` on the path (Debian: `apt install hugo`).
///
/// `mvn -q test-compile exec:exec@hugo-bench -Dlanescope.bench.content=FOLDER
/// -Dlanescope.bench.rounds=20 -Dlanescope.bench.output=/dev/shm`
final class HugoPeer {

    private static final String CONFIG =
            """
            baseURL = "https://example.org/"
            disableKinds = ["taxonomy", "term", "sitemap", "robotsTXT", "404"]
            timeout = "600s"
            [outputs]
            home = ["HTML"]
            section = ["HTML"]
            [markup.goldmark.renderer]
            unsafe = true
            """;

    private static final String LAYOUT =
            """
            <!doctype html>
            <html><head><meta charset="utf-8"><title>{{ .Title }} - {{ .Site.Title }}</title></head>
            <body><nav><ul>
            {{ range first 40 .CurrentSection.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
            {{ end }}</ul></nav>
            <main><h1>{{ .Title }}</h1>{{ .Content }}</main>
            <nav>{{ .TableOfContents }}</nav>
            <nav>{{ with .Prev }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
            {{ with .Next }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
            </body></html>
            """;

    private HugoPeer() {}

    public static void main(String[] args) throws Exception {
        Optional<Path> hugo = onPath("hugo");
        if (hugo.isEmpty()) {
            System.out.println(
                    "SKIPPED: there is no `hugo` on the path; install it and try again.");
            return;
        }
        for (Path content : Sites.folders()) {
            Path place = Sites.newOutput();
            try {
                measure(hugo.get(), content, place);
            } finally {
                Sites.delete(place);
            }
        }
    }

    private static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void measure(Path hugo, Path content, Path place) throws Exception {
        Path pages = place.resolve("hugo/content");
        copyWithoutShortcodes(content, pages);
        Path layouts = Files.createDirectories(place.resolve("hugo/layouts/_default"));
        Files.writeString(layouts.resolve("single.html"), LAYOUT);
        Files.writeString(layouts.resolve("list.html"), LAYOUT);
        Files.writeString(place.resolve("hugo/config.toml"), CONFIG);
        Site site = Sites.scan(pages);
        var model = Models.byId("fixed-pool").orElseThrow();
        var experiment = new Experiment(site, place.resolve("site"), model, 2);
        List<Rounds.Measurement> things =
                List.of(
                        () -> hugo(hugo, place),
                        () -> hugo(hugo, place),
                        () -> rebuild(experiment),
                        () -> renderOnly(experiment));
        double atMost = Double.parseDouble(System.getProperty("lanescope.bench.warmup", "120"));
        WarmUp.Outcome warm = WarmUp.until(atMost, List.of(() -> rebuild(experiment)));
        int rounds = Integer.getInteger("lanescope.bench.rounds", 20);
        Rounds taken = Rounds.take(rounds, things);
        System.out.printf("%s, %d pages, %s%n", content, site.pages().size(), warm);
        print("Hugo's whole process", taken, 0);
        print("our rebuild: prepare, render, read back", taken, 2);
        print("our rendering alone", taken, 3);
        System.out.println("  Hugo over Hugo:            " + taken.ratio(1, 0, Cost::wallSeconds));
        System.out.println("  Hugo over our rebuild:     " + taken.ratio(0, 2, Cost::wallSeconds));
        System.out.println("  Hugo over our rendering:   " + taken.ratio(0, 3, Cost::wallSeconds));
    }

    private static void print(String what, Rounds taken, int thing) {
        System.out.printf(
                Locale.ROOT,
                "  %-40s %s s%n",
                what,
                taken.figure(thing, Cost::wallSeconds).withQuartiles("%.3f"));
    }

    private static Cost rebuild(Experiment experiment) throws Exception {
        long begun = System.nanoTime();
        new Run(experiment).carryOut();
        return new Cost((System.nanoTime() - begun) / 1e9, 0);
    }

    private static Cost renderOnly(Experiment experiment) throws Exception {
        RunResult result = new Run(experiment).carryOut();
        return new Cost(result.phases().renderNanos() / 1e9, 0);
    }

    private static Cost hugo(Path hugo, Path place) throws IOException, InterruptedException {
        Path output = place.resolve("public");
        if (Files.exists(output)) {
            Sites.delete(output);
        }
        var builder =
                new ProcessBuilder(
                        hugo.toString(),
                        "--source",
                        place.resolve("hugo").toString(),
                        "--destination",
                        output.toString(),
                        "--cacheDir",
                        place.resolve("cache").toString());
        Path log = place.resolve("hugo.log");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        long begun = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("Hugo failed: " + Files.readString(log));
        }
        return new Cost((System.nanoTime() - begun) / 1e9, 0);
    }

    private static void copyWithoutShortcodes(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".md")) {
                    String text = Files.readString(file, StandardCharsets.UTF_8);
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.writeString(copy, text.replace("{{", "{ {").replace("{%", "{ %"));
                }
            }
        }
    }
}
