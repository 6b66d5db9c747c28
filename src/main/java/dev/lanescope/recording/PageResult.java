package dev.lanescope.recording;

/// What is known of a page that has come out.
///
/// @param page the page's [id][dev.lanescope.content.Page#id]
/// @param bytesOut size of its HTML, in bytes
public record PageResult(int page, long bytesOut) {}
