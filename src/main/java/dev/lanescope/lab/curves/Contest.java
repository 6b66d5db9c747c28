package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.lab.Subject;
import dev.lanescope.recording.Workspace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Workers of one kind against one worker in this heap, over pages that cost more and more CPU
/// time: where the ratio passes 1, workers begin to pay.
public enum Contest implements Row {
    ISOLATED_RECORDS("isolated", Route.ISOLATED_RECORDS, Transport.RECORDS, 1),
    PROCESS_RECORDS("processes", Route.PROCESS_RECORDS, Transport.RECORDS, 1),
    PROCESS_SHARED_MEMORY("processes", Route.PROCESS_SHARED_MEMORY, Transport.SHARED_MEMORY, 1),
    PROCESS_BATCHES("processes", Route.PROCESS_RECORDS, Transport.RECORDS, Knobs.STANDARD.batch());

    /// How big a page of these is.
    public static final int PAYLOAD = 16_000;

    /// How many workers try it.
    public static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);

    private static final List<Integer> PAGE_NANOS =
            List.of(2_000, 8_000, 32_000, 128_000, 512_000, 2_048_000);

    private static final int TIMES = 3;
    private static final long ABOUT_NANOS = 60_000_000; // one pass of one worker

    private final String model;
    private final Route route;
    private final Transport transport;
    private final int batch;

    Contest(String model, Route route, Transport transport, int batch) {
        this.model = model;
        this.route = route;
        this.transport = transport;
        this.batch = batch;
    }

    /// The way on which its pages go.
    public Route route() {
        return route;
    }

    /// How many pages cross at once.
    public int batch() {
        return batch;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public String title() {
        return route.title() + (batch == 1 ? "" : ", " + batch + " at once");
    }

    @Override
    public String sentence() {
        return WORKERS
                + " workers of the model "
                + model
                + ", "
                + (batch == 1 ? "each page by itself" : batch + " pages at once")
                + ", "
                + transport.words()
                + ", against one worker of the model sequential.";
    }

    @Override
    public Optional<String> refusal() {
        return Runtime.getRuntime().availableProcessors() > 1
                ? Optional.empty()
                : Optional.of("There is one processor only, so no second worker can pay.");
    }

    @Override
    public Curve measure(Place place) throws Exception {
        NavigableMap<Integer, List<Double>> points = new TreeMap<>();
        Duration warmUp = place.warmUp().dividedBy(PAGE_NANOS.size());
        for (int pageNanos : PAGE_NANOS) {
            points.put(pageNanos, ratios(pageNanos, warmUp));
        }
        return new Curve(points);
    }

    private List<Double> ratios(int pageNanos, Duration warmUp) throws Exception {
        int pages = Math.clamp(ABOUT_NANOS / pageNanos, 64, 1_000);
        List<byte[]> items = Collections.nCopies(pages, PingPong.payload(PAYLOAD));
        Knobs knobs = Knobs.STANDARD.with(transport).withBatch(batch);
        List<Double> ratios = new ArrayList<>();
        try (Crew<byte[], byte[]> one = hire("sequential", pageNanos, 1, Knobs.STANDARD);
                Crew<byte[], byte[]> many = hire(model, pageNanos, WORKERS, knobs)) {
            long begun = System.nanoTime();
            do {
                nanos(one, items);
                nanos(many, items);
            } while (System.nanoTime() - begun < warmUp.toNanos());
            for (int time = 0; time < TIMES; time++) {
                boolean oneFirst = time % 2 == 0;
                double before = nanos(oneFirst ? one : many, items);
                double after = nanos(oneFirst ? many : one, items);
                ratios.add(oneFirst ? before / after : after / before);
            }
        }
        Subject.endInterpreters();
        return ratios;
    }

    private static Crew<byte[], byte[]> hire(String id, int pageNanos, int workers, Knobs knobs)
            throws Exception {
        ConcurrencyModel model = Models.byId(id).orElseThrow();
        var orders = new Orders(workers, knobs, Optional.of(Workspace.root()));
        return model.hire(new Echo(pageNanos), orders, Observer.nobody(), new StopSignal());
    }

    private static double nanos(Crew<byte[], byte[]> crew, List<byte[]> items) throws Exception {
        long begun = System.nanoTime();
        Subject.perform(crew, items);
        return System.nanoTime() - begun;
    }
}
