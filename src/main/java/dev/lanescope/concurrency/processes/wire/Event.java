package dev.lanescope.concurrency.processes.wire;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Waiting;

import java.io.Serializable;

/// Something that happened in a child: what a [LaneObserver] would have been told. Moments are on
/// the child's own clock.
public sealed interface Event extends Serializable {

    /// The worker waits from now on.
    ///
    /// @param cpuNanos the CPU time that its thread had used, or -1
    record Waits(long nanos, long cpuNanos, Waiting what) implements Event {}

    /// The worker takes an item through a stage from now on.
    record Works(long nanos, long cpuNanos, int item, int stage) implements Event {}

    /// An item has come out.
    record Done(int item, Bytes result) implements Event {}

    /// An item has not come out.
    ///
    /// @param cause in the workload's form of failures
    record Failed(int item, int stage, Bytes cause) implements Event {}
}
