package dev.lanescope.study.whatif;

import dev.lanescope.recording.Machine;
import dev.lanescope.study.whatif.LedgerEntry.Outcome;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/// All predictions and what came of them: a file that is only ever added to. A prediction is on the
/// disk before the run that decides about it begins, and its outcome is a line of its own.
///
/// Every line has a check that takes the line before into account. A line whose check does not fit
/// is told of and stays where it is; nothing is ever written over.
public final class Ledger {

    /// What a ledger holds.
    ///
    /// @param entries the oldest first
    /// @param complaints a sentence for each line that cannot be trusted
    public record Contents(List<LedgerEntry> entries, List<String> complaints) {

        public Contents {
            entries = List.copyOf(entries);
            complaints = List.copyOf(complaints);
        }

        /// E.g. `17 of 20 predictions in their band`.
        public String summary() {
            long told = entries.stream().filter(each -> each.error().isPresent()).count();
            long right =
                    entries.stream()
                            .filter(each -> each.verdict() == LedgerEntry.Verdict.IN_BAND)
                            .count();
            return told == 0
                    ? "no prediction has been tried yet"
                    : right + " of " + told + " predictions in their band";
        }
    }

    static final String HEAD = "Lanescope ledger 1";
    static final long MOST_BYTES = 16L << 20;
    private static final int MOST_COMPLAINTS = 20;

    private static final ReentrantLock ADDING = new ReentrantLock();

    private final Path file;

    private Ledger(Path file) {
        this.file = file;
    }

    /// The ledger in a file, which need not be there yet.
    public static Ledger in(Path file) {
        return new Ledger(file.toAbsolutePath().normalize());
    }

    public Path file() {
        return file;
    }

    /// Writes down what is said now, before it is known.
    ///
    /// @param content what will be rendered
    /// @param from which runs were replayed
    /// @param probe what the machine gave
    /// @return the name of the entry
    public String predict(
            String content, WhatIf asked, String from, Forecast forecast, String probe)
            throws LedgerException {
        String id = UUID.randomUUID().toString().substring(0, 8);
        append(
                LedgerFields.of(
                        new LedgerEntry(
                                id,
                                Instant.now(),
                                machine(),
                                content,
                                asked.words(),
                                from,
                                forecast,
                                probe,
                                Optional.empty())));
        return id;
    }

    /// Writes down what came of it.
    public void measured(String id, Outcome outcome) throws LedgerException {
        append(LedgerFields.of(id, outcome));
    }

    private static String machine() {
        return Machine.facts().stream()
                .filter(fact -> fact.name().equals("Processor"))
                .map(fact -> fact.value())
                .findFirst()
                .orElse("unknown");
    }

    private void append(List<String> fields) throws LedgerException {
        ADDING.lock(); // that of the file is for other processes only
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (var channel =
                            FileChannel.open(
                                    file,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                append(channel, fields);
            }
        } catch (IOException e) {
            throw new LedgerException(
                    "Nothing could be added to the ledger " + file + ": " + e.getMessage(), e);
        } finally {
            ADDING.unlock();
        }
    }

    private void append(FileChannel channel, List<String> fields)
            throws IOException, LedgerException {
        if (channel.size() > MOST_BYTES) {
            throw tooLarge();
        }
        String last = HEAD;
        var text = new StringBuilder();
        if (channel.size() == 0) {
            text.append(HEAD).append('\n');
        } else {
            expectHead(text(channel, 0, HEAD.length() + 1));
            String tail =
                    text(
                            channel,
                            Math.max(0, channel.size() - 4L * LedgerLine.LONGEST),
                            channel.size());
            if (!tail.endsWith("\n")) { // whoever wrote it was cut off
                text.append('\n');
            }
            last = tail.stripTrailing().lines().reduce((_, line) -> line).orElse(HEAD);
        }
        text.append(LedgerLine.of(fields, LedgerLine.checkOf(last))).append('\n');
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        long at = channel.size();
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        channel.force(true);
    }

    private static String text(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // until it is full
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private void expectHead(String text) throws LedgerException {
        if (!text.startsWith(HEAD + "\n")) {
            throw new LedgerException(
                    file
                            + " is no ledger of this Lanescope: its first line is not \u201c"
                            + HEAD
                            + "\u201d. Move it away, and a new one is begun.");
        }
    }

    private LedgerException tooLarge() {
        return new LedgerException(
                "The ledger "
                        + file
                        + " is larger than "
                        + (MOST_BYTES >> 20)
                        + " MB; move it away, and a new one is begun.");
    }

    /// Reads all of it; a ledger that is not there yet, or has just been made, is empty.
    public Contents read() throws LedgerException {
        ADDING.lock(); // or half a line would be read
        try {
            if (Files.notExists(file) || Files.size(file) == 0) {
                return new Contents(List.of(), List.of());
            }
            if (Files.size(file) > MOST_BYTES) {
                throw tooLarge();
            }
            return read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new LedgerException(
                    "The ledger " + file + " could not be read: " + e.getMessage(), e);
        } finally {
            ADDING.unlock();
        }
    }

    private Contents read(String text) throws LedgerException {
        List<String> lines = text.lines().toList();
        expectHead(text);
        Map<String, LedgerEntry> entries = new LinkedHashMap<>();
        List<String> complaints = new ArrayList<>();
        String before = LedgerLine.checkOf(HEAD);
        for (int number = 1; number < lines.size(); number++) {
            String line = lines.get(number);
            Optional<List<String>> fields = LedgerLine.read(line, before);
            if (fields.isEmpty() || !LedgerFields.add(fields.get(), entries)) {
                complaints.add(
                        "Line "
                                + (number + 1)
                                + " of "
                                + file
                                + (fields.isEmpty()
                                        ? " was changed, or a line before it is missing: its check"
                                                + " does not fit."
                                        : " makes no sense.")
                                + " It is kept, and not counted.");
            }
            before = LedgerLine.checkOf(line);
        }
        if (complaints.size() > MOST_COMPLAINTS) {
            int more = complaints.size() - MOST_COMPLAINTS;
            complaints.subList(MOST_COMPLAINTS, complaints.size()).clear();
            complaints.add("And " + more + " more lines like these.");
        }
        return new Contents(List.copyOf(entries.values()), complaints);
    }
}
