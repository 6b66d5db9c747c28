package dev.lanescope.ui;

import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.Notice;
import dev.lanescope.ui.session.SessionModel;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.function.Consumer;

/// The one sentence that the user should not miss, with a way to put it away.
final class NoticeStrip extends HBox {

    private final Consumer<Path> open;

    /// @param open lets the desktop show a file or a folder
    NoticeStrip(SessionModel session, Consumer<Path> open) {
        this.open = open;
        managedProperty().bind(visibleProperty());
        session.noticeProperty()
                .subscribe(notice -> {
                    setVisible(notice.isPresent());
                    notice.ifPresent(now -> show(now, session));
                });
    }

    private void show(Notice notice, SessionModel session) {
        getStyleClass().setAll("note", look(notice.kind()));
        var icon = notice.kind() == Notice.Kind.INFO ? Icons.INFO : Icons.WARNING;
        var sentence = new Label(notice.sentence(), icon.node());
        sentence.setId("notice");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        var close = new Button(null, Icons.CLOSE.node());
        close.getStyleClass().addAll("icon-button", "small");
        close.setAccessibleText("Put this message away");
        close.setOnAction(_ -> session.dismissNotice());
        getChildren().setAll(sentence);
        notice.file().ifPresent(file -> addWays(file, notice.readable()));
        getChildren().add(close);
    }

    /// To the file, and to where it lies.
    private void addWays(Path file, boolean readable) {
        if (readable) {
            getChildren().add(way("Open", "notice-open", file));
        }
        @Nullable Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            getChildren().add(way("Show in folder", "notice-folder", folder));
        }
    }

    private Button way(String words, String id, Path to) {
        var way = new Button(words);
        way.setId(id);
        way.getStyleClass().add("small");
        way.setMinWidth(Region.USE_PREF_SIZE);
        way.setOnAction(_ -> open.accept(to));
        return way;
    }

    private static String look(Notice.Kind kind) {
        return switch (kind) {
            case INFO -> "accent";
            case WARNING -> "warn";
            case FAILURE -> "bad";
        };
    }
}
