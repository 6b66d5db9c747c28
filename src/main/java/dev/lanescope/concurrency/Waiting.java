package dev.lanescope.concurrency;

/// What a worker that is not working waits for. A model names the reason truthfully, because the
/// account of a run is only as good as the names of its losses.
public enum Waiting {
    /// The worker is being made: thread, class loader or process, then its private state.
    STARTING,
    /// The worker is there and loads the code that it needs.
    IMPORTING,
    /// There are items left, but none has reached this worker yet.
    FOR_WORK,
    /// Somebody else holds a lock.
    FOR_LOCK,
    /// The other side of a channel is not ready.
    FOR_CHANNEL,
    /// There is a page in hand, and the queue of what comes next is full: back-pressure.
    FOR_ROOM,
    /// The outside world is not ready.
    FOR_IO,
    /// An item is on its way from the queue to the worker.
    DISPATCHING,
    /// An item or a result is being turned into bytes.
    ENCODING,
    /// Bytes are being turned into an item or a result.
    DECODING,
    /// The worker does not come back from an item that was given up, and nothing can end it.
    HANGING,
    /// The process that the worker lived in has died or vanished, and none has taken its place yet.
    GONE,
    /// Nothing is left to do in this batch, while others still work at it: the tail. Also the pause
    /// until the next batch comes.
    NOTHING_LEFT
}
