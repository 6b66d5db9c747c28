package dev.lanescope.ui.claims;

import dev.lanescope.claims.evidence.ClaimCard;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.Sentence;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// All that is known of the claim that is looked at, its rule, and the button that tests it.
final class ClaimPane extends VBox {

    private final ClaimsModel model;
    private final StateBadge badge = new StateBadge();
    private final Label words = text("claim-words", "text-heading");
    private final Label by = text("claim-by", "text-muted");
    private final Label elsewhere = text("claim-elsewhere", "text-muted");
    private final Label why = text("claim-why", "text-body");
    private final Label from = text("claim-from", "text-muted");
    private final Label but = text("claim-but", "text-warn");
    private final Label rule = text("claim-rule", "text-muted");
    private final Label experiment = text("claim-experiment", "text-muted");
    private final Label doing = text("claim-doing", "text-small");
    private final IntervalPlot plot;
    private final Button test = new Button("Test it", Icons.PLAY.node());
    private final Button stop = new Button("Stop", Icons.STOP.node());

    /// @param onCompare shows the runs of a study side by side
    ClaimPane(ClaimsModel model, Appearance appearance, Runnable onCompare) {
        this.model = model;
        plot = new IntervalPlot(appearance);
        test.setId("test-claim");
        test.getStyleClass().add("accent");
        test.setOnAction(_ -> model.test());
        stop.setId("stop-claim");
        stop.setOnAction(_ -> model.stop());
        stop.managedProperty().bind(stop.visibleProperty());
        var compare = new Button("Its runs", Icons.LAYERS.node());
        compare.setId("claim-runs");
        compare.setTooltip(new Tooltip("Show the ticked runs side by side"));
        compare.setOnAction(_ -> onCompare.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons = new HBox(badge, space, stop, compare, test);
        buttons.getStyleClass().add("row");
        var head = new VBox(6, buttons, doing, words, by, elsewhere);
        head.getStyleClass().add("section");
        getChildren()
                .addAll(
                        head,
                        section("Here", why, plot, from, but),
                        section("When it counts as confirmed or refuted", rule),
                        section("How it is tested", experiment));
        model.toldProperty().subscribe(_ -> show());
        model.claimProperty().subscribe(_ -> show());
        model.doingProperty().subscribe(_ -> enable());
        model.session().trials().refusalProperty().subscribe(_ -> enable());
    }

    private static Label text(String id, String style) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().addAll(style, style.equals("text-muted") ? "text-small" : style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private static VBox section(String title, Region... parts) {
        var head = new Label(title);
        head.getStyleClass().add("text-small-strong");
        var box = new VBox(6, head);
        box.getChildren().addAll(parts);
        box.getStyleClass().add("section");
        return box;
    }

    private Optional<ClaimCard> card() {
        return model.toldProperty()
                .get()
                .flatMap(now ->
                        now.cards().stream()
                                .filter(each ->
                                        model.claimProperty()
                                                .get()
                                                .filter(each.claim().id()::equals)
                                                .isPresent())
                                .findFirst());
    }

    private void show() {
        Optional<ClaimCard> now = card();
        setVisible(now.isPresent());
        now.ifPresent(card -> {
            badge.show(card.state());
            words.setText(card.claim().words());
            by.setText("Claimed by: " + card.claim().by() + ".");
            elsewhere.setText(
                    card.claim().elsewhere().isEmpty()
                            ? ""
                            : "Told elsewhere: " + card.claim().elsewhere());
            why.setText(
                    card.state().why()
                            + card.outcome()
                                    .map(each ->
                                            "\nOf the outcomes that were expected: "
                                                    + each.words()
                                                    + ".")
                                    .orElse(""));
            plot.show(card);
            from.setText(card.from().isEmpty() ? "" : "From: " + card.fromWords() + ".");
            but.setText(String.join(" ", card.cautions().stream().sorted().toList()));
            rule.setText(card.claim().rule().words());
            model.here()
                    .ifPresent(here ->
                            experiment.setText(
                                    String.join(
                                            "; then ",
                                            card.claim().experiments().stream()
                                                    .map(each -> each.words(here))
                                                    .toList())));
        });
        enable();
    }

    private void enable() {
        Optional<String> obstacle =
                card().flatMap(card -> model.here().flatMap(card.claim()::obstacle));
        Optional<String> off = obstacle.or(() -> model.session().trials().refusalProperty().get());
        test.setDisable(card().isEmpty() || off.isPresent());
        test.setTooltip(
                new Tooltip(
                        off.orElse(
                                "Do the experiment on the open folder, and keep what comes out")));
        stop.setVisible(model.doingProperty().get().isPresent());
        doing.setText(
                model.doingProperty()
                        .get()
                        .map(each -> Sentence.begun(each) + " \u2026")
                        .orElse(""));
    }
}
