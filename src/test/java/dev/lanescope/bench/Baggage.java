package dev.lanescope.bench;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.processes.wire.Bytes;
import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.lab.curves.LinearFit;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.recording.RenderItem;
import dev.lanescope.recording.RenderResult;
import dev.lanescope.recording.RenderWorkload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a page drags along when it is serialised, in our forms and by Java serialization: alone,
/// with what it needs, with a reference back to its site, with references to its neighbours; and
/// sites of 100, 2,000 and 10,000 pages. Bytes over pages as a line with its R2. Also which of our
/// classes Java serialization can take.
///
/// `mvn -q test-compile exec:exec@baggage-bench -Dlanescope.bench.rounds=20`
final class Baggage {

    private static final List<Integer> SIZES = List.of(100, 2_000, 10_000);

    /// More sizes, of which bytes alone are counted, for a line through all.
    private static final List<Integer> BETWEEN = List.of(500, 1_000, 5_000);

    private static final int PAGES_A_SECTION = 50;
    private static final int TEXT_BYTES = 5_200;
    private static final double LEAST_SAMPLE_NANOS = 2e6;
    private static final double WARM_UP_NANOS = 5e8;

    /// Something that can be written and read again.
    interface Form {
        byte[] write() throws IOException;

        Object read(byte[] bytes) throws IOException, ClassNotFoundException;
    }

    private static final Map<String, List<LinearFit.Point>> BYTES = new LinkedHashMap<>();

    @SuppressWarnings("unused") // what is made must seem to be of use
    private static volatile Object sink = "";

    private Baggage() {}

    public static void main(String[] args) throws Exception {
        Path place = Sites.newOutput();
        try {
            System.out.printf(
                    Locale.ROOT,
                    "JDK %s, %d rounds; bytes, and microseconds out and in: median (quartiles)%n",
                    Runtime.version(),
                    rounds());
            for (int size : SIZES) {
                Site site = Sites.scan(write(place.resolve("site-" + size), size));
                tables(site, place.resolve("output-" + size));
                count(site);
            }
            for (int size : BETWEEN) {
                count(Sites.scan(write(place.resolve("site-" + size), size)));
            }
            lines();
        } finally {
            Sites.delete(place);
        }
    }

    private static void count(Site site) throws Exception {
        Luggage luggage = Luggage.of(site);
        add("ours: the site, once to each child", site, site(site));
        add("Java: the whole site", site, java(luggage.alone()));
        add("Java: a page with its site", site, java(luggage.resident()));
    }

    private static void add(String what, Site site, Form form) throws Exception {
        BYTES.computeIfAbsent(what, _ -> new ArrayList<>())
                .add(new LinearFit.Point(site.pages().size(), form.write().length));
    }

    private static void lines() {
        System.out.printf("%nBytes over pages: the line nearest to %s%n", sizes());
        BYTES.forEach((what, points) ->
                System.out.printf(
                        "  %-36s %s%n", what, LinearFit.of(points).orElseThrow().bytesFor("page")));
    }

    private static String sizes() {
        return Stream.of(SIZES, BETWEEN)
                        .flatMap(List::stream)
                        .sorted()
                        .map(size -> String.format(Locale.ROOT, "%,d", size))
                        .collect(Collectors.joining(", "))
                + " pages";
    }

    private static int rounds() {
        return Integer.getInteger("lanescope.bench.rounds", 20);
    }

    private static void tables(Site site, Path output) throws Exception {
        System.out.printf(Locale.ROOT, "%n%,d pages%n", site.pages().size());
        var work =
                new RenderWorkload(site, BareLoop.prepare(output, site), RenderSettings.STANDARD);
        Page page = site.pages().get(site.pages().size() / 2);
        RenderItem item = new RenderItem.OfContent(page);
        row("ours: a page, as its number", ours(item, work.itemForm()));
        row("ours: what comes back of it", ours(result(work, item), work.resultForm()));
        row("ours: the site, once to each child", site(site));
        Luggage luggage = Luggage.of(site);
        row("Java: a page alone", java(luggage.page()));
        row("Java: a page and what it needs", java(luggage.withNeeds()));
        row("Java: a page with its site", java(luggage.resident()));
        row("Java: a page with its neighbours", java(luggage.link()));
        row("Java: the whole site", java(luggage.alone()));
        if (site.pages().size() == SIZES.getFirst()) {
            System.out.printf("%nWhat Java serialization says to our own classes%n");
            System.out.println(SerializationAudit.of("Site", site));
            System.out.println(SerializationAudit.of("Page", page));
            System.out.println(
                    SerializationAudit.of("the bytes of an item", Bytes.of(item, work.itemForm())));
        }
    }

