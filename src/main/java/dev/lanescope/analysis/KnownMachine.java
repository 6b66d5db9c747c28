package dev.lanescope.analysis;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a trace tells of the machine on which its run happened.
public final class KnownMachine {

    private static final Pattern CORES = Pattern.compile("(\\d{1,5}) cores?$");

    private KnownMachine() {}

    /// How many processors the JVM saw; empty if the trace does not tell.
    public static OptionalInt processors(RunInfo info) {
        return info.facts().stream()
                .filter(fact -> fact.name().equals("Processor"))
                .map(Fact::value)
                .map(CORES::matcher)
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .filter(cores -> cores > 0)
                .findFirst();
    }
}
