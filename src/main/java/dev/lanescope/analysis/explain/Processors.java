package dev.lanescope.analysis.explain;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many processors the machine of a run had, which a trace tells in words.
public final class Processors {

    private static final Pattern CORES = Pattern.compile("(\\d{1,5}) cores?$");

    private Processors() {}

    /// As many as the JVM saw; empty if the trace does not tell.
    public static OptionalInt of(RunInfo info) {
        return info.facts().stream()
                .filter(fact -> fact.name().equals("Processor"))
                .map(Fact::value)
                .map(CORES::matcher)
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst();
    }
}
