package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.PageEffects;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.session.Sentence;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Two runs page by page: a bar a page, sorted by what it did to the makespan of the slower one,
/// and the pages that did most by name. Choosing one shows it in all runs.
final class MatchedPages extends VBox {

    private static final int MOST_NAMED = 100;

    private final CompareModel model;
    private final Appearance appearance;
    private final HBox title = new HBox();
    private final Label counts = new Label();
    private final Canvas canvas = new Canvas();
    private final Region bars =
            new Region() {
                @Override
                protected void layoutChildren() {
                    canvas.setWidth(getWidth());
                    canvas.setHeight(getHeight());
                    paint();
                }

                {
                    getChildren().add(canvas);
                }
            };
    private final ListView<PageEffects.Page> list = new ListView<>();
    private final Tooltip tip = new Tooltip();
    private List<PageEffects.Page> sorted = List.of();

    MatchedPages(CompareModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        setId("matched-pages");
        getStyleClass().add("matched-pages");
        title.getStyleClass().add("row");
        title.setId("matched-title");
        bars.setId("matched-bars");
        bars.setAccessibleText(
                "Pages by what they did to the makespan; the list beside names them");
        bars.setMinSize(60, 40);
        HBox.setHgrow(bars, Priority.ALWAYS);
        list.setId("matched-list");
        list.setAccessibleText("Pages that did most to the makespan");
        list.setFixedCellSize(20);
        list.setMinSize(180, 40);
        list.setPrefWidth(270);
        list.setCellFactory(_ -> new TaskCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(task -> {
                    if (task != null) {
                        model.pickPage(task.task().name());
                    }
                });
        Tooltip.install(bars, tip);
        bars.setOnMouseMoved(
                event -> tip.setText(taskAt(event.getX()).map(MatchedPages::words).orElse("")));
        bars.setOnMouseClicked(event ->
                taskAt(event.getX()).ifPresent(task -> model.pickPage(task.task().name())));
        var account = new PageTable(model).node();
        account.setVisible(false);
        var left = new StackPane(bars, account);
        left.setPrefWidth(60); // all that the list leaves
        HBox.setHgrow(left, Priority.ALWAYS);
        model.marksProperty()
                .subscribe(marks -> {
                    account.setVisible(!marks.accounts().isEmpty());
                    bars.setVisible(marks.accounts().isEmpty());
                });
        var row = new HBox(12, left, list);
        VBox.setVgrow(row, Priority.ALWAYS);
        getChildren().addAll(title, row);
        counts.getStyleClass().addAll("text-small");
        counts.setMinWidth(USE_PREF_SIZE);
        model.diffProperty().subscribe(this::show);
        appearance.themeProperty().subscribe(_ -> paint());
    }

    private void show(Optional<PageDiff> diff) {
        list.getSelectionModel().clearSelection();
        List<PageEffects.Page> tasks = diff.map(now -> now.effects().pages()).orElse(List.of());
        list.getItems().setAll(tasks.subList(0, Math.min(MOST_NAMED, tasks.size())));
        sorted =
                tasks.stream()
                        .filter(task -> task.effectNanos().isPresent())
                        .sorted(Comparator.comparingLong((PageEffects.Page task) -> -effect(task)))
                        .toList();
        diff.ifPresentOrElse(
                now -> title.getChildren().setAll(titleOf(now)), title.getChildren()::clear);
        paint();
    }

    private List<Node> titleOf(PageDiff diff) {
        long slower = sorted.stream().filter(task -> effect(task) > 0).count();
        long faster = sorted.stream().filter(task -> effect(task) < 0).count();
        counts.setText(
                sorted.isEmpty()
                        ? "what they did to it is not known here"
                        : slower + " pages cost time, " + faster + " gained it");
        var head = new Label("Matched pages");
        head.getStyleClass().add("text-small-strong");
        head.setMinWidth(USE_PREF_SIZE);
        var minus = new Label("minus");
        minus.getStyleClass().addAll("text-small", "text-muted");
        var note = new Label("effect on the makespan");
        note.getStyleClass().addAll("text-small", "text-muted");
        note.setMinWidth(0);
        note.setTooltip(new Tooltip(Sentence.begun(diff.effects().basis().words()) + "."));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return List.of(
                head, named(diff.slower()), minus, named(diff.faster()), note, space, counts);
    }

    private static Label named(Entrant entrant) {
        var label =
                new Label(
                        entrant.title(),
                        ModelLook.of(entrant.info().model()).node(10, entrant.isSecond()));
        label.getStyleClass().add("text-small");
        return label;
    }

    private Optional<PageEffects.Page> taskAt(double x) {
        int place = (int) (x / Math.max(1, bars.getWidth()) * sorted.size());
        return place < 0 || place >= sorted.size()
                ? Optional.empty()
                : Optional.of(sorted.get(place));
    }

    private static String words(PageEffects.Page task) {
        return task.task().name() + "  " + difference(task);
    }

    private static long effect(PageEffects.Page task) {
        return task.effectNanos().orElse(0);
    }

    /// What it did to the makespan, and by how much its own time differs.
    private static String difference(PageEffects.Page task) {
        return (task.effectNanos().isPresent() ? signed(effect(task)) : "not known")
                + " of makespan, "
                + signed(task.task().moreNanos())
                + " of lane time";
    }

    private static String signed(long nanos) {
        return (nanos < 0 ? "\u2212" : "+") + Durations.text(Math.abs(nanos), 3);
    }

    private void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        pen.clearRect(0, 0, width, height);
        PageDiff diff = model.diffProperty().get().orElse(null);
        if (diff == null || sorted.isEmpty() || width < 1) {
            return;
        }
        Palette palette = appearance.palette();
        double top = Math.max(0, effect(sorted.getFirst()));
        double bottom = Math.min(0, effect(sorted.getLast()));
        double unit = top - bottom > 0 ? (height - 2) / (top - bottom) : 0;
        double zero = 1 + top * unit;
        int columns = (int) width;
        for (int x = 0; x < columns; x++) {
            PageEffects.Page task = sorted.get((int) ((long) x * sorted.size() / columns));
            boolean gap =
                    columns > sorted.size() * 4
                            && (int) ((x + 1L) * sorted.size() / columns)
                                    != (int) ((long) x * sorted.size() / columns);
            if (!gap) {
                Entrant longer = effect(task) > 0 ? diff.slower() : diff.faster();
                pen.setFill(Argb.fx(palette.model(ModelLook.of(longer.info().model()))));
                double pixels = Math.max(0.5, Math.abs(effect(task)) * unit);
                pen.fillRect(x, effect(task) > 0 ? zero - pixels : zero, 1, pixels);
            }
        }
        pen.setFill(Argb.fx(palette.ground().line2()));
        pen.fillRect(0, Math.floor(zero), width, 1);
    }

    /// A page and its difference.
    private static final class TaskCell extends ListCell<PageEffects.Page> {

        TaskCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(PageEffects.@Nullable Page task, boolean empty) {
            super.updateItem(task, empty);
            if (empty || task == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            var name = new Label(task.task().name());
            name.getStyleClass().add("text-accent");
            name.setMinWidth(0);
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var more = new Label(task.effectNanos().isPresent() ? signed(effect(task)) : "?");
            more.getStyleClass().add("num-small");
            more.setMinWidth(USE_PREF_SIZE);
            setGraphic(new HBox(8, name, space, more));
            setAccessibleText(words(task));
            setTooltip(new Tooltip(words(task)));
        }
    }
}
