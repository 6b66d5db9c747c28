package dev.lanescope.ui.claims;

import dev.lanescope.claims.evidence.ClaimCard;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// A claim in the list: its state, what is claimed, and why the state is that.
final class ClaimCell extends ListCell<ClaimCard> {

    private static final double BADGE = 88;

    private final StateBadge badge = new StateBadge();
    private final Label words = new Label();
    private final Label why = new Label();
    private final HBox row;

    ClaimCell() {
        words.getStyleClass().add("text-strong");
        why.getStyleClass().addAll("text-small", "text-muted");
        var place = new StackPane(badge);
        place.setMinWidth(BADGE);
        place.setPrefWidth(BADGE);
        place.getStyleClass().add("claim-badge");
        row = new HBox(place, new VBox(words, why));
        row.getStyleClass().add("row");
        setPrefWidth(0); // the list's width; long words are cut
    }

    @Override
    protected void updateItem(@Nullable ClaimCard card, boolean empty) {
        super.updateItem(card, empty);
        if (empty || card == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        badge.show(card.state());
        words.setText(card.claim().words());
        why.setText(card.state().why());
        setAccessibleText(
                card.state().word() + ": " + card.claim().words() + " " + card.state().why());
        setGraphic(row);
    }
}
