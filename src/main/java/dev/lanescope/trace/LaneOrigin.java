package dev.lanescope.trace;

/// What the tool that recorded a trace calls the thread of a lane, and the process that it belongs
/// to. What it did not say is empty.
///
/// @param lane number of the lane
/// @param process what identifies the process, mostly its number
/// @param processName what it is called
/// @param thread what identifies the thread in its process; empty for a lane that is no thread,
///   such as one of requests that overlap
/// @param threadName what it is called
public record LaneOrigin(
        int lane, String process, String processName, String thread, String threadName) {

    public LaneOrigin {
        if (lane < 0) {
            throw new IllegalArgumentException("the origin of lane " + lane);
        }
    }
}
