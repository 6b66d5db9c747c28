package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.isolated.InterpreterPoolExecutor;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.lab.CostException;
import dev.lanescope.lab.Subject;
import dev.lanescope.recording.Workspace;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/// Bytes go to one worker and come back, one payload at a time, as big as is said. The worker is
/// idle in between, so the time to wake it is in it, as it is where a page crosses alone.
final class PingPong {

    static final List<Integer> SIZES = List.of(1_000, 4_000, 16_000, 64_000, 256_000, 1_000_000);

    private static final int MOST_TRIPS = 400;
    private static final int LEAST_TRIPS = 20;
    private static final long MOST_NANOS = 600_000_000;

    /// A way there and back.
    interface Trip extends AutoCloseable {

        byte[] take(byte[] payload) throws Exception;

        @Override
        void close();
    }

    private PingPong() {}

    static Curve measure(Trip trip, Duration warmUp) throws Exception {
        long begun = System.nanoTime();
        do {
            for (int size : SIZES) {
                byte[] payload = payload(size);
                if (!Arrays.equals(payload, trip.take(payload))) {
                    throw new CostException("other bytes came back than were sent");
                }
            }
        } while (System.nanoTime() - begun < warmUp.toNanos());
        NavigableMap<Integer, List<Double>> points = new TreeMap<>();
        for (int size : SIZES) {
            points.put(size, trips(trip, payload(size)));
        }
        return new Curve(points);
    }

    private static List<Double> trips(Trip trip, byte[] payload) throws Exception {
        List<Double> samples = new ArrayList<>();
        long begun = System.nanoTime();
        long now = begun;
        while (samples.size() < MOST_TRIPS
                && (samples.size() < LEAST_TRIPS || now - begun < MOST_NANOS)) {
            long from = System.nanoTime();
            trip.take(payload);
            now = System.nanoTime();
            samples.add((double) (now - from));
        }
        return samples;
    }

    static byte[] payload(int size) {
        byte[] payload = new byte[size];
        new Random(size).nextBytes(payload);
        return payload;
    }

    /// To a worker of a model, as runs have it.
    static Trip crew(String id, Transport transport) throws Exception {
        ConcurrencyModel model = Models.byId(id).orElseThrow();
        Knobs knobs =
                transport == Transport.REFERENCE
                        ? Knobs.STANDARD
                        : Knobs.STANDARD.with(transport).withBatch(1);
        var orders = new Orders(1, knobs, Optional.of(Workspace.root()));
        Crew<byte[], byte[]> crew =
                model.hire(new Echo(0), orders, Observer.nobody(), new StopSignal());
        return new Trip() {
            @Override
            public byte[] take(byte[] payload) throws Exception {
                if (crew.perform(List.of(payload)).getFirst()
                        instanceof Outcome.Done<byte[]>(byte[] back)) {
                    return back;
                }
                throw new CostException("a payload did not come back");
            }

            @Override
            public void close() {
                crew.close();
                try {
                    Subject.endInterpreters();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    /// To a thread of the executor whose threads are interpreters.
    static Trip executor() {
        var pool = new InterpreterPoolExecutor(1);
        return new Trip() {
            @Override
            public byte[] take(byte[] payload) throws Exception {
                return pool.submit(new Task(payload)).get();
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }

    /// A task that is nothing but its payload.
    static final class Task implements Callable<byte[]>, Serializable {

        private static final long serialVersionUID = 1;

        private final byte[] payload;

        Task(byte[] payload) {
            this.payload = payload;
        }

        @Override
        public byte[] call() {
            return payload;
        }
    }
}
