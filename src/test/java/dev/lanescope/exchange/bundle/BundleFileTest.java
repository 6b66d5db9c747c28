package dev.lanescope.exchange.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.TraceFileException;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A study as a file: it comes back as it was, and whatever was done to it ends in a sentence.
class BundleFileTest {

    @TempDir Path place;
    private Path file = Path.of("");

    @BeforeEach
    void write() throws Exception {
        file = place.resolve("study.lanestudy");
        BundleFile.write(bundle(), file, _ -> {});
    }

    private static Bundle bundle() {
        return Bundles.of(
                List.of(
                        Traces.of("read@0 10, parse@1 90, write@2 20, write@3 10"),
                        Traces.of("read@0 10, parse@1 40", "read@2 10, write@3 30, idle 10"),
                        Traces.random(3)));
    }

    private static BundleFile.Opened open(Path file) throws Exception {
        return BundleFile.open(file, _ -> {});
    }

    @Test
    void it_comes_back_as_it_was_and_its_results_are_those_of_its_traces() throws Exception {
        assertThat(BundleFile.isBundle(file)).isTrue();
        BundleFile.Opened opened = open(file);
        assertThat(opened.differences()).isEmpty();
        assertThat(opened.bundle().question()).isEqualTo(bundle().question());
        assertThat(opened.bundle().traces())
                .extracting(Snapshot::endNanos)
                .containsExactlyElementsOf(
                        bundle().traces().stream().map(Snapshot::endNanos).toList());
        assertThat(opened.bundle().traces())
                .extracting(Snapshot::info)
                .containsExactlyElementsOf(bundle().traces().stream().map(Snapshot::info).toList());
        assertThat(filesIn(place)).containsExactly(file);
    }

    @Test
    void a_question_that_is_not_that_of_the_traces_is_told() throws Exception {
        Question asked = bundle().question();
        var other =
                new Question(
                        List.of("gil"),
                        List.of(3, 4),
                        asked.threads(),
                        asked.repeats() + 1,
                        asked.warmUp(),
                        asked.cold(),
                        asked.seed(),
                        asked.drafts(),
                        asked.look(),
                        asked.knobs(),
                        asked.before(),
                        asked.after(),
                        asked.version(),
                        asked.written());
        BundleFile.write(new Bundle(other, bundle().traces()), file, _ -> {});
        BundleFile.Opened opened = open(file);
        assertThat(opened.otherResults()).isEmpty();
        assertThat(opened.otherQuestion())
                .contains(
                        "It asks for other models than its traces are of.",
                        "It asks for "
                                + (asked.repeats() + 1)
                                + " rounds, and its traces are of "
                                + asked.repeats()
                                + ".");
    }

    @Test
    void what_was_asked_is_read_from_the_options_of_the_runs() {
        Snapshot one = run("sequential", 1, "--read-latency 5ms --warm-up 1");
        Snapshot two =
                run("hybrid", 4, "--read-latency 5ms --threads 1 --warm-up 1 --templates blog");
        Question asked =
                Question.ofRuns(
                        List.of(one, two, two),
                        7,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        "1.0",
                        Instant.EPOCH);
        assertThat(asked.command("docs"))
                .containsExactly(
                        ("lanescope sweep docs --model hybrid --processes 4 --threads 1 --repeats 2"
                                        + " --warm-up 1 --seed 7 --templates blog --read-latency"
                                        + " 5ms")
                                .split(" "));
        assertThat(Asked.of(List.of(one, two, two)).against(asked)).isEmpty();
        assertThat(Asked.of(List.of(one, run("hybrid", 4, "--warm-up 1"))).against(asked))
                .contains("It asks for other options than its traces were made with.");
    }

    private static Snapshot run(String model, int workers, String options) {
        RunInfo usual = Traces.info(workers, 1);
        var info =
                new RunInfo(
                        model,
                        model,
                        workers,
                        "book",
                        usual.contentBytes(),
                        usual.started(),
                        RunInfo.WARM_PAGES,
                        usual.states(),
                        usual.items());
        var trace = new Trace(info, Traces.STARTING);
        IntStream.range(0, workers).forEach(trace::lane);
        trace.lane(0).append(10, Traces.WRITE, 0, 0);
        trace.finish(100);
        String line = "--model " + model + " --workers " + workers + " " + options;
        return Traces.finished(trace).withFacts(List.of(new Fact("Options", line)));
    }

