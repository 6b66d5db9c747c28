package dev.lanescope.claims.evidence;

import dev.lanescope.recording.Workspace;
import dev.lanescope.trace.WholeFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// All evidence that outlives the session: a folder with one file for each, which appears whole or
/// not at all and is never changed. What was changed by others is told of and not counted.
public final class EvidenceBook {

    /// What the folder holds.
    ///
    /// @param complaints a sentence for each file that cannot be trusted
    /// @param files the names of the files that the evidence lies in
    public record Contents(
            List<Evidence> evidence, List<String> complaints, Map<Evidence, String> files) {
        public Contents {
            evidence = List.copyOf(evidence);
            complaints = List.copyOf(complaints);
            files = Map.copyOf(files);
        }

        /// Where it lies in the folder; empty if it is not kept.
        public Optional<String> file(Evidence each) {
            return Optional.ofNullable(files.get(each));
        }
    }

    /// What an empty folder holds.
    public static final Contents NOTHING = new Contents(List.of(), List.of(), Map.of());

    static final int MOST_FILES = 1_000;
    static final int MOST_BYTES = 256 << 10;
    private static final String ENDING = ".evidence";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final KeptFolder kept;

    private EvidenceBook(Path folder) {
        this.folder = folder;
        kept = new KeptFolder(folder);
    }

    /// The book in a folder, which need not be there yet.
    public static EvidenceBook in(Path folder) {
        return new EvidenceBook(folder.toAbsolutePath().normalize());
    }

    /// That of this user.
    public static EvidenceBook ofUser() {
        return in(Workspace.data().resolve("claims"));
    }

    public Path folder() {
        return folder;
    }

    /// Makes sure that something can be kept, before it is measured.
    ///
    /// @throws EvidenceException with one sentence if nothing can
    public void expectRoom() throws EvidenceException {
        kept.expectRoom();
    }

    /// Keeps it; what says nothing is not kept.
    public void keep(Evidence evidence) throws EvidenceException {
        if (evidence.readings().isEmpty()) {
            return;
        }
        String name =
                NAME.format(evidence.when())
                        + "-"
                        + UUID.randomUUID().toString().substring(0, 8)
                        + ENDING;
        byte[] text = EvidenceForm.text(evidence).getBytes(StandardCharsets.UTF_8);
        if (evidence.readings().size() > EvidenceForm.MOST_READINGS || text.length > MOST_BYTES) {
            throw new EvidenceException(
                    "What was found is too much to be kept in one file of " + folder + ".");
        }
        try {
            Files.createDirectories(folder);
            WholeFile.write(folder.resolve(name), out -> out.write(text));
        } catch (IOException e) {
            throw kept.refusal("What was found could not be kept", e);
        }
    }

    /// Reads the newest of it, at most [#MOST_FILES] files; a folder that is not there is empty.
    public Contents read() throws EvidenceException {
        if (!Files.isDirectory(folder)) {
            return NOTHING;
        }
        List<Evidence> evidence = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        Map<Evidence, String> files = new HashMap<>();
        for (Path file : files()) {
            read(file)
                    .ifPresentOrElse(
                            each -> {
                                evidence.add(each);
                                files.put(each, file.getFileName().toString());
                            },
                            () ->
                                    complaints.add(
                                            file.getFileName()
                                                    + " in "
                                                    + folder
                                                    + " was changed, or is none of this"
                                                    + " Lanescope\u2019s: it is not counted."));
        }
        return new Contents(evidence, complaints, files);
    }

    private List<Path> files() throws EvidenceException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.getFileName().toString().endsWith(ENDING))
                    .sorted(
                            Comparator.comparing((Path each) -> each.getFileName().toString())
                                    .reversed())
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            throw new EvidenceException(folder + " could not be read: " + e.getMessage(), e);
        }
    }

    private static Optional<Evidence> read(Path file) {
        try {
            return Files.size(file) > MOST_BYTES
                    ? Optional.empty()
                    : EvidenceForm.read(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
