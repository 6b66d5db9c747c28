package dev.lanescope.concurrency.isolated;

/// What a task in an interpreter came to.
///
/// @param result a copy of what it gave back
/// @param bytesIn of the task as it crossed
/// @param bytesOut of what came back
public record Called<T>(T result, int bytesIn, int bytesOut) {}
