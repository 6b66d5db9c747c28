package dev.lanescope.ui.compare;

import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.ui.findings.ExportButton;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.Motion;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.Cure;
import dev.lanescope.ui.session.Handout;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/// The runs that are ticked, side by side: lanes on one clock, where the speed-up went, what is
/// faster, page by page. With fewer than two it says what to do.
public final class CompareScreen extends StackPane {

    /// So wide is the first row where all its buttons have their words.
    private static final double ROOM = 720;

    private static final double PANEL = 344;
    private static final double NARROW_PANEL = 272;
    private static final double WIDE = 900;

    private static final String NOTHING_TICKED = "Tick at least two runs";
    private static final String HOW_TO_BEGIN =
            "Tick runs of the same content in the list on the left, or click them with Ctrl held:\n"
                    + "their lanes stand under each other on one clock. Or let models take turns,"
                    + " several times each.";
    private static final String ALIKE = "These runs are of one setting";
    private static final String HOW_TO_DIFFER =
            "Tick one of another model or with another number of workers, to be held against them."
                    + "\nOr let models take turns, several times each.";
    private static final String COMPARING = "Comparing \u2026";
    private static final String MEASURING = "A study goes on";
    private static final String HOW_TO_WAIT =
            "Its runs stand here side by side as soon as it is over. How far it is, and Stop, are in"
                    + " the foot of the window.";

    private final StackPanel stacks;

    /// @param onPlace told what to show on the timeline
    /// @param onExport told as which file what is shown is wanted
    public CompareScreen(
            SessionModel session,
            ChosenRuns chosen,
            CompareModel model,
            Appearance appearance,
            Motion motion,
            Consumer<Place> onPlace,
            Consumer<Handout.Kind> onExport) {
        setId("compare");
        setMinWidth(480);
        var lanes = new RaceLanes(model, appearance);
        VBox.setVgrow(lanes, Priority.ALWAYS);
        var bar = new RaceBar(model, lanes::requestFocus);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var head = new HBox();
        head.getChildren()
                .addAll(
                        bar,
                        new ExportButton("compare-export", onExport).shortBelow(ROOM, head),
                        new MeasureButton(session, chosen, "measure"));
        head.getStyleClass().addAll("panel-head", "compare-head");
        var divided =
                new Divided(
                        new VBox(lanes, new PickedLine(model), new VerdictTable(model)),
                        new LowerPane(model, appearance, new Cure(session, chosen), onPlace),
                        session.settings(),
                        model.lower());
        VBox.setVgrow(divided, Priority.ALWAYS);
        var left = new VBox(head, divided);
        left.getStyleClass().add("panel");
        new RacePulse(this, model.race(), motion).start();
        stacks = new StackPanel(model, appearance);
        var pictures = new BorderPane(left);
        pictures.setTop(new Differences(model));
        pictures.setRight(stacks);
        var empty = empty(session, chosen);
        getChildren().addAll(pictures, empty);
        model.comparedProperty()
                .subscribe(compared -> {
                    boolean several = compared.filter(Compared::isOfSeveral).isPresent();
                    pictures.setVisible(several);
                    empty.setVisible(!several);
                });
    }

    @Override
    protected void layoutChildren() {
        stacks.setPrefWidth(getWidth() < WIDE ? NARROW_PANEL : PANEL);
        super.layoutChildren();
    }

    /// What stands here with fewer than two settings to compare.
    private static Node empty(SessionModel session, ChosenRuns chosen) {
        var what = new Label();
        what.getStyleClass().add("text-title");
        var how = new Label();
        how.getStyleClass().add("text-muted");
        Runnable tell =
                () -> {
                    boolean measures = session.measuring().isGoingOn();
                    boolean few = chosen.property().get().size() < 2;
                    boolean one = settings(chosen.property().get()) < 2;
                    what.setText(
                            measures ? MEASURING : few ? NOTHING_TICKED : one ? ALIKE : COMPARING);
                    how.setText(
                            measures ? HOW_TO_WAIT : few ? HOW_TO_BEGIN : one ? HOW_TO_DIFFER : "");
                };
        session.measuring().studyProperty().subscribe(_ -> tell.run());
        chosen.property().subscribe(_ -> tell.run());
        var box =
                new VBox(
                        Icons.LAYERS.node(),
                        what,
                        how,
                        new MeasureButton(session, chosen, "measure-first"));
        box.getStyleClass().add("empty-state");
        box.setId("compare-empty");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static long settings(List<RunRecord> runs) {
        return Contender.group(runs.stream().map(RunRecord::trace).toList()).size();
    }
}
