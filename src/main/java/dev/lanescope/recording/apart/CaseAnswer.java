package dev.lanescope.recording.apart;

/// How a case ended.
///
/// @param inTime whether it ended by itself; if not, it was killed
/// @param exitCode of the process
/// @param lastLine the last line it printed; empty if it printed nothing or too much, or was killed
public record CaseAnswer(boolean inTime, int exitCode, String lastLine) {}
