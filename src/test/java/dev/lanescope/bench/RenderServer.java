package dev.lanescope.bench;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.PageRenderer;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.output.OutputFolder;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A long-running process that renders on request: a line on its input says for how many seconds
/// and with how many threads, and a line on its output says how many pages came out and how much of
/// one core its compiler used. It goes round and round its share of the pages, so that every window
/// of time meets all of them.
final class RenderServer {

    private final List<Page> pages = new ArrayList<>();
    private final List<PageRenderer> renderers = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    private RenderServer(Site site, OutputFolder output, int share, int shares) {
        for (Page page : site.pages()) {
            if (page.id() % shares == share) {
                pages.add(page);
            }
        }
        for (int thread = 0; thread < 2; thread++) {
            renderers.add(new PageRenderer(site, output, RenderSettings.STANDARD));
        }
    }

    /// Serves until its input ends.
    ///
    /// @param args content folder, output folder, which share of the pages, of how many shares
    public static void main(String[] args) throws Exception {
        Site site = Sites.scan(Path.of(args[0]));
        OutputFolder output = BareLoop.prepare(Path.of(args[1]), site);
        var server =
                new RenderServer(
                        site, output, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", 2);
                double seconds = Double.parseDouble(words[0]);
                System.out.println(server.window(threads, seconds, Integer.parseInt(words[1])));
            }
        }
    }

    private String window(ExecutorService pool, double seconds, int threads) throws Exception {
        double compiler = CompilerTime.seconds();
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        var tasks = new ArrayList<Callable<Integer>>();
        for (int thread = 0; thread < threads; thread++) {
            PageRenderer renderer = renderers.get(thread);
            tasks.add(() -> renderUntil(end, renderer));
        }
        int done = 0;
        for (Future<Integer> task : pool.invokeAll(tasks)) {
            done += task.get();
        }
        double took = (System.nanoTime() - begun) / 1e9;
        double share = (CompilerTime.seconds() - compiler) / took;
        return String.format(Locale.ROOT, "%.6f %.6f", done / took, share);
    }

    private int renderUntil(long end, PageRenderer renderer) throws Exception {
        int done = 0;
        while (System.nanoTime() < end) {
            int turn = Math.floorMod(next.getAndIncrement(), pages.size());
            BareLoop.renderPage(renderer, pages.get(turn));
            done++;
        }
        return done;
    }
}
