package dev.lanescope.recording.apart;

/// How a case ended.
///
/// @param inTime whether it ended by itself; if not, it was killed
/// @param exitCode of the process
/// @param lastLine the last line it printed, also if it was killed; empty if it printed nothing or
///   too much
public record CaseAnswer(boolean inTime, int exitCode, String lastLine) {}
