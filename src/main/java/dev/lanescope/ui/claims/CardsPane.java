package dev.lanescope.ui.claims;

import dev.lanescope.claims.evidence.ClaimCard;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// A card for each claim, below the way through the decision tree.
final class CardsPane extends VBox {

    private final ClaimsModel model;
    private final ListView<ClaimCard> list = new ListView<>();

    CardsPane(ClaimsModel model) {
        this.model = model;
        getStyleClass().add("panel");
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
        getChildren().addAll(new AdviceStrip(model), list);
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

    private void show(Optional<Told> told) {
        told.ifPresent(now -> {
            List<ClaimCard> cards = now.cards();
            Optional<String> before = model.claimProperty().get();
            list.getItems().setAll(cards);
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