    @Test
    void writing_that_is_given_up_leaves_nothing_behind() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> BundleFile.write(bundle(), file, _ -> {}))
                .isInstanceOf(InterruptedException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(filesIn(place)).containsExactly(file);
    }

    @Test
    void any_other_file_is_none() throws Exception {
        Path trace = place.resolve("run.lanescope");
        TraceFile.write(Traces.random(1), trace);
        assertThat(BundleFile.isBundle(trace)).isFalse();
        assertThat(BundleFile.isBundle(place)).isFalse();
        assertThatThrownBy(() -> open(trace)).hasMessageContaining("is no study's bundle");
        assertThatThrownBy(() -> open(place.resolve("none"))).hasMessageContaining("no such file");
    }

    @Test
    void a_file_that_is_there_stays_as_it_is_if_the_new_one_cannot_be_written() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Path folder = Files.createDirectory(place.resolve("folder"));
        Files.writeString(folder.resolve("full"), "so that it cannot be replaced");
        assertThatThrownBy(() -> BundleFile.write(bundle(), folder, _ -> {}))
                .isInstanceOf(TraceFileException.class)
                .hasMessageContaining("cannot be written");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(filesIn(place)).containsExactlyInAnyOrder(file, folder);
    }

    /// All parts by their names.
    private Map<String, byte[]> parts() throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    private Path zip(Map<String, byte[]> parts, boolean packed) throws IOException {
        Path other = place.resolve("other.lanestudy");
        try (OutputStream out = Files.newOutputStream(other);
                var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                if (!packed) {
                    var crc = new CRC32();
                    crc.update(part.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return other;
    }

    private static String sentence(Path file) {
        try {
            return String.join(" ", open(file).differences());
        } catch (TraceFileException e) {
            return String.valueOf(e.getMessage());
        } catch (Exception e) {
            throw new AssertionError("no sentence", e);
        }
    }

    @Test
    void a_part_that_was_changed_is_named() throws Exception {
        Map<String, byte[]> parts = parts();
        byte[] results = part(parts, "results.json");
        results[results.length / 2] ^= 1;
        assertThat(sentence(zip(parts, false)))
                .contains("was changed or is damaged: results.json is not what");
        results[results.length / 2] ^= 1;
        byte[] trace = part(parts, "traces/00002.lanescope");
        trace[trace.length / 2] ^= 1;
        assertThat(sentence(zip(parts, false))).contains("traces/00002.lanescope is not what");
    }

    @Test
    void results_that_its_traces_do_not_give_are_told() throws Exception {
        Map<String, byte[]> parts = parts();
        String told = new String(part(parts, "results.json"), StandardCharsets.UTF_8);
        byte[] better =
                told.replaceFirst("\"speedUp\" : [^,]+", "\"speedUp\" : 97.0")
                        .getBytes(StandardCharsets.UTF_8);
        String manifest =
                new String(part(parts, "manifest.json"), StandardCharsets.UTF_8)
                        .replace(Sha256.of(part(parts, "results.json")), Sha256.of(better))
                        .replace(
                                "\"bytes\" : " + part(parts, "results.json").length,
                                "\"bytes\" : " + better.length);
        parts.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        parts.put("results.json", better);
        assertThat(sentence(zip(parts, false)))
                .contains("are not those that its traces give: speedUp.");
    }

    @Test
    void a_part_that_is_missing_or_strange_or_packed_is_refused() throws Exception {
        Map<String, byte[]> parts = parts();
        assertThat(sentence(zip(parts, true))).contains("was changed or is damaged");
        parts.put("../../outside.lanescope", new byte[] {1});
        assertThat(sentence(zip(parts, false))).contains("it holds a part that none has");
        assertThat(place.resolveSibling("outside.lanescope")).doesNotExist();
        parts.remove("../../outside.lanescope");
        parts.put("traces/00004.lanescope", new byte[] {1});
        assertThat(sentence(zip(parts, false))).contains("does not list all of its parts");
        parts.remove("traces/00004.lanescope");
        parts.remove("traces/00003.lanescope");
        assertThat(sentence(zip(parts, false))).contains("does not list all of its parts");
        parts.remove("manifest.json");
        assertThat(sentence(zip(parts, false))).contains("it has no manifest");
    }

    @Test
    void a_part_that_unpacks_to_very_much_is_refused() throws Exception {
        Map<String, byte[]> parts = parts();
        parts.put("manifest.json", new byte[64 << 20]);
        Path bomb = zip(parts, true);
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThat(sentence(bomb)).contains("unpacks to more than any study's bundle holds");
    }

    @Test
    void a_newer_one_says_what_to_do() throws Exception {
        Map<String, byte[]> parts = parts();
        String manifest = new String(part(parts, "manifest.json"), StandardCharsets.UTF_8);
        parts.put(
                "manifest.json",
                manifest.replaceFirst("\"format\" : 1", "\"format\" : 2")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(sentence(zip(parts, false))).contains("update Lanescope");
    }

    @Test
    void whatever_bytes_are_changed_it_is_as_it_was_or_a_sentence_says_no() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Path broken = place.resolve("broken");
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            byte[] bytes = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length;
            Files.write(broken, Arrays.copyOf(bytes, length));
            assertThat(sentence(broken)).as("seed %d", seed).doesNotContain("java.", "Exception");
        }
        try (Stream<Path> left = Files.list(place)) {
            assertThat(left).containsExactlyInAnyOrder(file, broken);
        }
    }

    @Test
    void whatever_stands_in_the_manifest_a_sentence_says_no() throws Exception {
        Map<String, byte[]> parts = parts();
        String manifest = new String(part(parts, "manifest.json"), StandardCharsets.UTF_8);
        for (String[] change :
                new String[][] {
                    {"\"repeats\" : 1", "\"repeats\" : -2"},
                    {"\"models\" : [", "\"models\" : [ null, "},
                    {"\"models\" :", "\"model\" :"},
                    {"\"workers\" : [ 1, 2, 3 ]", "\"workers\" : \"many\""},
                    {"\"effective\" : 1.9", "\"effective\" : \"all\""},
                    {"\"parts\" : [", "\"parts\" : [ null, "},
                    {"traces/00002", "traces/00001"},
                    {"\"bytes\" : ", "\"bytes\" : -"},
                    {"2026-03", "9999-99"},
                    {"1.9", "1e999"},
                }) {
            assertThat(manifest).contains(change[0]);
            parts.put(
                    "manifest.json",
                    manifest.replace(change[0], change[1]).getBytes(StandardCharsets.UTF_8));
            assertThat(sentence(zip(parts, false)))
                    .as(change[1])
                    .contains("is damaged: its manifest cannot be read");
        }
    }
}
