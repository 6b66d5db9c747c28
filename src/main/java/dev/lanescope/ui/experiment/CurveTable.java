package dev.lanescope.ui.experiment;

import dev.lanescope.content.Site;
import dev.lanescope.lab.MachineLoad;
import dev.lanescope.lab.Unit;
import dev.lanescope.lab.curves.BreakEvens;
import dev.lanescope.lab.curves.CurveBook;
import dev.lanescope.lab.curves.CurveFinding;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.CurveLine;
import dev.lanescope.lab.curves.CurveSheet;
import dev.lanescope.lab.curves.Route;
import dev.lanescope.lab.curves.Row;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.PixelPane;
import dev.lanescope.ui.kit.Shown;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Trial;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Costs that depend on something: chosen, measured at the press of a button, drawn, told in words,
/// and told in full by a table.
final class CurveTable extends VBox {

    private static final double WIDTH = 1020;

    private final SessionModel session;
    private final Optional<Site> content;
    private final Appearance appearance;
    private final ComboBox<CurveKind> kinds = new ComboBox<>();
    private final Button begin = new Button("Measure");
    private final Button stop = new Button("Stop");
    private final Label state = new Label();
    private final Label off = new Label();
    private final Label sentence = new Label();
    private final Label words = new Label();
    private final TableView<CurveLine> table = new TableView<>();
    private final CurveChart chart = new CurveChart();
    private final PixelPane picture = new PixelPane((_, _, _) -> draw());
    private CurveBook book = new CurveBook(CurveKind.PING_PONG);
    private @Nullable Trial<CurveFinding> trial;
    private boolean goesOn;
    private MachineLoad before = MachineLoad.now();

    CurveTable(SessionModel session, Appearance appearance, Optional<Site> content) {
        super(8);
        this.session = session;
        this.appearance = appearance;
        this.content = content;
        setId("curves");
        kinds.setId("curves-kind");
        kinds.setAccessibleText("What is measured");
        kinds.getItems().setAll(CurveKind.values());
        kinds.setCellFactory(_ -> new KindCell());
        kinds.setButtonCell(new KindCell());
        kinds.setValue(book.asked());
        kinds.valueProperty().subscribe((_, kind) -> choose(kind));
        begin.setId("curves-begin");
        begin.getStyleClass().add("accent");
        begin.setOnAction(_ -> begin());
        kinds.disableProperty().bind(begin.disableProperty());
        stop.setId("curves-stop");
        stop.setDisable(true);
        stop.setOnAction(_ -> end("Stopped."));
        state.setId("curves-state");
        state.getStyleClass().add("text-muted");
        words.setId("curves-words");
        for (Label label : List.of(sentence, words)) {
            label.setWrapText(true);
            label.setMaxWidth(WIDTH);
            label.setMinHeight(USE_PREF_SIZE);
        }
        table.setId("curves-table");
        table.setPrefSize(WIDTH, 230);
        table.setPlaceholder(new Label("Not measured."));
        picture.setPrefHeight(240);
        picture.setId("curves-chart");
        off.setId("curves-off");
        off.getStyleClass().add("text-warn");
        Shown.follow(this, session.trials().refusalProperty(), _ -> enable());
        var row = new HBox(kinds, begin, stop, state, off);
        row.getStyleClass().add("row");
        getChildren().addAll(row, sentence, picture, words, table);
        Shown.follow(this, appearance.themeProperty(), _ -> show());
        choose(book.asked());
    }

    private void choose(CurveKind kind) {
        book = new CurveBook(kind);
        sentence.setText(kind.sentence());
        picture.setAccessibleText(kind.title() + " as a chart; the table below has it in full");
        state.setText(
                Stream.concat(Stream.of("Some minutes."), refusals(kind))
                        .reduce("", CurveTable::and));
        table.getColumns().clear();
        List<String> heads =
                new ArrayList<>(List.of("", kind == CurveKind.BREAK_EVEN ? "at" : kind.over()));
        heads.addAll(CurveLine.HEADS);
        for (int column = 0; column < heads.size(); column++) {
            add(heads.get(column), column);
        }
        show();
    }

    private static Stream<String> refusals(CurveKind kind) {
        return kind.rows().stream()
                .flatMap((Row row) -> row.refusal().map(why -> row.title() + ": " + why).stream());
    }

    private static String and(String one, String other) {
        return one.isEmpty() ? other : one + " " + other;
    }

    private void add(String head, int number) {
        var column = new TableColumn<CurveLine, String>(head);
        column.setCellValueFactory(
                line -> new ReadOnlyStringWrapper(line.getValue().cells().get(number)));
        column.setPrefWidth(number == 0 ? 270 : number == 3 ? 130 : 85);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private void begin() {
        CurveKind kind = kinds.getValue();
        book = new CurveBook(kind);
        before = MachineLoad.now();
        goesOn = true;
        enable();
        state.setText("The first figures take some seconds.");
        show();
        trial = session.trials().ofCurves(kind, content);
        trial.begin(
                this::take,
                failure ->
                        over(
                                failure == null
                                        ? "All measured; " + before.wordsUntil(MachineLoad.now())
                                        : failure));
    }

    private void take(CurveFinding found) {
        book = book.with(found);
        int all = CurveBook.measurements(book.asked(), book.asked().rounds());
        state.setText(book.measurements() + " of " + all + " measured");
        show();
    }

    private void over(String how) {
        goesOn = false;
        enable();
        state.setText(how);
    }

    /// Says why the button is off, if it is so for what goes on elsewhere.
    private void enable() {
        Optional<String> refusal = session.trials().refusalProperty().get();
        begin.setDisable(goesOn || refusal.isPresent());
        stop.setDisable(!goesOn);
        off.setText(goesOn ? "" : refusal.orElse(""));
    }

    private void end(String how) {
        if (trial != null) {
            trial.cancel();
        }
        over(how);
    }

    /// Ends what goes on, because nobody looks any more.
    void close() {
        if (goesOn) {
            end("Stopped when the table was closed.");
        }
    }

    private void show() {
        List<CurveLine> lines = new ArrayList<>(CurveLine.of(book.sheet()));
        for (CurveSheet sheet : book.all()) {
            if (sheet.kind() != book.asked()) {
                CurveLine.of(sheet).forEach(line -> lines.add(line.of(sheet.kind())));
            }
        }
        if (book.asked() == CurveKind.BREAK_EVEN) {
            lines.addAll(computed(book.breakEvens()));
        }
        table.getItems().setAll(lines);
        words.setText(String.join("\n", book.words()));
        words.setManaged(!words.getText().isEmpty());
        chart.show(book, appearance.palette());
        picture.repaint();
    }

    /// The lines of the chart, which are made of two other figures.
    private static List<CurveLine> computed(BreakEvens evens) {
        List<CurveLine> lines = new ArrayList<>();
        for (Route route : Route.crossing()) {
            evens.computed(route)
                    .forEach((size, nanos) ->
                            lines.add(
                                    new CurveLine(
                                            "Break-even: " + route.title(),
                                            Unit.BYTES.words(size),
                                            Unit.NANOSECONDS.words(nanos),
                                            "computed",
                                            "",
                                            "",
                                            "",
                                            "",
                                            "")));
        }
        return lines;
    }

    private void draw() {
        chart.plot().draw(picture.image());
    }

    private static final class KindCell extends ListCell<CurveKind> {
        @Override
        protected void updateItem(@Nullable CurveKind kind, boolean empty) {
            super.updateItem(kind, empty);
            setText(kind == null || empty ? "" : kind.title());
        }
    }
}
