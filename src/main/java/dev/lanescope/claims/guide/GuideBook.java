package dev.lanescope.claims.guide;

import dev.lanescope.claims.evidence.CheckedLines;
import dev.lanescope.claims.evidence.EvidenceException;
import dev.lanescope.claims.evidence.KeptFolder;
import dev.lanescope.claims.guide.GuideRecord.Spent;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Workspace;
import dev.lanescope.trace.WholeFile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// The records of guides that outlive the session: one small file for each guide and folder, which
/// appears whole or not at all. A file that was changed is told of and moved aside, never written
/// over; one of a newer Lanescope is left as it is, and nothing is written then. Several processes
/// may write, one at a time: none forgets what another has just written.
public final class GuideBook {

    static final String HEAD = "Lanescope guide 1";
    static final int MOST_BYTES = 64 << 10;
    private static final String ANY_HEAD = "Lanescope guide ";
    private static final int MOST_LINES = 100;
    private static final CheckedLines FORM = new CheckedLines(HEAD, MOST_LINES);

    /// Held by whoever writes, among processes; among the threads of this one by [#CHANGING].
    static final String LOCK = "guides.lock";

    private static final ReentrantLock CHANGING = new ReentrantLock();

    private final Path folder;

    private GuideBook(Path folder) {
        this.folder = folder;
    }

    /// The book in a folder, which need not be there yet.
    public static GuideBook in(Path folder) {
        return new GuideBook(folder.toAbsolutePath().normalize());
    }

    /// That of this user.
    public static GuideBook ofUser() {
        return in(Workspace.data().resolve("guides"));
    }

    /// What was spent on a guide with a site.
    public GuideRecord read(Guide guide, Site site) {
        Path file = file(guide, site);
        return switch (kept(file)) {
            case Kept.Whole(GuideRecord record) -> record;
            case Kept.Newer _ ->
                    complaint(
                            file
                                    + " was written by a newer Lanescope: the time that is spent is"
                                    + " not kept.");
            case Kept.Damaged(String why) ->
                    complaint(
                            file
                                    + " "
                                    + why
                                    + ": the time spent so far is not known, and it will be moved"
                                    + " aside; what was found is not touched by that.");
        };
    }

    private static GuideRecord complaint(String sentence) {
        return new GuideRecord(Map.of(), Optional.of(sentence));
    }

    /// Writes down that a step begins.
    ///
    /// @throws EvidenceException with one sentence if it cannot be kept
    public void begun(Guide guide, Site site, Step step) throws EvidenceException {
        change(guide, site, now -> now.begun(step, Instant.now()));
    }

    /// Writes down that it is over.
    ///
    /// @param whole whether it came to its end and was not stopped
    /// @throws EvidenceException with one sentence if it cannot be kept
    public void ended(Guide guide, Site site, Step step, Duration took, boolean whole)
            throws EvidenceException {
        change(guide, site, now -> now.ended(step, took, whole));
    }

    private void change(Guide guide, Site site, UnaryOperator<GuideRecord> change)
            throws EvidenceException {
        CHANGING.lock();
        try {
            Files.createDirectories(folder);
            try (var channel =
                            FileChannel.open(
                                    folder.resolve(LOCK),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                change(file(guide, site), change);
            }
        } catch (IOException e) {
            throw new KeptFolder(folder).refusal("The time that was spent could not be kept", e);
        } finally {
            CHANGING.unlock();
        }
    }

    private static void change(Path file, UnaryOperator<GuideRecord> change) throws IOException {
        Kept kept = kept(file);
        if (kept instanceof Kept.Newer) {
            return; // said when it was read
        }
        GuideRecord before =
                kept instanceof Kept.Whole(GuideRecord known) ? known : GuideRecord.NEW;
        byte[] text = FORM.text(lines(change.apply(before))).getBytes(StandardCharsets.UTF_8);
        if (kept instanceof Kept.Damaged) {
            String aside = ".damaged-" + UUID.randomUUID().toString().substring(0, 8);
            Files.move(file, file.resolveSibling(file.getFileName() + aside));
        }
        WholeFile.write(file, out -> out.write(text));
    }

    private Path file(Guide guide, Site site) {
        return folder.resolve(
                guide.id() + "-" + Workspace.forContent(site).getFileName() + ".guide");
    }

    private sealed interface Kept {
        record Whole(GuideRecord record) implements Kept {}

        record Newer() implements Kept {}

        record Damaged(String why) implements Kept {}
    }

    private static Kept kept(Path file) {
        try {
            if (Files.notExists(file)) {
                return new Kept.Whole(GuideRecord.NEW);
            }
            if (Files.size(file) > MOST_BYTES) {
                return new Kept.Damaged("is larger than it can be");
            }
            String text = Files.readString(file);
            Optional<GuideRecord> record = FORM.read(text).map(GuideBook::record);
            if (record.isPresent()) {
                return new Kept.Whole(record.get());
            }
            return isNewer(text) ? new Kept.Newer() : new Kept.Damaged("was changed");
        } catch (CharacterCodingException
                | DateTimeException
                | IllegalArgumentException
                | ArithmeticException
                | IndexOutOfBoundsException e) {
            return new Kept.Damaged("was changed");
        } catch (IOException e) {
            return new Kept.Damaged("could not be read (" + e.getMessage() + ")");
        }
    }

    /// Whether it begins as those of later versions will, and is of none that is known.
    private static boolean isNewer(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.matches(ANY_HEAD + "[0-9]{1,4}") && !first.equals(HEAD);
    }

    private static List<List<String>> lines(GuideRecord record) {
        List<List<String>> lines = new ArrayList<>();
        record.steps()
                .forEach((id, spent) ->
                        lines.add(
                                List.of(
                                        "step",
                                        id,
                                        Long.toString(spent.took().toMillis()),
                                        Integer.toString(spent.tries()),
                                        spent.cutOff().map(Instant::toString).orElse(""),
                                        Long.toString(spent.besides().toMillis()))));
        return lines;
    }

    private static GuideRecord record(List<List<String>> lines) {
        Map<String, Spent> steps = new HashMap<>();
        for (List<String> fields : lines) {
            if (!fields.getFirst().equals("step")) {
                throw new IllegalArgumentException(fields.getFirst());
            }
            steps.put(fields.get(1), spent(fields));
        }
        return new GuideRecord(steps, Optional.empty());
    }

    /// The last field is younger than the others: before it all tries were one sum, which is told
    /// as that of the last if one came to its end.
    private static Spent spent(List<String> fields) {
        var took = Duration.ofMillis(Long.parseLong(fields.get(2)));
        int tries = Integer.parseInt(fields.get(3));
        String began = fields.get(4);
        Optional<Instant> cutOff =
                began.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(began));
        if (fields.size() > 5) {
            var besides = Duration.ofMillis(Long.parseLong(fields.get(5)));
            return new Spent(took, besides, tries, cutOff);
        }
        return tries > 0
                ? new Spent(took, Duration.ZERO, tries, cutOff)
                : new Spent(Duration.ZERO, took, tries, cutOff);
    }
}
