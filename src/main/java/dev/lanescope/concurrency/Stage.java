package dev.lanescope.concurrency;

/// One step that every item passes through, in order. A model may share out whole items or single
/// stages, and may treat the ones that wait for the outside world differently.
///
/// @param name what the stage is called on a lane, e.g. `parse`
/// @param kind whether it computes or mostly waits
public record Stage(String name, Kind kind) {

    /// What a stage does with its time.
    public enum Kind {
        /// Reads from outside the heap; a global lock would be released here.
        INPUT,
        /// Uses a core all the time.
        COMPUTE,
        /// Writes to outside the heap; a global lock would be released here.
        OUTPUT
    }
}
