package dev.lanescope.concurrency.cpython.runtime;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// What executables answered when they were last asked, in a file of the user's: one is asked again
/// only when it has changed, or the folders of its libraries have, or what it is asked. One that
/// failed is asked again when it has changed, or somebody says so: to ask those that hang takes
/// seconds each.
final class ProbeCache {

    private static final long BIGGEST = 1 << 20;
    private static final String BETWEEN = "\t";
    private static final char AFTER_STAMP = '|';
    private static final String FAILED = "!";

    private final Path file;
    private final Map<String, String> answers = new ConcurrentSkipListMap<>();
    private boolean changed;
    private String question = "";

    ProbeCache(Path folder) {
        file = folder.resolve("probes");
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= BIGGEST) {
                Files.readString(file).lines().forEach(this::remember);
            }
        } catch (IOException _) {
            // then all are asked
        }
    }

    private void remember(String line) {
        int tab = line.lastIndexOf(BETWEEN);
        if (tab > 0) {
            answers.put(line.substring(0, tab), line.substring(tab + 1));
        }
    }

    /// When the folders were last changed in which it looks for libraries: each new one changes
    /// them.
    private static String libraries(Answer answer) {
        var stamps = new StringBuilder();
        for (Path folder : answer.folders()) {
            long changed = 0;
            try {
                changed = Files.getLastModifiedTime(folder).toMillis();
            } catch (IOException _) {
                // it may come
            }
            stamps.append(changed).append(' ');
        }
        return stamps.toString();
    }

    /// What an executable says of itself, asked only if that is not known.
    Answer answer(Path executable, Map<String, String> environment) throws IOException {
        String key =
                String.join(
                        BETWEEN,
                        executable.toString(),
                        String.valueOf(Files.getLastModifiedTime(executable).toMillis()),
                        String.valueOf(Files.size(executable)),
                        new TreeMap<>(environment).toString(),
                        question());
        @Nullable String known = answers.get(key);
        if (known != null && known.startsWith(FAILED)) {
            throw new IOException(known.substring(FAILED.length()));
        }
        if (known != null) {
            int stamp = known.indexOf(AFTER_STAMP);
            Optional<Answer> answer = Answer.ofLine(known.substring(stamp + 1));
            if (stamp >= 0
                    && answer.isPresent()
                    && known.substring(0, stamp).equals(libraries(answer.get()))) {
                return answer.get();
            }
        }
        Answer answer = asked(key, executable, environment);
        answers.put(key, libraries(answer) + AFTER_STAMP + answer.line());
        changed();
        return answer;
    }

    /// Read once: each candidate is looked up by it.
    private synchronized String question() throws IOException {
        if (question.isEmpty()) {
            question = Probe.question();
        }
        return question;
    }

    private Answer asked(String key, Path executable, Map<String, String> environment)
            throws IOException {
        try {
            return askedTwice(executable, environment);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            if (!Thread.currentThread().isInterrupted() && !why.matches("(?s).*[\\t\\r\\n].*")) {
                answers.put(key, FAILED + why);
                changed();
            }
            throw e;
        }
    }

    /// On a busy machine, or from a cold disk, the first answer may take too long.
    private static Answer askedTwice(Path executable, Map<String, String> environment)
            throws IOException {
        try {
            return Probe.ask(executable, environment);
        } catch (Probe.TookTooLong _) {
            return Probe.ask(executable, environment);
        }
    }

    /// From now on those that failed are asked again.
    void forgetFailures() {
        if (answers.values().removeIf(answer -> answer.startsWith(FAILED))) {
            changed();
        }
    }

    /// From now on this one is asked again if it failed.
    void forgetFailures(Path executable) {
        String start = executable + BETWEEN;
        if (answers.entrySet()
                .removeIf(entry ->
                        entry.getKey().startsWith(start) && entry.getValue().startsWith(FAILED))) {
            changed();
        }
    }

    private synchronized void changed() {
        changed = true;
    }

    /// Writes the answers down; if that fails they are asked for again.
    synchronized void keep() {
        if (!changed) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Collection<String> lines =
                    answers.entrySet().stream()
                            .map(entry -> entry.getKey() + BETWEEN + entry.getValue())
                            .toList();
            Path part = Files.createTempFile(file.getParent(), "probes", ".part");
            try {
                Files.write(part, lines);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            changed = false;
        } catch (IOException _) {
            // nobody depends on it
        }
    }
}
