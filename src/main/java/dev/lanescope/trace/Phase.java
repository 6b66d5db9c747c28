package dev.lanescope.trace;

/// A part of a run that begins when all items of the part before are done.
///
/// @param name what is done in it, e.g. `pages`
/// @param firstItem the index of its first item in [RunInfo#items]; its last one is that before the
///   first of the next phase
public record Phase(String name, int firstItem) {

    public Phase {
        if (firstItem < 0) {
            throw new IllegalArgumentException("phase " + name + " begins at item " + firstItem);
        }
    }
}
