package dev.lanescope.exchange.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import jdk.jfr.Configuration;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/// A recording made here with the JDK's own `profile` settings, and what the JDK's own parser says
/// about it.
class JfrTest {

    @Label("Order taken")
    static final class OrderTaken extends Event {}

    @TempDir static Path folder;
    private static Path file;
    private static Snapshot trace;

    @BeforeAll
    static void record() throws Exception {
        file = folder.resolve("profile.jfr");
        try (var recording = new Recording(Configuration.getConfiguration("profile"))) {
            recording.enable("jdk.ThreadPark").withThreshold(Duration.ZERO);
            recording.enable("jdk.JavaMonitorEnter").withThreshold(Duration.ZERO);
            recording.enable("jdk.ThreadSleep").withThreshold(Duration.ZERO);
            recording.start();
            work();
            recording.dump(file);
        }
        trace = Opened.sound(TraceFiles.open(file, Opened.MOST_BYTES * 4, _ -> {}));
    }

    /// One thread waits for another in three ways, and takes orders in between.
    private static void work() throws Exception {
        var lock = new ReentrantLock();
        var monitor = new Object();
        lock.lock();
        Thread waiter;
        synchronized (monitor) {
            waiter =
                    Thread.ofPlatform()
                            .name("the waiter")
                            .start(() -> {
                                LockSupport.parkNanos(2_000_000);
                                lock.lock();
                                try {
                                    assertThat(lock.isHeldByCurrentThread()).isTrue();
                                } finally {
                                    lock.unlock();
                                }
                                synchronized (monitor) {
                                    takeOrders();
                                }
                            });
            while (!lock.hasQueuedThread(waiter)) {
                Thread.onSpinWait();
            }
            lock.unlock();
            while (waiter.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
        }
        waiter.join();
        System.gc();
    }

    private static void takeOrders() {
        for (int i = 0; i < 5; i++) {
            var order = new OrderTaken();
            order.begin();
            LockSupport.parkNanos(100_000);
            order.commit();
        }
    }

    private static LaneView waiter() {
        return trace.lanes().stream()
                .filter(lane -> lane.name().equals("the waiter"))
                .findFirst()
                .orElseThrow();
    }

    private static int code(String state) {
        return IntStream.range(0, trace.info().states().size())
                .filter(code -> trace.state(code).name().equals(state))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + state + " in " + trace.info()));
    }

    /// The length of all events of a type on a thread, as the JDK tells it.
    private static long nanos(List<RecordedEvent> events, String type) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(type))
                .filter(event -> "the waiter".equals(event.getThread().getJavaName()))
                .mapToLong(event -> event.getDuration().toNanos())
                .sum();
    }

    @Test
    void what_a_thread_waited_for_adds_up_to_what_the_jdk_says() throws IOException {
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        LaneTime time = LaneTime.of(trace);
        int lane = waiter().number();
        long parked = nanos(events, "jdk.ThreadPark");
        assertThat(parked).isPositive();
        assertThat(time.nanos(lane, code("parked")) + time.nanos(lane, code("parked for a lock")))
                .isEqualTo(parked);
        assertThat(time.nanos(lane, code("monitor")))
                .isPositive()
                .isEqualTo(nanos(events, "jdk.JavaMonitorEnter"));
        assertThat(trace.state(code("parked")).kind()).isEqualTo(State.Kind.QUEUE);
        assertThat(trace.state(code("parked for a lock")).kind()).isEqualTo(State.Kind.LOCK);
        assertThat(trace.state(code("monitor")).kind()).isEqualTo(State.Kind.LOCK);
    }

    @Test
    void events_of_the_program_are_slices_and_what_waits_in_them_belongs_to_them() {
        LaneView lane = waiter();
        var parks =
                IntStream.range(0, lane.size())
                        .mapToObj(lane::span)
                        .filter(span ->
                                trace.itemOf(span).filter("Order taken"::equals).isPresent())
                        .filter(span -> trace.stateOf(span).name().equals("parked"))
                        .count();
        assertThat(parks).isGreaterThanOrEqualTo(5);
    }

    @Test
    void collections_are_what_the_jvm_did_and_heap_is_a_counter() {
        assertThat(trace.jvm())
                .filteredOn(event -> event.kind() == JvmEvent.Kind.COLLECTION)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.nanos()).isPositive());
        assertThat(trace.counters()).extracting(CounterView::name).contains("bytes of heap used");
        CounterView heap =
                trace.counters().stream()
                        .filter(counter -> counter.name().equals("bytes of heap used"))
                        .findFirst()
                        .orElseThrow();
        assertThat(heap.most()).isPositive();
    }

    @Test
    void it_says_what_it_is_and_when_it_was() {
        assertThat(trace.info().modelTitle()).isEqualTo("JFR recording");
        assertThat(trace.info().content()).isEqualTo("profile.jfr");
        assertThat(trace.info().started()).isAfter(Instant.now().minus(Duration.ofDays(1)));
    }

    @Test
    void a_recording_that_was_cut_short_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        assertThat(Opened.refusal(folder, Arrays.copyOf(whole, whole.length - 1)))
                .isEqualTo("was cut short: 1 bytes of chunk 1 are missing");
        assertThat(Opened.refusal(folder, Arrays.copyOf(whole, 50))).contains("in the head of");
        byte[] twice = Arrays.copyOf(whole, whole.length + 10);
        assertThat(Opened.refusal(folder, twice)).contains("in the head of chunk 2");
    }

    @Test
    void a_recording_of_another_time_or_still_being_written_is_refused() throws IOException {
        assertThat(Opened.refusal(folder, changed(5, 9))).contains("version 9");
        assertThat(Opened.refusal(folder, changed(64, 255))).contains("still being written");
    }

    private static byte[] changed(int at, int value) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] = (byte) value;
        return bytes;
    }

    /// The JDK's parser would follow either for ever.
    @Test
    void events_and_constants_that_lead_in_circles_are_refused() throws IOException {
        byte[] negative = Files.readAllBytes(file);
        Arrays.fill(negative, 68, 77, (byte) 0xFF);
        assertThat(Opened.refusal(folder, negative)).contains("has an event of -1 bytes");
        byte[] circle = Files.readAllBytes(file);
        long constants = ByteBuffer.wrap(circle).getLong(16);
        ByteBuffer.wrap(circle).putLong(16, constants - 1);
        assertThat(Opened.refusal(folder, circle)).contains("constants");
    }
}
