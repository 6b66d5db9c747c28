package dev.lanescope.ui.claims;

import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Choices;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What others claimed, and what is known of it here: in one of several views, with what is looked
/// at on the right.
public final class ClaimsScreen extends BorderPane {

    private static final double PANEL = 380;
    private static final double NARROW_PANEL = 300;
    private static final double WIDE = 900;

    /// A view, and what stands on its right unless it brings that along.
    private record Panes(Region middle, Optional<Region> side) {}

    private final ClaimsModel model;
    private final Map<ClaimView, Panes> views = new EnumMap<>(ClaimView.class);
    private final Label summary = new Label("Looking for Pythons and what was kept \u2026");
    private final Label complaints = new Label();
    private final ScrollPane side = new ScrollPane();

    /// @param onCompare shows the ticked runs side by side
    public ClaimsScreen(
            ClaimsModel model, GuidePane guide, Appearance appearance, Runnable onCompare) {
        this.model = model;
        setId("claims");
        setMinWidth(480);
        var cell = new TableCellPane(model, onCompare);
        var claim = new ClaimPane(model, appearance, onCompare);
        views.put(ClaimView.CARDS, new Panes(new CardsPane(model), Optional.of(claim)));
        var tables = new TablesPane(model, cell, appearance);
        views.put(ClaimView.TABLES, new Panes(tables, Optional.of(cell)));
        views.put(ClaimView.GUIDE, new Panes(guide, Optional.empty()));
        complaints.setId("claim-complaints");
        complaints.getStyleClass().addAll("text-small", "text-bad", "cautions");
        complaints.setWrapText(true);
        complaints.managedProperty().bind(complaints.visibleProperty());
        complaints.setVisible(false);
        setTop(new VBox(head(), complaints));
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().addAll("panel", "line-left", "edge-to-edge");
        model.viewProperty().subscribe(this::show);
        model.toldProperty().subscribe(this::tell);
    }

    private HBox head() {
        var title = new Label("What others claimed");
        title.getStyleClass().add("text-small-strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.setTooltip(
                new Tooltip(
                        "None of it is a result of Lanescope. What was found here is kept in "
                                + model.book().folder()));
        var choice = new Choices<>("claim-view", model.viewProperty());
        for (ClaimView view : ClaimView.values()) {
            choice.add(view, view.name().toLowerCase(Locale.ROOT), view.title(), view.sentence());
        }
        var what = new Label("and what this machine says to it; whole 95 % intervals decide");
        what.getStyleClass().addAll("text-small", "text-muted");
        what.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        summary.setId("claim-summary");
        summary.getStyleClass().addAll("text-small", "text-muted");
        summary.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(title, choice, what, space, summary);
        head.getStyleClass().add("panel-head");
        return head;
    }

    @Override
    protected void layoutChildren() {
        side.setPrefWidth(getWidth() < WIDE ? NARROW_PANEL : PANEL);
        super.layoutChildren();
    }

    private void show(ClaimView view) {
        Panes panes = views.get(view);
        if (panes != null) {
            setCenter(panes.middle());
            panes.side().ifPresent(side::setContent);
            setRight(panes.side().isPresent() ? side : null);
        }
    }

    private void tell(Optional<Told> told) {
        told.ifPresent(now -> {
            summary.setText(now.summary());
            complaints.setText(String.join(" ", now.complaints()));
            complaints.setVisible(!now.complaints().isEmpty());
        });
    }
}
