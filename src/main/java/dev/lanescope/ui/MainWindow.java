package dev.lanescope.ui;

import static dev.lanescope.ui.Screens.Screen.CLAIMS;
import static dev.lanescope.ui.Screens.Screen.COMPARE;
import static dev.lanescope.ui.Screens.Screen.RUNTIMES;
import static dev.lanescope.ui.Screens.Screen.SCALING;
import static dev.lanescope.ui.Screens.Screen.TIMELINE;

import dev.lanescope.chart.TimeWindow;
import dev.lanescope.ui.claims.ClaimView;
import dev.lanescope.ui.claims.ClaimsModel;
import dev.lanescope.ui.claims.ClaimsScreen;
import dev.lanescope.ui.claims.GuideModel;
import dev.lanescope.ui.claims.GuidePane;
import dev.lanescope.ui.compare.CompareModel;
import dev.lanescope.ui.compare.CompareScreen;
import dev.lanescope.ui.compare.Place;
import dev.lanescope.ui.experiment.ExperimentBar;
import dev.lanescope.ui.figures.Figures;
import dev.lanescope.ui.inspector.Inspector;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.CopyButtons;
import dev.lanescope.ui.kit.LivePulse;
import dev.lanescope.ui.kit.Motion;
import dev.lanescope.ui.runs.RunsRail;
import dev.lanescope.ui.runtimes.RuntimesScreen;
import dev.lanescope.ui.scaling.ScalingModel;
import dev.lanescope.ui.scaling.ScalingScreen;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.Cure;
import dev.lanescope.ui.session.Exporting;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.screen.TimelineScreen;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The window's content: bars above, runs on the left, the timeline in the middle, the inspector on
/// the right, the foot below. Everything shows the one [SessionModel].
public final class MainWindow {

    /// Below this width the inspector gives way, unless there is something to inspect.
    private static final double WIDE = 1280;

    private final SessionModel session;
    private final Surroundings surroundings;
    private final TimelineModel timeline;
    private final BorderPane root = new BorderPane();
    private final KeySheet sheet;
    private final FindField find;
    private final Commands commands;
    private final Scene scene;
    private final Screens screens = new Screens();
    private final CompareModel comparing;
    private final ScalingModel scaling;
    private final ClaimsModel claims;
    private final ChosenRuns chosenRuns;
    private final GuideModel guide;
    private final ClaimsScreen claimed;

