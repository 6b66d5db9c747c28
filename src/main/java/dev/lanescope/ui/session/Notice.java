package dev.lanescope.ui.session;

import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.PageFailure;
import dev.lanescope.recording.RunResult;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One sentence that the user should not miss.
///
/// @param file what it tells of, if the desktop is to show it or where it lies
/// @param readable whether the desktop can show the file itself
public record Notice(Kind kind, String sentence, Optional<Path> file, boolean readable) {

    /// One that tells of no file.
    public Notice(Kind kind, String sentence) {
        this(kind, sentence, Optional.empty(), false);
    }

    /// That a file was written.
    static Notice saved(String sentence, Path file, boolean readable) {
        return new Notice(Kind.INFO, sentence, Optional.of(file), readable);
    }

    /// How bad it is.
    public enum Kind {
        INFO,
        WARNING,
        FAILURE
    }

    /// That pages failed, and why the first of them did; nothing if none did.
    static Optional<Notice> ofFailures(RunResult result) {
        int failed = result.failures().size();
        if (failed == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Notice(
                        Kind.WARNING,
                        (failed == 1 ? "1 " : failed + " ")
                                + noun(result.failures())
                                + " failed, "
                                + (result.stopped()
                                        ? result.done() + " had come out when the run was stopped. "
                                        : result.done() == 0
                                                ? "none came out. "
                                                : "all others came out. ")
                                + why(result)));
    }

    /// Files made of other pages, such as that of a tag, are no pages.
    private static String noun(List<PageFailure> failures) {
        boolean pages =
                failures.stream().allMatch(failure -> SiteScanner.isMarkdown(failure.page()));
        return (pages ? "page" : "file") + (failures.size() == 1 ? "" : "s");
    }

    /// How the Python ended that had them, or what befell the first of them.
    private static String why(RunResult result) {
        return result.trace().remarks().stream()
                .filter(remark -> remark.endsWith(PythonModel.IS_LOST))
                .findFirst()
                .orElseGet(() -> result.failures().getFirst().cause());
    }
}
