package dev.lanescope.ui.experiment;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.recording.Workspace;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.SessionModel;

import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

import java.nio.file.Path;

/// The content folder: its name, how many pages and bytes it has, and the menu to choose another.
/// Where room is short its size gives way first: a run is of a folder that must be told by its
/// name.
final class ContentChip extends MenuButton {

    private static final int LONG_NAME = 14;
    private static final double ROOM_OF_LONG_NAME = 110;

    private final SessionModel session;
    private final FolderChoice folders;
    private final Label name = new Label();
    private final Label size = new Label();

    ContentChip(SessionModel session, FolderChoice folders) {
        this.session = session;
        this.folders = folders;
        setId("content");
        setAccessibleText("Content folder");
        name.getStyleClass().add("text-strong");
        size.getStyleClass().addAll("num", "text-muted");
        var row = new HBox(Icons.FOLDER.node(), name, size);
        row.getStyleClass().add("row");
        setGraphic(row);
        setOnShowing(_ -> fillMenu());
        fillMenu();
        session.contentProperty().subscribe(now -> show(now));
    }

    private void show(Content content) {
        switch (content) {
            case Content.None() -> text("No folder", "", "Choose a folder of Markdown pages");
            case Content.Scanning(Path folder, int found) ->
                    text(nameOf(folder), Amounts.pages(found) + " …", "Reading " + folder);
            case Content.Ready(var site) ->
                    text(
                            site.name(),
                            Amounts.pages(site.pages().size())
                                    + " · "
                                    + Amounts.bytes(site.bytes()),
                            site.folder().toString());
            case Content.Refused(Path folder, String sentence) ->
                    text(nameOf(folder), "cannot be read", sentence);
        }
    }

    private void text(String newName, String newSize, String tip) {
        name.setText(newName);
        name.setMinWidth(newName.length() > LONG_NAME ? ROOM_OF_LONG_NAME : USE_PREF_SIZE);
        size.setText(newSize);
        setTooltip(new Tooltip(tip));
    }

    private void fillMenu() {
        var choose = new MenuItem("Open folder …");
        choose.setAccelerator(KeyCombination.valueOf("Shortcut+O"));
        choose.setOnAction(_ -> folders.ask().ifPresent(session::open));
        var sample = new MenuItem("Sample content");
        sample.setOnAction(_ -> session.open(Workspace.sampleContent()));
        getItems().setAll(choose, sample, new SeparatorMenuItem());
        getItems().addAll(new SiteMenu(session).items());
        var recent = session.settings().recentFolders();
        if (!recent.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        for (Path folder : recent) {
            var item = new MenuItem(folder.toString());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> session.open(folder));
            getItems().add(item);
        }
    }

    private static String nameOf(Path folder) {
        Path last = folder.getFileName();
        return last == null ? folder.toString() : last.toString();
    }
}
