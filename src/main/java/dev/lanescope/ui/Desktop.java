package dev.lanescope.ui;

import dev.lanescope.exchange.bundle.Bundle;
import dev.lanescope.trace.TraceFile;

import javafx.application.HostServices;
import javafx.geometry.Insets;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// The desktop of a real window: the system's dialogs and its browser.
record Desktop(Window owner, HostServices services) implements Surroundings {

    @Override
    public Optional<Path> askForFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle("Open a folder of Markdown pages");
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> askForTrace() {
        var chooser = new FileChooser();
        chooser.setTitle("Open a trace");
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(
                                "Traces and studies: Lanescope, Chrome, JFR, speedscope",
                                "*." + TraceFile.EXTENSION,
                                "*." + Bundle.EXTENSION,
                                "*." + TraceFile.EXTENSION + "." + TraceFile.PART,
                                "*.json",
                                "*.json.gz",
                                "*.jfr"),
                        new ExtensionFilter("All files", "*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> askWhereToSave(String name) {
        var chooser = new FileChooser();
        chooser.setTitle("Save");
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public boolean confirm(String question) {
        var goOn = new ButtonType("Close without saving", ButtonBar.ButtonData.OK_DONE);
        var stay = new ButtonType("Stay", ButtonBar.ButtonData.CANCEL_CLOSE);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, question, goOn, stay);
        alert.initOwner(owner);
        alert.setTitle("Lanescope");
        alert.setHeaderText(null);
        alert.setGraphic(null);
        alert.getDialogPane().setPadding(new Insets(12));
        letEnterMean(stay, goOn, alert.getDialogPane());
        alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        return alert.showAndWait().filter(goOn::equals).isPresent();
    }

    /// Who presses Enter without reading loses nothing.
    private static void letEnterMean(ButtonType safe, ButtonType other, DialogPane pane) {
        if (pane.lookupButton(safe) instanceof Button button
                && pane.lookupButton(other) instanceof Button risky) {
            risky.setDefaultButton(false);
            button.setDefaultButton(true);
        }
    }

    @Override
    public void browse(Path file) {
        services.showDocument(file.toUri().toString());
    }
}
