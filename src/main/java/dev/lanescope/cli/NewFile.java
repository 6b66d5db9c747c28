package dev.lanescope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// A place where a file can be made without loss: in a folder that is there, not where runs empty
/// it, and not over another file unless that is asked for. It is checked before the runs, because a
/// run whose results cannot be written is a run lost.
final class NewFile {

    private NewFile() {}

    /// Refuses to let one file be written over another of the same command.
    static void expectDifferent(List<Path> files) throws TerminalException {
        var seen = new HashSet<Path>();
        for (Path file : files) {
            if (!seen.add(file)) {
                throw TerminalException.badInput(
                        file + " is named twice; give each file a name of its own.");
            }
        }
    }

    /// Checks the place that the user wants.
    ///
    /// @param output the folder for the site, which every run empties
    /// @param overwrite whether a file that is there may be lost
    /// @return the whole path
    static Path checked(Path wanted, Path output, boolean overwrite) throws TerminalException {
        return checked(wanted, Optional.of(output), overwrite);
    }

    /// The same where perhaps nothing is run.
    static Path checked(Path wanted, Optional<Path> output, boolean overwrite)
            throws TerminalException {
        Path file = wanted.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw TerminalException.badInput(file + " is a folder; give the file a name in it.");
        }
        if (output.filter(file::startsWith).isPresent()) {
            throw TerminalException.badInput(
                    file + " lies in the output folder, which every run empties; choose another.");
        }
        if (!Files.isDirectory(folder)) {
            throw TerminalException.badInput(
                    "The folder " + folder + " does not exist; make it first.");
        }
        if (!Files.isWritable(folder)) {
            throw TerminalException.badInput(
                    "The folder " + folder + " cannot be written; choose another.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw TerminalException.badInput(
                    file + " is there and is no ordinary file; choose another name.");
        }
        if (Files.exists(file) && !overwrite) {
            throw TerminalException.badInput(
                    file + " exists; choose another name, or overwrite it with --force.");
        }
        return file;
    }
}
