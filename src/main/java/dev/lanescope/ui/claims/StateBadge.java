package dev.lanescope.ui.claims;

import dev.lanescope.claims.ClaimState;
import dev.lanescope.ui.session.Sentence;

import javafx.scene.control.Label;

/// The state of a claim, in a word and a tint.
final class StateBadge extends Label {

    StateBadge() {
        getStyleClass().addAll("badge", "text-small");
        setMinWidth(USE_PREF_SIZE);
    }

    void show(ClaimState state) {
        getStyleClass().removeAll("ok", "warn", "bad");
        setText(Sentence.begun(state.word()));
        switch (state) {
            case ClaimState.Confirmed _ -> getStyleClass().add("ok");
            case ClaimState.Refuted _ -> getStyleClass().add("bad");
            case ClaimState.Undecided _ -> getStyleClass().add("warn");
            case ClaimState.NotTestable _ -> {}
        }
    }
}