    MainWindow(
            SessionModel session, Appearance appearance, Motion motion, Surroundings surroundings) {
        this.session = session;
        this.surroundings = surroundings;
        var background = new Background();
        this.timeline = new TimelineModel(background);
        var chosen = new ChosenRuns(session);
        chosenRuns = chosen;
        session.opener()
                .onStudy(runs -> {
                    chosen.choose(runs);
                    screens.show(COMPARE);
                });
        comparing = new CompareModel(chosen, background);
        screens.shownProperty().subscribe(now -> comparing.setShown(now == COMPARE));
        scaling = new ScalingModel(chosen, background);
        screens.shownProperty().subscribe(now -> scaling.setShown(now == SCALING));
        claims = new ClaimsModel(session, chosen, background, surroundings.evidence());
        screens.shownProperty().subscribe(now -> claims.setShown(now == CLAIMS));
        guide =
                new GuideModel(
                        session,
                        chosen,
                        background,
                        surroundings.evidence(),
                        surroundings.guides());
        claimed =
                new ClaimsScreen(
                        claims,
                        new GuidePane(
                                guide, () -> screens.show(COMPARE), surroundings::askWhereToSave),
                        appearance,
                        () -> screens.show(COMPARE));
        screens.shownProperty().subscribe(_ -> showGuide());
        claims.viewProperty().subscribe(_ -> showGuide());
        var pulse = new LivePulse(root, motion);
        motion.reducedProperty().subscribe(timeline::setSteadyKeys);
        session.activeProperty().subscribe(run -> pulse.activeProperty().set(run.isPresent()));
        var screen = new TimelineScreen(session, timeline, pulse, appearance);
        Figures.addTo(screen, timeline, appearance, background);
        var inspector =
                new Inspector(
                        session,
                        timeline,
                        appearance,
                        background,
                        new Cure(session, chosen),
                        this::browsePage);
        var notes = new NoteEditor(session, timeline);
        var notesTable = new NotesTable(timeline, notes);
        var copy = new CopyButtons("the notes", notesTable::table);
        screen.addView(Commands.NOTES, notesTable, new HBox(12, new UnsavedNotes(session), copy));
        Figures.addMoreTo(screen, timeline, appearance, background);
        var runtimes = new RuntimesScreen(session.pythons());
        session.pythons().onShowAll(() -> screens.show(RUNTIMES));
        screens.shownProperty().subscribe(now -> runtimes.setShown(now == RUNTIMES));
        var export =
                new StudyExport(
                        session,
                        screens,
                        comparing,
                        scaling,
                        surroundings,
                        new Exporting(session, background));
        commands =
                new Commands(
                        session,
                        timeline,
                        new Commands.OnScreens(
                                screens,
                                comparing,
                                scaling,
                                claims,
                                guide,
                                this::followGuide,
                                this::tickShown,
                                export::export),
                        appearance,
                        motion,
                        new Commands.Actions(
                                this::askForFolder,
                                this::askForTrace,
                                this::showKeys,
                                this::find,
                                this::findCommand,
                                () -> notes.ask(root.lookup("#lanes")),
                                notes::delete,
                                screen::showView,
                                inspector::copyText,
                                inspector::copyCsv));
        sheet = new KeySheet(commands);
        find = new FindField(timeline, commands);
        inspector
                .visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                this::isInspectorShown,
                                screens.shownProperty(),
                                root.widthProperty(),
                                timeline.selectionProperty(),
                                timeline.rangeProperty()));
        inspector.managedProperty().bind(inspector.visibleProperty());

        root.setTop(
                new VBox(
                        new TopBar(
                                appearance, motion, new ScreenTabs(screens), find, this::showKeys),
                        new ExperimentBar(
                                session,
                                appearance,
                                pulse,
                                timeline.pausedProperty(),
                                surroundings::askForFolder,
                                background),
                        new NoticeStrip(session, surroundings::browse)));
        root.setLeft(
                new RunsRail(
                        session,
                        chosen,
                        pulse,
                        appearance,
                        new RunFiles(session, surroundings, screen, this::askForTrace)));
        var compare =
                new CompareScreen(
                        session, chosen, comparing, appearance, motion, this::goTo, export::export);
        screen.visibleProperty().bind(screens.shownProperty().isEqualTo(TIMELINE));
        compare.visibleProperty().bind(screens.shownProperty().isEqualTo(COMPARE));
        var scales =
                new ScalingScreen(
                        session,
                        chosen,
                        scaling,
                        appearance,
                        background,
                        surroundings.ledger(),
                        export::export);
        scales.visibleProperty().bind(screens.shownProperty().isEqualTo(SCALING));
        claimed.visibleProperty().bind(screens.shownProperty().isEqualTo(CLAIMS));
        runtimes.visibleProperty().bind(screens.shownProperty().isEqualTo(RUNTIMES));
        for (Node each : List.of(screen, compare, scales, claimed, runtimes)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        var centre = new StackPane(screen, compare, scales, claimed, runtimes);
        centre.setAlignment(Pos.TOP_LEFT);
        root.setCenter(centre);
        BorderPane.setAlignment(centre, Pos.TOP_LEFT);
        root.setRight(inspector);
        root.setBottom(new FootBar(session, pulse, export.exporting()));
        scene = new Scene(root);
        new Keys(commands).install(scene);
        new LanesMenu(commands).install(root.lookup("#lanes"));
        root.requestFocus(); // letters are commands until somebody wants to type
        root.setOnDragOver(this::dragOver);
        root.setOnDragDropped(this::dropped);
        root.setOnDragExited(_ -> root.getStyleClass().remove("drop-target"));
    }

    public Scene scene() {
        return scene;
    }

    TimelineModel timeline() {
        return timeline;
    }

    SessionModel session() {
        return session;
    }

    Commands commands() {
        return commands;
    }

    Closing closing() {
        return new Closing(session, surroundings);
    }

    private boolean isInspectorShown() {
        return screens.shownProperty().get() == TIMELINE
                && (root.getWidth() >= WIDE
                        || timeline.selectionProperty().get().isPresent()
                        || timeline.rangeProperty().get().isPresent());
    }

    /// Puts the run that is shown on the timeline into the comparison, or takes it out.
    private void tickShown() {
        session.shownProperty().get().ifPresent(chosenRuns::toggle);
    }

    /// Shows on the timeline what the comparison pointed at.
    private void goTo(Place place) {
        session.show(place.record());
        screens.show(TIMELINE);
        if (timeline.shownProperty().get().filter(place.record().trace()::isOfRun).isEmpty()) {
            return;
        }
        timeline.showWindow(TimeWindow.around(place.startNanos(), place.endNanos()));
        place.span().ifPresent(span -> timeline.goTo(new Chosen(span.lane(), span.index())));
    }

    private void showGuide() {
        guide.setShown(
                screens.shownProperty().get() == CLAIMS
                        && claims.viewProperty().get() == ClaimView.GUIDE);
    }

    private void followGuide() {
        screens.show(CLAIMS);
        claims.viewProperty().set(ClaimView.GUIDE);
    }

    Screens screens() {
        return screens;
    }

    CompareModel comparing() {
        return comparing;
    }

    ClaimsModel claims() {
        return claims;
    }

    ScalingModel scaling() {
        return scaling;
    }

    ChosenRuns chosenRuns() {
        return chosenRuns;
    }

    private void showKeys() {
        sheet.toggle(root.lookup("#help"));
    }

    private void find() {
        find.find();
    }

    private void findCommand() {
        find.command();
    }

    private void askForFolder() {
        surroundings.askForFolder().ifPresent(session::open);
    }

    private void askForTrace() {
        surroundings.askForTrace().ifPresent(session.opener()::open);
    }

    /// Opens what was dropped: a folder is content, a file is a trace; where runs are compared, it
    /// is compared too.
    void open(Path dropped) {
        if (Files.isDirectory(dropped)) {
            session.open(dropped);
        } else if (screens.shownProperty().get() == COMPARE) {
            session.opener().open(dropped, chosenRuns::add);
        } else {
            session.opener().open(dropped);
        }
    }

    private void browsePage(RunRecord record, int page) {
        record.rendered().ifPresent(rendered -> surroundings.browse(rendered.itemFile(page)));
    }

    private void dragOver(DragEvent drag) {
        if (drag.getDragboard().hasFiles()) {
            drag.acceptTransferModes(TransferMode.COPY);
            if (!root.getStyleClass().contains("drop-target")) {
                root.getStyleClass().add("drop-target");
            }
        }
        drag.consume();
    }

    private void dropped(DragEvent drag) {
        var files = drag.getDragboard().getFiles();
        boolean one = files.size() == 1;
        if (one) {
            File file = files.getFirst();
            open(file.toPath());
        }
        drag.setDropCompleted(one);
        drag.consume();
    }
}
