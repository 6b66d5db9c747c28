package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Waiting;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// The lanes of virtual threads: what a virtual thread says is said on the lane of the carrier it
/// is mounted on at that moment. There is no call that names the carrier, but a virtual thread's
/// text form ends with it: `VirtualThread[#31,name]/runnable@ForkJoinPool-1-worker-2`.
///
/// When a virtual thread waits, it leaves its carrier, which is then free for another. If there is
/// none because all of them wait for a disk or network, so does the carrier.
final class CarrierLanes implements LaneObserver {

    private final Observer observer;
    private final boolean shared;
    private final Map<String, LaneObserver> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private volatile BooleanSupplier nothingLeft = () -> false;
    private volatile BooleanSupplier allReadOrWrite = () -> false;
    private volatile boolean ended;

    /// @param shared whether others may speak for a thread, see [#of]
    CarrierLanes(Observer observer, boolean shared) {
        this.observer = observer;
        this.shared = shared;
    }

    /// A batch begins.
    ///
    /// @param isOver says whether all its pages have a thread by now
    /// @param onlyForFiles whether some virtual threads wait for a disk or network, and none for
    ///   anything else
    void begin(BooleanSupplier isOver, BooleanSupplier onlyForFiles) {
        nothingLeft = isOver;
        allReadOrWrite = onlyForFiles;
    }

    private LaneObserver lane() {
        return lane(Thread.currentThread().toString());
    }

    private LaneObserver lane(String thread) {
        int at = thread.lastIndexOf('@');
        if (ended || at < 0) {
            return NOBODY;
        }
        String carrier = thread.substring(at + 1);
        return lanes.computeIfAbsent(carrier, this::begin);
    }

    private LaneObserver begin(String carrier) {
        int lane = begun.getAndIncrement();
        String name = "carrier " + (lane + 1) + " (" + carrier + ")";
        LaneObserver given = observer.workerBegins(lane, name);
        Carriers.idOf(carrier).ifPresent(given::carriedBy);
        return shared ? new SpokenInTurn(given) : given;
    }

    /// The lane of the carrier that the thread keeps. One that keeps none is spoken for on any
    /// lane, but does not hang there.
    @Override
    public LaneObserver of(Thread thread) {
        String text = thread.toString();
        if (text.indexOf('@') >= 0) {
            return lane(text);
        }
        LaneObserver any = lanes.values().stream().findFirst().orElse(NOBODY);
        return new LaneObserver() {
            @Override
            public void waits(Waiting what) {}

            @Override
            public void works(int item, int stage) {}

            @Override
            public void done(int item) {
                any.done(item);
            }

            @Override
            public void failed(int item, int stage, Throwable cause) {
                any.failed(item, stage, cause);
            }

            @Override
            public void ends() {}
        };
    }

    /// The calling thread is about to leave its carrier.
    void unmounts() {
        if (nothingLeft.getAsBoolean()) {
            lane().waits(Waiting.NOTHING_LEFT);
        } else {
            lane().waits(allReadOrWrite.getAsBoolean() ? Waiting.FOR_IO : Waiting.FOR_WORK);
        }
    }

    @Override
    public void waits(Waiting what) {
        switch (what) {
            case STARTING, IMPORTING, ENCODING, DECODING, DISPATCHING -> lane().waits(what);
            case FOR_WORK, FOR_LOCK, FOR_CHANNEL, FOR_ROOM, FOR_IO, HANGING, GONE, NOTHING_LEFT ->
                    unmounts();
        }
    }

    @Override
    public void works(int item, int stage) {
        lane().works(item, stage);
    }

    @Override
    public void done(int item) {
        lane().done(item);
    }

    @Override
    public void failed(int item, int stage, Throwable cause) {
        lane().failed(item, stage, cause);
    }

    /// What is said later is not heard.
    @Override
    public void ends() {
        ended = true;
        lanes.values().forEach(LaneObserver::ends);
    }
}
