package dev.lanescope.exchange.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.exchange.out.ExportFormat;
import dev.lanescope.exchange.out.ForeignTree;
import dev.lanescope.exchange.out.TraceExport;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.TraceFileException;
import dev.lanescope.trace.Traces;

import jdk.jfr.Configuration;
import jdk.jfr.Recording;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/// Files of all formats that somebody broke, by chance or on purpose: each gives a sound trace or
/// one sentence. `-Dlanescope.fuzz.seconds=N` goes on with new seeds for so long.
class FuzzTest {

    enum Format {
        CHROME,
        CHROME_GZIPPED,
        SPEEDSCOPE_EVENTED,
        SPEEDSCOPE_SAMPLED,
        JFR,
        OURS,
        NESTED,
        NESTED_AS_OURS,
        NESTED_AS_JFR
    }

    private static final int ROUNDS = 150;

    /// What a JSON file may be made of, put where it does not belong.
    private static final List<String> WORDS =
            List.of(
                    "-1",
                    "1e308",
                    "-1e308",
                    "NaN",
                    "9223372036854775807",
                    "1e999999999",
                    "0.1e-400",
                    "null",
                    "true",
                    "\"\"",
                    "[]",
                    "{}",
                    "[",
                    "]",
                    "{",
                    "}",
                    ",",
                    ":",
                    "\"ph\":\"E\"",
                    "\"ph\":\"B\"",
                    "\"ph\":\"e\"",
                    "\"dur\":-5",
                    "\"ts\":\"x\"",
                    "\"tid\":{}",
                    "\\u0000",
                    "\"args\":{\"name\":7}",
                    "\"frame\":999",
                    "\"unit\":\"bytes\"");

    @TempDir static Path folder;
    private static byte[] recording;

    @BeforeAll
    static void record() throws Exception {
        Path file = folder.resolve("whole.jfr");
        try (var jfr = new Recording(Configuration.getConfiguration("profile"))) {
            jfr.enable("jdk.ThreadPark").withThreshold(java.time.Duration.ZERO);
            jfr.start();
            LockSupport.parkNanos(100_000);
            jfr.dump(file);
        }
        recording = Files.readAllBytes(file);
    }

    @ParameterizedTest
    @EnumSource
    void broken_files_give_a_sound_trace_or_one_sentence(Format format) throws Exception {
        assertThat(fuzz(format, 1, ROUNDS)).as("how many of them were opened").isBetween(1, ROUNDS);
    }

    @Test
    void new_seeds_for_as_long_as_one_likes() throws Exception {
        int seconds = Integer.getInteger("lanescope.fuzz.seconds", 0);
        assumeTrue(seconds > 0, "asked for by -Dlanescope.fuzz.seconds");
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        long first = Long.getLong("lanescope.fuzz.seed", System.nanoTime());
        for (long seed = first; System.nanoTime() < until; seed++) {
            for (Format format : Format.values()) {
                fuzz(format, seed, 20);
            }
        }
    }

    /// @return how many files were opened
    private static int fuzz(Format format, long firstSeed, int rounds) throws Exception {
        byte[] whole = whole(format);
        int opened = 0;
        for (long seed = firstSeed; seed < firstSeed + rounds; seed++) {
            byte[] broken = broken(format, whole, new Random(seed));
            try {
                opened += opens(broken) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                throw new AssertionError(format + ", seed " + seed, e);
            }
        }
        return opened;
    }

