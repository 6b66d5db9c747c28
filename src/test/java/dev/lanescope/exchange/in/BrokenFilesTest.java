package dev.lanescope.exchange.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.TraceFileException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;

/// Files that are not what they should be: each gets one sentence, soon, and takes little memory.
class BrokenFilesTest {

    private static final String EVENT =
            "{\"name\":\"a\",\"ph\":\"X\",\"ts\":0,\"dur\":1,\"pid\":1,\"tid\":1}";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | is empty",
                "# A page | is no trace that Lanescope reads; it reads",
                "[1, 2 oops] | is not JSON at line 1, column 7",
                "{ 'traceEvents': [ { 'name': | was cut short: it ends inside event 1",
                "{ 'traceEvents': [ {}, | was cut short: it ends after event 1",
                "{ 'traceEvents': [ {} ] | was cut short: its JSON ends in the middle at line 1",
                "{ 'traceEvents': 7 } | there is no list under",
                "{ 'traceEvents': [] } more | is not JSON",
                "{ 'traceEvents': [] } [] | more follows after the end",
                "{ 'traceEvents': [] } | holds nothing that can be shown",
                "[] | holds nothing that can be shown",
                "{ 'name': 'x' } | is JSON, but no trace: it has neither",
                "{ 'nodes': [], 'samples': [] } | CPU profile of V8",
                "{ 'meta': {}, 'threads': [] } | profile of Firefox",
            })
    void one_sentence_says_what_is_wrong(String text, String sentence) throws Exception {
        assertThat(Opened.refusal(folder, text.replace('\'', '"'))).contains(sentence);
    }

    @Test
    void what_is_packed_otherwise_is_told_what_it_is() throws Exception {
        assertThat(Opened.refusal(folder, "PK\u0003\u0004 and more")).contains("zip archive");
        assertThat(Opened.refusal(folder, "\n\u0008")).contains("Perfetto");
    }

    @Test
    void if_all_events_make_no_sense_the_first_is_named() throws Exception {
        assertThat(Opened.refusal(folder, "[" + EVENT.replace("\"dur\":1", "\"dur\":-1") + "]"))
                .isEqualTo(
                        "holds nothing that can be shown on lanes: 1 slice with a negative duration"
                                + " was left out (event 1).");
    }

    @Test
    void a_missing_file_and_a_folder_are_told_apart() {
        assertThat(Opened.refusal(folder.resolve("nowhere"))).contains("no such file");
        assertThat(Opened.refusal(folder)).contains("it is not a file");
    }

    @Test
    void deep_nesting_is_refused() throws Exception {
        assertThat(Opened.refusal(folder, "[".repeat(100_000))).contains("nests too deeply");
        String deep = EVENT.replace("}", ",\"args\":" + "{\"a\":".repeat(100_000));
        assertThat(Opened.refusal(folder, "[" + deep)).contains("nests too deeply");
    }

    @Test
    void slices_that_stand_open_inside_each_other_without_end_are_refused() throws Exception {
        String begin = "{\"name\":\"a\",\"ph\":\"B\",\"ts\":0,\"pid\":1,\"tid\":1},";
        assertThat(Opened.refusal(folder, "[" + begin.repeat(10_001))).contains("stand open");
    }

    @Test
    void a_zip_bomb_is_refused_before_it_has_unpacked_much() throws Exception {
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write('[');
            for (int i = 0; i < 300; i++) {
                out.write(blanks);
            }
        }
        assertThat(packed.size()).isLessThan(400_000);
        assertThat(Opened.refusal(folder, packed.toByteArray())).contains("out of proportion");
    }

    @Test
    void a_packed_file_that_breaks_off_or_holds_no_json_is_refused() throws Exception {
        byte[] packed = gzip(("[" + EVENT + "]").getBytes(StandardCharsets.UTF_8));
        assertThat(Opened.refusal(folder, Arrays.copyOf(packed, packed.length - 9)))
                .contains("cut short");
        assertThat(Opened.refusal(folder, gzip(packed))).contains("only trace events may be");
        packed[packed.length - 6] ^= 1;
        assertThat(Opened.refusal(folder, packed)).contains("cannot be unpacked");
    }

    private static byte[] gzip(byte[] bytes) throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void more_lanes_than_can_be_shown_are_refused() throws Exception {
        Path file = folder.resolve("lanes");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write('[');
            for (int thread = 0; thread < 100_000; thread++) {
                String event = EVENT.replace("\"tid\":1", "\"tid\":" + thread) + ",";
                out.write(event.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(Opened.refusal(file)).containsAnyOf("too many to show", "is too big");
    }

    @Test
    void more_slices_than_memory_holds_are_refused() throws Exception {
        Path file = folder.resolve("slices");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write('[');
            byte[] events = (EVENT + ",").repeat(1_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1_000; i++) {
                out.write(events);
            }
        }
        TraceFileException refused =
                org.assertj.core.api.Assertions.catchThrowableOfType(
                        TraceFileException.class, () -> TraceFiles.open(file, 8 << 20, _ -> {}));
        assertThat(refused).hasMessageContaining("is too big").hasMessageContaining("raise -Xmx");
    }

    @Test
    void two_clocks_in_one_file_that_cannot_be_added_up_are_refused() throws Exception {
        var text = new StringBuilder("[");
        for (int thread = 0; thread < 100; thread++) {
            text.append(EVENT.replace("\"tid\":1", "\"tid\":" + thread)).append(',');
        }
        text.append(EVENT.replace("\"ts\":0", "\"ts\":1700000000000000"));
        assertThat(Opened.refusal(folder, text.toString())).contains("did two clocks get mixed");
    }

    @Test
    void names_without_end_are_cut_and_control_characters_do_not_get_through() throws Exception {
        var trace =
                Opened.text(
                        folder,
                        "[" + EVENT.replace("\"a\"", "\"\\u001b[31m" + "n".repeat(5_000) + "\""));
        String name = trace.info().states().getFirst().name();
        assertThat(name).hasSizeLessThanOrEqualTo(1_001).doesNotContain("\u001b");
    }

    @Test
    void reading_can_be_interrupted() throws Exception {
        Path file = Opened.file(folder, ("[" + EVENT + "]").getBytes(StandardCharsets.UTF_8));
        var outcome = new AtomicReference<Throwable>();
        Thread reader =
                Thread.ofPlatform()
                        .start(() -> {
                            Thread.currentThread().interrupt();
                            try {
                                TraceFiles.open(file, _ -> {});
                            } catch (TraceFileException | InterruptedException e) {
                                outcome.set(e);
                            }
                        });
        reader.join();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
    }
}
