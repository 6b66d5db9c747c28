package dev.lanescope.reuse;

/// A static file as it was copied the last time.
///
/// @param source the file in the content folder
/// @param copy the file in the output folder
record KeptFile(Written source, Written copy) {}
