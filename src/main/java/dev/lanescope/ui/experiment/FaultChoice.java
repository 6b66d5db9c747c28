package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.content.Page;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.SessionModel;

import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One page that is made to fail, and how.
final class FaultChoice extends HBox {

    private static final String NONE = "none";

    private final ComboBox<String> kind = new ComboBox<>();
    private final ComboBox<String> page = new ComboBox<>();
    private final Consumer<List<Fault>> chosen;
    private boolean showing;

    FaultChoice(SessionModel session, Consumer<List<Fault>> chosen) {
        super(8);
        this.chosen = chosen;
        kind.getItems().add(NONE);
        Stream.of(Fault.Kind.values()).map(Fault.Kind::id).forEach(kind.getItems()::add);
        kind.setAccessibleText("Kind of fault");
        kind.setOnAction(_ -> take());
        page.setAccessibleText("Page that fails");
        page.setPrefWidth(150);
        page.setOnAction(_ -> take());
        session.contentProperty().subscribe(this::showPages);
        getChildren().addAll(kind, page);
    }

    private void showPages(Content content) {
        if (content instanceof Content.Ready(var site)) {
            showing = true;
            page.getItems().setAll(site.pages().stream().map(Page::source).toList());
            page.getSelectionModel().select(0);
            showing = false;
        }
    }

    private void take() {
        if (showing) {
            return;
        }
        int item = Math.max(0, page.getSelectionModel().getSelectedIndex());
        chosen.accept(
                Stream.of(Fault.Kind.values())
                        .filter(each -> Objects.equals(each.id(), kind.getValue()))
                        .map(each -> new Fault(each, item))
                        .toList());
    }

    void show(List<Fault> faults) {
        showing = true;
        kind.setValue(faults.isEmpty() ? NONE : faults.getFirst().kind().id());
        page.getSelectionModel().select(faults.isEmpty() ? 0 : faults.getFirst().item());
        page.setDisable(faults.isEmpty());
        showing = false;
    }
}
