package dev.lanescope.ui.claims;

import dev.lanescope.claims.evidence.ClaimCard;
import dev.lanescope.ui.kit.Appearance;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// What others claimed, a card each with its state here; the one that is looked at on the right.
public final class ClaimsScreen extends BorderPane {

    private static final double PANEL = 380;
    private static final double NARROW_PANEL = 300;
    private static final double WIDE = 900;

    private final ClaimsModel model;
    private final ListView<ClaimCard> list = new ListView<>();
    private final Label summary = new Label("Looking for Pythons and what was kept \u2026");
    private final Label complaints = new Label();
    private final ScrollPane side;

    /// @param onCompare shows the ticked runs side by side
    public ClaimsScreen(ClaimsModel model, Appearance appearance, Runnable onCompare) {
        this.model = model;
        setId("claims");
        setMinWidth(480);
        list.setId("claim-list");
        list.getStyleClass().addAll("runs", "claims");
        list.setAccessibleText("Claims of others, and what is known of them here");
        list.setCellFactory(_ -> new ClaimCell());
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                model.test();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        complaints.setId("claim-complaints");
        complaints.getStyleClass().addAll("text-small", "text-bad", "cautions");
        complaints.setWrapText(true);
        complaints.managedProperty().bind(complaints.visibleProperty());
        complaints.setVisible(false);
        var middle = new VBox(head(), new AdviceStrip(model), complaints, list);
        middle.getStyleClass().add("panel");
        setCenter(middle);
        side = new ScrollPane(new ClaimPane(model, appearance, onCompare));
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().addAll("panel", "line-left", "edge-to-edge");
        setRight(side);
        model.toldProperty().subscribe(this::show);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(card -> {
                    if (card != null) {
                        model.claimProperty().set(Optional.of(card.claim().id()));
                    }
                });
        model.claimProperty().subscribe(_ -> choose());
    }

    private HBox head() {
        var title = new Label("What others claimed");
        title.getStyleClass().add("text-small-strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.setTooltip(
                new Tooltip(
                        "None of it is a result of Lanescope. What was found here is kept in "
                                + model.book().folder()));
        var what = new Label("and what this machine says to it; whole 95 % intervals decide");
        what.getStyleClass().addAll("text-small", "text-muted");
        what.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        summary.setId("claim-summary");
        summary.getStyleClass().addAll("text-small", "text-muted");
        summary.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(title, what, space, summary);
        head.getStyleClass().add("panel-head");
        return head;
    }

    @Override
    protected void layoutChildren() {
        side.setPrefWidth(getWidth() < WIDE ? NARROW_PANEL : PANEL);
        super.layoutChildren();
    }

    private void show(Optional<Told> told) {
        told.ifPresent(now -> {
            List<ClaimCard> cards = now.cards();
            Optional<String> before = model.claimProperty().get();
            list.getItems().setAll(cards);
            summary.setText(now.summary());
            complaints.setText(String.join(" ", now.complaints()));
            complaints.setVisible(!now.complaints().isEmpty());
            model.claimProperty().set(before.or(() -> Optional.of(cards.getFirst().claim().id())));
            choose();
        });
    }

    private void choose() {
        model.claimProperty()
                .get()
                .ifPresent(id -> {
                    ClaimCard now = list.getSelectionModel().getSelectedItem();
                    if (now == null || !now.claim().id().equals(id)) {
                        list.getItems().stream()
                                .filter(card -> card.claim().id().equals(id))
                                .findFirst()
                                .ifPresent(card -> {
                                    list.getSelectionModel().select(card);
                                    list.scrollTo(card);
                                });
                    }
                });
    }
}
