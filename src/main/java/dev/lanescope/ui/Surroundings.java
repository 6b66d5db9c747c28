package dev.lanescope.ui;

import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.guide.GuideBook;
import dev.lanescope.recording.Workspace;
import dev.lanescope.study.whatif.Ledger;

import java.nio.file.Path;
import java.util.Optional;

/// What the window asks of the desktop around it. A test brings its own.
interface Surroundings {

    /// Asks the user for a folder to open.
    Optional<Path> askForFolder();

    /// Asks the user for a trace to open.
    Optional<Path> askForTrace();

    /// Asks the user where to save a file.
    ///
    /// @param name the name to propose
    Optional<Path> askWhereToSave(String name);

    /// Shows a file in the browser.
    void browse(Path file);

    /// Asks the user whether to go on although something would be lost.
    ///
    /// @param question what, and whether all the same
    default boolean confirm(String question) {
        return true;
    }

    /// Where predictions are written down.
    default Ledger ledger() {
        return Ledger.in(Workspace.ledger());
    }

    /// Where what was found about claims is kept.
    default EvidenceBook evidence() {
        return EvidenceBook.ofUser();
    }

    /// Where the time is kept that guides took.
    default GuideBook guides() {
        return GuideBook.ofUser();
    }

    /// Nobody to ask and no browser.
    Surroundings NONE =
            new Surroundings() {
                @Override
                public Optional<Path> askForFolder() {
                    return Optional.empty();
                }

                @Override
                public Optional<Path> askForTrace() {
                    return Optional.empty();
                }

                @Override
                public Optional<Path> askWhereToSave(String name) {
                    return Optional.empty();
                }

                @Override
                public void browse(Path file) {}
            };
}
