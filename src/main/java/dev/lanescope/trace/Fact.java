package dev.lanescope.trace;

/// Something that is known about a run besides its spans, in words: the machine, the settings, a
/// hash.
///
/// @param name what people call it, e.g. `Output hash`; one trace has one fact of a name
/// @param value as people read it
public record Fact(String name, String value) {}
