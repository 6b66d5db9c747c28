package dev.lanescope.exchange.report;

/// A claim of somebody else that the runs of a report bear on.
///
/// @param words what is claimed
/// @param by who claims it
/// @param state one word
/// @param why the figures that decided
public record TestedClaim(String words, String by, String state, String why) {}
