package dev.lanescope.bench;

import dev.lanescope.content.Page;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.preview.FolderWatch;
import dev.lanescope.preview.LiveSite;
import dev.lanescope.preview.Preview;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/// How long it takes from a save to the new bytes on the disk, as somebody sees it who writes pages
/// while `lanescope serve` is running: a page is written beside its place and renamed over it, and
/// the clock stops when the HTML file holds the new word.
///
/// `mvn -q test-compile exec:exec@save-bench` over the sample content; with
/// `-Dlanescope.bench.content=FOLDER -Dlanescope.bench.saves=100` over another. The content is
/// copied to a folder below `-Dlanescope.bench.output=FOLDER` first.
final class SaveLatency {

    private static final int WARM_UP = 40;

    private SaveLatency() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(System.getProperty("lanescope.bench.content", "sample-content"));
        int saves = Integer.getInteger("lanescope.bench.saves", 100);
        Path home =
                Files.createTempDirectory(
                        Path.of(System.getProperty("lanescope.bench.output")), "lanescope-save");
        try {
            Path content = home.resolve("content");
            copy(folder, content);
            try (var watch = new FolderWatch(content)) {
                measure(content, home.resolve("site"), watch, saves);
            }
        } finally {
            delete(home);
        }
    }

    private static void measure(Path content, Path output, FolderWatch watch, int saves)
            throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        var site =
                new LiveSite(
                        content, output, RenderSettings.STANDARD, ScanSettings.STANDARD, cores);
        var preview = new Preview(watch, site, _ -> {});
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        preview.run();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
        List<Page> pages = site.site().pages();
        var random = new Random(7);
        long[] body = new long[saves];
        for (int i = -WARM_UP; i < saves; i++) {
            Page page = pages.get(random.nextInt(pages.size()));
            long nanos = save(content, output, page, "zebra" + random.nextLong(1L << 60));
            if (i >= 0) {
                body[i] = nanos;
            }
        }
        Arrays.sort(body);
        System.out.printf(
                Locale.ROOT,
                "%d pages, %d saves of one page each, JDK %s, %d cores%n"
                        + "save to bytes on disk: median %.1f ms, 90 %% %.1f ms, 99 %% %.1f ms, most"
                        + " %.1f ms%n",
                pages.size(),
                saves,
                Runtime.version(),
                cores,
                millis(body, 0.5),
                millis(body, 0.9),
                millis(body, 0.99),
                millis(body, 1));
    }

    private static double millis(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1e6;
    }

    private static long save(Path content, Path output, Page page, String word) throws Exception {
        Path file = content.resolve(page.source());
        Path html = output.resolve(page.output());
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".tmp");
        byte[] before = Files.readAllBytes(file);
        byte[] more = ("\n\n" + word + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] text = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, text, before.length, more.length);
        long start = System.nanoTime();
        Files.write(unfinished, text, StandardOpenOption.CREATE);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        while (!contains(html, word)) {
            Thread.onSpinWait();
            if (System.nanoTime() - start > 20_000_000_000L) {
                throw new IllegalStateException(page.source() + " was not rendered in 20 s");
            }
        }
        return System.nanoTime() - start;
    }

    private static boolean contains(Path html, String word) throws Exception {
        try {
            return new String(Files.readAllBytes(html), StandardCharsets.ISO_8859_1).contains(word);
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