    private static boolean opens(byte[] bytes) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("broken"), bytes);
        try {
            leave(Opened.sound(TraceFiles.open(file, Opened.MOST_BYTES, _ -> {})));
            return true;
        } catch (TraceFileException e) {
            assertThat(e).message().startsWith(file + " ").doesNotContain("\n");
            assertThat(e).message().hasSizeLessThan(600);
            return false;
        }
    }

    /// Whatever was opened can leave again.
    private static void leave(Snapshot trace) throws IOException {
        for (ExportFormat format : ExportFormat.values()) {
            format.write(trace, OutputStream.nullOutputStream());
            TraceExport.leavesOut(trace, format);
        }
    }

    private static byte[] broken(Format format, byte[] whole, Random random) throws IOException {
        return switch (format) {
            case CHROME, NESTED, SPEEDSCOPE_EVENTED, SPEEDSCOPE_SAMPLED ->
                    brokenText(whole, random);
            case CHROME_GZIPPED ->
                    random.nextBoolean()
                            ? gzipped(brokenText(whole, random))
                            : brokenBytes(gzipped(whole), random);
            case JFR, OURS, NESTED_AS_OURS, NESTED_AS_JFR -> brokenBytes(whole, random);
        };
    }

    /// Changes words where words are, so that most files are still JSON.
    private static byte[] brokenText(byte[] whole, Random random) {
        var text = new StringBuilder(new String(whole, StandardCharsets.UTF_8));
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
                case 1 -> text.replace(at, end, WORDS.get(random.nextInt(WORDS.size())));
                case 2 -> replaceNumber(text, at, random);
                case 3 -> text.insert(at, text.substring(at, end).repeat(1 + random.nextInt(40)));
                default ->
                        text.setLength(Math.max(1, random.nextInt(20) == 0 ? at : text.length()));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void replaceNumber(StringBuilder text, int from, Random random) {
        int at = from;
        while (at < text.length() && !Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at < text.length()) {
            String number = WORDS.get(random.nextInt(7));
            text.replace(at, at + 1, random.nextBoolean() ? number : "" + random.nextInt(100));
        }
    }

    private static byte[] brokenBytes(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            int at =
                    random.nextInt(
                            random.nextInt(4) == 0 ? Math.min(80, bytes.length) : bytes.length);
            switch (random.nextInt(8)) {
                case 0 -> bytes[at] = (byte) 0xFF;
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length + 20));
                default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return bytes;
    }

    private static byte[] whole(Format format) throws Exception {
        return switch (format) {
            case CHROME, CHROME_GZIPPED -> chrome().getBytes(StandardCharsets.UTF_8);
            case SPEEDSCOPE_EVENTED ->
                    speedscope(
                                    "'type':'evented','events':[{'type':'O','frame':0,'at':1},"
                                            + "{'type':'O','frame':1,'at':2},"
                                            + "{'type':'C','frame':1,'at':5},"
                                            + "{'type':'C','frame':0,'at':9}]")
                            .getBytes(StandardCharsets.UTF_8);
            case SPEEDSCOPE_SAMPLED ->
                    speedscope("'type':'sampled','samples':[[0,1],[0],[],[1]],'weights':[1,2,3,4]")
                            .getBytes(StandardCharsets.UTF_8);
            case JFR -> recording;
            case NESTED -> nested();
            case NESTED_AS_OURS -> {
                Path file = folder.resolve("nested.lanescope");
                TraceFile.write(Opened.bytes(folder, nested()), file);
                yield Files.readAllBytes(file);
            }
            case NESTED_AS_JFR -> {
                var bytes = new ByteArrayOutputStream();
                ExportFormat.JFR.write(Opened.bytes(folder, nested()), bytes);
                yield bytes.toByteArray();
            }
            case OURS -> {
                Path file = folder.resolve("ours");
                Snapshot trace = Traces.random(7);
                TraceFile.write(trace, file);
                yield Files.readAllBytes(file);
            }
        };
    }

    private static byte[] nested() {
        return new ForeignTree(2, 400).json().getBytes(StandardCharsets.UTF_8);
    }

    private static String chrome() {
        var text = new StringBuilder("{'displayTimeUnit':'ns','traceEvents':[\n");
        String common = "'cat':'c','pid':1,'tid':%d,'ts':%d.5,";
        for (int i = 0; i < 12; i++) {
            String rest =
                    switch (i % 6) {
                        case 0 -> "'name':'x%d','ph':'X','dur':40";
                        case 1 -> "'name':'b%d','ph':'B'},{" + common + "'ph':'E'";
                        case 2 -> "'name':'a%d','ph':'b','id':3},{" + common + "'ph':'e','id':3";
                        case 3 -> "'name':'i%d','ph':'i','s':'g'";
                        case 4 -> "'name':'c%d','ph':'C','args':{'v':1.5,'w':2}";
                        default -> "'name':'thread_name','ph':'M','args':{'name':'t%d'}";
                    };
            String event = "{" + common + rest.replace("%d'", i + "'") + "},\n";
            text.append(event.formatted(i % 3, 10 * i, i % 3, 10 * i + 5));
        }
        text.append("{'ph':'s','id':1,'ts':1}],'metadata':{}}");
        return text.toString().replace('\'', '"');
    }

    private static String speedscope(String profile) {
        return ("{'$schema':'https://www.speedscope.app/file-format-schema.json',"
                        + "'shared':{'frames':[{'name':'a'},{'name':'b'}]},'profiles':["
                        + "{'name':'p','unit':'milliseconds','startValue':0,'endValue':10,"
                        + profile
                        + "}]}")
                .replace('\'', '"');
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
