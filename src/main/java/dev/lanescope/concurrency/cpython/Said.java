package dev.lanescope.concurrency.cpython;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a Python says in one line.
sealed interface Said {

    /// It is there.
    record Hello(String version, boolean gil) implements Said {}

    /// What its clock says.
    record Pong(long nanos) implements Said {}

    /// Something that it found out: by what it renders, or how its processes are started.
    record Knows(String what, String value) implements Said {}

    /// A worker has come.
    ///
    /// @param began when it began to import
    /// @param ready when it had what it needs
    record Came(String worker, long began, long ready) implements Said {}

    /// What a worker did from some moment on.
    record Moments(String worker, int item, List<Moment> moments) implements Said {}

    /// One moment: from now on the worker does this.
    ///
    /// @param state a stage, or, if negative, a wait
    record Moment(long nanos, long cpuNanos, int state) {}

    /// An item is done.
    record Done(String worker, int item, long bytes) implements Said {}

    /// An item will not come out.
    record Failed(String worker, int item, int stage, String why) implements Said {}

    /// An item ended its process twice.
    record Killed(int item) implements Said {}

    /// A worker process has died.
    ///
    /// @param process its number
    /// @param nanos when that was noticed
    /// @param exit as Python tells it: negative for a signal
    /// @param byPool whether its pool ended it because another one had died
    record Gone(long process, long nanos, int exit, boolean byPool) implements Said {}

    /// All workers are gone; others will come.
    record Lost() implements Said {}

    /// What packing cost and what came back, so far.
    record Packed(long nanos, long bytes, long answered) implements Said {}

    /// How long tasks took that do nothing.
    record Idled(long nanos) implements Said {}

    /// What it took to pack pages and to unpack them again.
    record Pickled(long bytes, long packNanos, long unpackNanos) implements Said {}

    /// Nothing can go on.
    record CannotGoOn(String why) implements Said {}

    /// All that was asked for is done.
    record Over(boolean gil) implements Said {}

    /// It ends.
    record Bye() implements Said {}

    /// No line that makes sense is longer.
    int LONGEST = 4096;

    private static JsonMapper json() {
        return Reading.JSON;
    }

    /// Keeps the reader, which costs something to make.
    final class Reading {
        private static final JsonMapper JSON =
                JsonMapper.builder(
                                JsonFactory.builder()
                                        .streamReadConstraints(
                                                StreamReadConstraints.builder()
                                                        .maxNestingDepth(4)
                                                        .maxNumberLength(20)
                                                        .maxDocumentLength(LONGEST)
                                                        .build())
                                        .build())
                        .build();

        private Reading() {}
    }

    /// Reads a line.
    ///
    /// @throws IOException if it makes no sense
    static Said read(String line) throws IOException {
        try {
            JsonNode said = json().readTree(line);
            return switch (said.path("k").asString("")) {
                case "hello" -> new Hello(text(said, "version"), said.path("gil").asBoolean(true));
                case "pong" -> new Pong(number(said, "t"));
                case "renderer" -> new Knows("renderer", text(said, "m"));
                case "method" -> new Knows("start method", text(said, "m"));
                case "w" -> new Came(text(said, "w"), number(said, "b"), number(said, "d"));
                case "s" -> new Moments(text(said, "w"), item(said), moments(said.path("e")));
                case "d" -> new Done(text(said, "w"), item(said), number(said, "b"));
                case "f" ->
                        new Failed(
                                text(said, "w"),
                                item(said),
                                (int) number(said, "s"),
                                text(said, "m"));
                case "x" -> new Killed(item(said));
                case "gone" ->
                        new Gone(
                                number(said, "p"),
                                number(said, "t"),
                                Math.toIntExact(number(said, "x")),
                                said.path("b").asBoolean(false));
                case "lost" -> new Lost();
                case "packed" ->
                        new Packed(number(said, "t"), number(said, "b"), number(said, "r"));
                case "idled" -> new Idled(number(said, "t"));
                case "pickled" ->
                        new Pickled(number(said, "b"), number(said, "p"), number(said, "u"));
                case "no" -> new CannotGoOn(text(said, "m"));
                case "over" -> new Over(said.path("gil").asBoolean(true));
                case "bye" -> new Bye();
                default -> throw new IOException("'" + head(line) + "'");
            };
        } catch (RuntimeException e) {
            throw new IOException("'" + head(line) + "'", e);
        }
    }

    private static String head(String line) {
        String plain = line.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 80) + "...";
    }

    private static String text(JsonNode said, String name) {
        JsonNode value = said.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException(name);
        }
        return value.asString();
    }

    private static long number(JsonNode said, String name) {
        JsonNode value = said.path(name);
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException(name);
        }
        return value.longValue();
    }

    private static int item(JsonNode said) {
        return Math.toIntExact(number(said, "i"));
    }

    private static List<Moment> moments(JsonNode told) {
        if (!told.isArray() || told.size() % 3 != 0 || told.isEmpty()) {
            throw new IllegalArgumentException("moments");
        }
        List<Moment> moments = new ArrayList<>();
        long nanos = 0;
        long cpu = 0;
        for (int at = 0; at < told.size(); at += 3) {
            nanos += told.get(at).longValue();
            cpu += told.get(at + 1).longValue();
            moments.add(new Moment(nanos, cpu, told.get(at + 2).intValue()));
        }
        return moments;
    }
}