    private static RenderResult result(RenderWorkload work, RenderItem item) throws Exception {
        var outcome =
                Models.byId("sequential")
                        .orElseThrow()
                        .run(work, List.of(item), Orders.of(1), Observer.nobody(), new StopSignal())
                        .getFirst();
        if (outcome instanceof Outcome.Done<RenderResult>(RenderResult result)) {
            return result;
        }
        throw new IllegalStateException("a page that does not come out: " + outcome);
    }

    private static <T> Form ours(T thing, ByteForm<T> form) {
        return new Form() {
            @Override
            public byte[] write() throws IOException {
                return Bytes.of(thing, form).toArray();
            }

            @Override
            public Object read(byte[] bytes) throws IOException {
                return Bytes.copyOf(bytes).read(form);
            }
        };
    }

    private static Form site(Site site) {
        return new Form() {
            @Override
            public byte[] write() {
                return site.toBytes();
            }

            @Override
            public Object read(byte[] bytes) throws IOException {
                return Site.fromBytes(bytes);
            }
        };
    }

    static Form java(Object thing) {
        return new Form() {
            @Override
            public byte[] write() throws IOException {
                var bytes = new ByteArrayOutputStream();
                try (var out = new ObjectOutputStream(bytes)) {
                    out.writeObject(thing);
                }
                return bytes.toByteArray();
            }

            @Override
            public Object read(byte[] bytes) throws IOException, ClassNotFoundException {
                try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
                    return in.readObject();
                }
            }
        };
    }

    private static void row(String what, Form form) throws Exception {
        byte[] bytes;
        try {
            bytes = form.write();
            form.read(bytes);
        } catch (StackOverflowError _) {
            System.out.printf("  %-36s StackOverflowError%n", what);
            return;
        }
        Step out = form::write;
        Step in = () -> form.read(bytes);
        micros(out, WARM_UP_NANOS);
        micros(in, WARM_UP_NANOS);
        List<Double> outs = new ArrayList<>();
        List<Double> ins = new ArrayList<>();
        for (int round = 0; round < rounds(); round++) {
            outs.add(micros(out, LEAST_SAMPLE_NANOS));
            ins.add(micros(in, LEAST_SAMPLE_NANOS));
        }
        System.out.printf(
                Locale.ROOT,
                "  %-36s %,12d   out %-32s in %s%n",
                what,
                bytes.length,
                spread(outs).withQuartiles("%,.2f"),
                spread(ins).withQuartiles("%,.2f"));
    }

    private static Spread spread(List<Double> figures) {
        return new Spread(figures.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private interface Step {
        Object take() throws Exception;
    }

    /// The mean of as many times as fit into a while; at least one.
    private static double micros(Step step, double leastNanos) throws Exception {
        long begun = System.nanoTime();
        long times = 0;
        long nanos;
        do {
            sink = step.take();
            times++;
            nanos = System.nanoTime() - begun;
        } while (nanos < leastNanos);
        return nanos / 1e3 / times;
    }

    private static Path write(Path folder, int pages) throws IOException {
        for (int page = 0; page < pages; page++) {
            Path section = folder.resolve("section-" + page / PAGES_A_SECTION);
            Files.createDirectories(section);
            var text = new StringBuilder("---\ntitle: Page " + page + "\ntags: [one, two]\n---\n");
            for (int line = 0; text.length() < TEXT_BYTES; line++) {
                text.append("Line ").append(line).append(" of page ").append(page);
                text.append(" has *some* words and a `name`.\n\n");
            }
            Files.writeString(section.resolve("page-" + page + ".md"), text);
        }
        return folder;
    }
}
