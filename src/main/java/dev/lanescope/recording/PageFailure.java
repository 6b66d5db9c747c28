package dev.lanescope.recording;

/// A page that did not come out.
///
/// @param page path within the content folder
/// @param stage the stage it failed in, e.g. `parse`
/// @param line line of the file, from 1, or 0 if no line is known
/// @param cause one sentence that names the file, and the line if there is one
public record PageFailure(String page, String stage, int line, String cause) {}
