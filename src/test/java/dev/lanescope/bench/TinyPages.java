package dev.lanescope.bench;

import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.RunResult;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Whether a tiny page costs more in a big site than in a small one: 1,000 and 38,000 pages of the
/// same shape, with as many pages a section and as deep, in turn, in one process. The small site is
/// rendered as often as it takes to make as many pages.
///
/// `mvn -q test-compile exec:exec@tiny-bench -Dlanescope.bench.rounds=5
/// -Dlanescope.bench.output=/dev/shm`
final class TinyPages {

    private static final int FEW = 1_000;
    private static final int TIMES = 38;
    private static final int PAGES_A_SECTION = 25;

    private final Path place;
    private final Path few;
    private final Path many;

    private TinyPages(Path place) throws IOException {
        this.place = place;
        few = write(place.resolve("few"), FEW);
        many = write(place.resolve("many"), FEW * TIMES);
    }

    public static void main(String[] args) throws Exception {
        Path place = Sites.newOutput();
        try {
            new TinyPages(place).measure();
        } finally {
            Sites.delete(place);
        }
    }

    private static Path write(Path folder, int pages) throws IOException {
        for (int page = 0; page < pages; page++) {
            Path section = folder.resolve("section-" + (page / PAGES_A_SECTION));
            if (page % PAGES_A_SECTION == 0) {
                Files.createDirectories(section);
            }
            int next = page % PAGES_A_SECTION == PAGES_A_SECTION - 1 ? page : page + 1;
            Files.writeString(
                    section.resolve("page-" + page + ".md"),
                    "---\ntitle: Page "
                            + page
                            + "\n---\n\nA tiny page with a [link](page-"
                            + next
                            + ".md) and *little* else.\n");
        }
        return folder;
    }

    private void measure() throws Exception {
        parts("warm-up", Rounds.take(1, things()));
        parts("measured", Rounds.take(Integer.getInteger("lanescope.bench.rounds", 20), things()));
    }

    /// The parts of the small site, the same again, and those of the big one.
    private List<Rounds.Measurement> things() {
        return List.of(
                () -> times(TIMES, () -> scan(few)),
                () -> times(TIMES, () -> scan(few)),
                () -> scan(many),
                () -> times(TIMES, () -> render(few)),
                () -> times(TIMES, () -> render(few)),
                () -> render(many),
                () -> times(TIMES, () -> run(few)),
                () -> times(TIMES, () -> run(few)),
                () -> run(many));
    }

    private static void parts(String when, Rounds taken) {
        System.out.printf(
                Locale.ROOT,
                "%s: a page of %,d over a page of %,d, JDK %s, compiler: %s%n",
                when,
                FEW * TIMES,
                FEW,
                Runtime.version(),
                CompilerTime.says());
        part(taken, "scan", 0);
        part(taken, "rendering", 3);
        part(taken, "whole run", 6);
    }

    private static void part(Rounds taken, String what, int thing) {
        System.out.printf(
                Locale.ROOT,
                "  %s: %s and %s us a page%n",
                what,
                taken.figure(thing, TinyPages::microsAPage).withQuartiles("%.1f"),
                taken.figure(thing + 2, TinyPages::microsAPage).withQuartiles("%.1f"));
        System.out.println(
                "    few over few:  " + taken.ratio(thing + 1, thing, TinyPages::microsAPage));
        System.out.println(
                "    many over few: " + taken.ratio(thing + 2, thing, TinyPages::microsAPage));
        System.out.println("      CPU:         " + taken.ratio(thing + 2, thing, Cost::cpuSeconds));
        System.out.println(
                "      allocated:   " + taken.ratio(thing + 2, thing, Cost::allocatedBytes));
    }

    private static double microsAPage(Cost cost) {
        return cost.wallSeconds() * 1e6 / (FEW * TIMES);
    }

    private static Cost times(int times, Rounds.Measurement pass) throws Exception {
        Cost sum = pass.take();
        for (int i = 1; i < times; i++) {
            sum = sum.plus(pass.take());
        }
        return sum;
    }

    private static Cost scan(Path content) throws Exception {
        Meter.Reading begun = Meter.Reading.now();
        Sites.scan(content);
        return Meter.Reading.now().since(begun);
    }

    /// The stages of all pages, and the files made of them, by the bare loop.
    private Cost render(Path content) throws Exception {
        Site site = Sites.scan(content);
        var output = BareLoop.prepare(place.resolve("site"), site);
        Meter.Reading begun = Meter.Reading.now();
        BareLoop.render(site, output, 2);
        return Meter.Reading.now().since(begun);
    }

    /// With what comes before and after: the folder is made ready, and everything is read back.
    private Cost run(Path content) throws Exception {
        Site site = Sites.scan(content);
        var model = Models.byId("fixed-pool").orElseThrow();
        Meter.Reading begun = Meter.Reading.now();
        RunResult result =
                new Run(new Experiment(site, place.resolve("site"), model, 2)).carryOut();
        if (!result.failures().isEmpty()) {
            throw new IllegalStateException("failed: " + result.failures().getFirst());
        }
        return Meter.Reading.now().since(begun);
    }
}
