package dev.lanescope.trace;

/// What a lane can be doing: a stage of the work or a reason for not working. A trace names its own
/// states, so that traces of other pipelines and other tools fit in as well.
///
/// @param name what people read, e.g. `parse` or `waiting for work`
/// @param kind what it means for the account of the run
public record State(String name, Kind kind) {

    /// What time in a state means. The order is the order in which shares are listed.
    public enum Kind {
        /// A stage of the work.
        WORK,
        /// The worker itself is being made.
        STARTING,
        /// There is work, but not here yet: waiting for a task, or a task being handed over.
        QUEUE,
        /// Somebody else holds a lock.
        LOCK,
        /// Sending, receiving, encoding or decoding.
        CHANNEL,
        /// Waiting for the outside world.
        IO,
        /// Nothing is left to do while others still work.
        IDLE,
        /// The worker hangs in something that nobody waits for any more, or it is gone with its
        /// process.
        LOST;

        public boolean isWork() {
            return this == WORK;
        }
    }
}
