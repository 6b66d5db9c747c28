package dev.lanescope.exchange.in.foreign;

import java.time.Instant;

/// Where a foreign trace comes from.
///
/// @param format what kind of file it is, e.g. `Chrome trace`
/// @param file the name of the file
/// @param bytes how long the file is
/// @param started wall-clock time of its first moment, or [Instant#EPOCH] if it does not say
public record Source(String format, String file, long bytes, Instant started) {}
