package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.analysis.explain.Finding;
import dev.lanescope.analysis.explain.Remedy;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.findings.CureButton;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.Cure;
import dev.lanescope.ui.session.RunRecord;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What held the shown run up, in words: each with its places, what to change, and a button that
/// runs exactly that.
final class FindingsSection extends VBox {

    /// More nobody acts upon; Compare lists all.
    private static final int MOST = 3;

    private final FindingSource source;
    private final Cure cure;
    private final Consumer<Stretch> onPlace;
    private final Map<Finding, Integer> shownPlaces = new HashMap<>();
    private List<Finding> told = List.of();
    private Optional<RunRecord> of = Optional.empty();

    /// @param onPlace told where to look
    FindingsSection(FindingSource source, Cure cure, Consumer<Stretch> onPlace) {
        super(8);
        this.source = source;
        this.cure = cure;
        this.onPlace = onPlace;
        setId("run-findings");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(Snapshot trace, Optional<RunRecord> record) {
        List<Finding> found = source.of(trace).orElse(List.of());
        if (found.equals(told) && record.equals(of)) {
            return; // the focus stays where it is
        }
        told = found;
        of = record;
        shownPlaces.keySet().retainAll(found);
        getChildren().clear();
        setVisible(!found.isEmpty());
        if (!found.isEmpty()) {
            var title = new Label("What held it up");
            title.getStyleClass().add("text-small-strong");
            getChildren().add(title);
            found.stream().limit(MOST).map(this::card).forEach(getChildren()::add);
        }
    }

    /// What is not shown must not keep a run alive that somebody deletes.
    void forget() {
        told = List.of();
        of = Optional.empty();
        getChildren().clear();
        setVisible(false);
    }

    private Node card(Finding finding) {
        var share = new Label(Amounts.percent(finding.share()));
        share.getStyleClass().add("num-small");
        share.setMinWidth(USE_PREF_SIZE);
        share.setTooltip(new Tooltip("Of all lane time"));
        var buttons = new HBox(6, share, showButton(finding));
        buttons.setAlignment(Pos.CENTER_LEFT);
        Remedy remedy = finding.remedy();
        if (remedy.isSetting() && of.isPresent()) {
            var info = of.get().trace().info();
            String title = info.modelTitle() + " \u00d7 " + info.workers();
            buttons.getChildren().add(new CureButton(cure, of.get(), remedy, title));
        }
        return new VBox(
                2,
                words(finding.sentence(), "text-small"),
                words(remedy.sentence(), "text-muted"),
                buttons);
    }

    private static Label words(String sentence, String style) {
        var label = new Label(sentence);
        label.getStyleClass().addAll("text-small", style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Button showButton(Finding finding) {
        var show = new Button("Show", Icons.SHOW.node());
        show.getStyleClass().addAll("small", "show-finding");
        show.setMinWidth(USE_PREF_SIZE);
        show.setAccessibleText("Show where: " + finding.sentence());
        show.setTooltip(
                new Tooltip("Selects the place on the lanes; Esc comes back, then the next one"));
        show.setOnAction(_ -> {
            List<Stretch> places = finding.evidence();
            int next = shownPlaces.merge(finding, 1, Integer::sum) - 1;
            onPlace.accept(places.get(next % places.size()));
        });
        return show;
    }
}
