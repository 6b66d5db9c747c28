package dev.lanescope.ui.kit;

import atlantafx.base.controls.ProgressSliderSkin;

import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.textfield.CustomTextField;

import java.util.List;

/// Every part of the kit on one page, to be looked at and to be checked for warnings.
final class Gallery {

    private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("focus-visible");
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");

    private final Palette palette;

    private Gallery(Palette palette) {
        this.palette = palette;
    }

    static Parent of(Palette palette) {
        return new Gallery(palette).page();
    }

    private Parent page() {
        BorderPane page = new BorderPane(middle());
        page.setTop(new VBox(tabBar(), experimentBar()));
        page.setLeft(GalleryRuns.rail());
        page.setRight(GalleryRuns.inspector(palette));
        page.setBottom(foot());
        return page;
    }

    private static Node tabBar() {
        Label brand = text("Lanescope", TextRole.HEADING);
        brand.setGraphic(new Logo(20));
        brand.getStyleClass().add("brand");
        HBox bar = box("tab-bar", brand, gap(100));
        for (String name : List.of("Timeline", "Compare", "Scaling", "Learn", "Advisor")) {
            ToggleButton tab = styled(new ToggleButton(name), "screen-tab");
            tab.setSelected(name.equals("Timeline"));
            tab.pseudoClassStateChanged(FOCUS, name.equals("Learn"));
            bar.getChildren().add(tab);
        }
        CustomTextField search = new CustomTextField();
        search.setPromptText("Find span, page or command");
        search.setLeft(Icons.SEARCH.node());
        search.setRight(styled(new Label("Ctrl+Shift+P"), "kbd", "num-small"));
        search.setPrefWidth(300);
        bar.getChildren().addAll(grow(), search, iconButton(Icons.SUN), iconButton(Icons.HELP));
        return bar;
    }

    private static Node experimentBar() {
        MenuButton folder = new MenuButton("", null, new MenuItem("sample-content"));
        HBox name =
                row(
                        Icons.FOLDER.node(),
                        text("rust-book", TextRole.STRONG),
                        styled(new Label("112 pages · 1.2 MB"), "text-muted"));
        folder.setGraphic(name);
        ComboBox<String> model = new ComboBox<>();
        model.getItems().addAll("fixed-pool", "sequential");
        model.setButtonCell(
                new ListCell<>() {
                    @Override
                    protected void updateItem(String item, boolean empty) {
                        super.updateItem(item, empty);
                        setText(item);
                        setGraphic(item == null ? null : ModelLook.of(item).node(12, false));
                    }
                });
        model.setValue("fixed-pool");
        Slider workers = new Slider(1, 16, 8);
        workers.setSkin(new ProgressSliderSkin(workers));
        workers.setPrefWidth(96);
        HBox chip =
                box(
                        "chip",
                        styled(new Label("Workers"), "text-muted"),
                        workers,
                        text("8", TextRole.NUM_STRONG),
                        new Separator(Orientation.VERTICAL),
                        iconButton(Icons.MINUS),
                        iconButton(Icons.PLUS));
        Button knobs = new Button("Knobs", Icons.KNOBS.node());
        Label changed = styled(new Label("3 changed"), "badge", "accent", "num-small");
        Button run = styled(new Button("Run", Icons.PLAY.node()), "accent");
        Button focused = styled(new Button("Run", Icons.PLAY.node()), "accent");
        focused.pseudoClassStateChanged(FOCUSED, true);
        focused.pseudoClassStateChanged(FOCUS, true);
        Button disabled = styled(new Button("Run", Icons.PLAY.node()), "accent");
        disabled.setDisable(true);
        Button stop = styled(new Button("Stop", Icons.STOP.node()), "danger");
        Button pause = new Button("Pause", Icons.PAUSE.node());
        pause.pseudoClassStateChanged(FOCUSED, true);
        pause.pseudoClassStateChanged(FOCUS, true);
        Region dot = styled(new Region(), "recording-dot");
        return box(
                "experiment-bar",
                folder,
                model,
                chip,
                knobs,
                changed,
                grow(),
                styled(new Label("repeat 3 of 5"), "num", "text-muted"),
                dot,
                text("0.452 s", TextRole.NUM_STRONG),
                run,
                focused,
                disabled,
                pause,
                stop);
    }

    private Node middle() {
        HBox legend = styled(new HBox(), "legend");
        for (String stage : palette.stages().keySet()) {
            legend.getChildren().add(entry(stage, Swatch.stage(palette, stage)));
        }
        legend.getChildren().add(new Separator(Orientation.VERTICAL));
        for (StateLook look : List.of(StateLook.QUEUE, StateLook.LOCK, StateLook.GC)) {
            legend.getChildren().add(entry(look.name(), Swatch.state(palette, look)));
        }
        VBox parts = new VBox(12, Specimen.spans(palette), controls(), notes(), table());
        parts.setStyle("-fx-padding: 12;");
        return new VBox(legend, parts);
    }

    private static ToggleButton entry(String name, Node swatch) {
        ToggleButton entry = styled(new ToggleButton(name, swatch), "legend-entry", "text-small");
        entry.setSelected(name.equals("parse"));
        entry.getStyleClass().addAll(name.equals("write") ? List.of("dimmed") : List.of());
        return entry;
    }

    private static Node controls() {
        ToggleButton time = new ToggleButton("Time");
        time.setSelected(true);
        SegmentedButton align =
                new SegmentedButton(time, new ToggleButton("Pages"), new ToggleButton("Stage"));
        RangeSlider range = new RangeSlider(0, 100, 20, 70);
        CheckBox off = new CheckBox("disabled");
        off.setDisable(true);
        CheckBox focus = new CheckBox("focused");
        focus.setSelected(true);
        focus.pseudoClassStateChanged(FOCUS, true);
        FlowPane row =
                new FlowPane(
                        12,
                        8,
                        align,
                        range,
                        focus,
                        off,
                        new Hyperlink("open the page"),
                        styled(new Button("small"), "small"),
                        styled(new Label("100.0000 % ✓"), "num", "text-ok"),
                        text("233", TextRole.HEADLINE_NUM),
                        text("13.46 ms", TextRole.HEADLINE_NUM_LARGE),
                        text("Title of a scenario", TextRole.TITLE),
                        text("ch12-01-page", TextRole.PAGE));
        for (Icons icon : Icons.values()) {
            row.getChildren().add(icon.node());
        }
        for (Glyph glyph : Glyph.values()) {
            row.getChildren().add(glyph.node(14, "-ls-accent", true));
        }
        return row;
    }

    private static Node notes() {
        VBox notes = new VBox(4);
        notes.getChildren()
                .addAll(
                        note("", Icons.INFO, "All workers build the navigation tree."),
                        note("ok", Icons.CHECK, "Both runs wrote the same bytes."),
                        note("warn", Icons.WARNING, "Other programs use 1.3 of 16 cores."),
                        note("bad", Icons.FAILURE, "3 of 112 pages failed in template."),
                        note("accent", Icons.FLAG, "Drop a flag where you expect the finish."));
        return notes;
    }

    private static Node note(String kind, Icons icon, String words) {
        Label note = styled(new Label(words, icon.node()), "note", "text-small");
        note.getStyleClass().add(kind);
        note.setMaxWidth(Double.MAX_VALUE);
        return note;
    }

    private static Node table() {
        TableView<String> table = new TableView<>();
        for (String title : List.of("Run", "Median ms", "Speed-up")) {
            TableColumn<String, String> column = new TableColumn<>(title);
            column.setCellValueFactory(row ->
                    new SimpleStringProperty(title.equals("Run") ? row.getValue() : "1,234.5"));
            column.setPrefWidth(140);
            if (!title.equals("Run")) {
                column.getStyleClass().add("number");
            }
            table.getColumns().add(column);
        }
        table.getItems().addAll("fixed-pool #42", "sequential #1", "virtual-threads #41");
        table.getSelectionModel().select(1);
        table.setPrefHeight(130);
        return table;
    }

    private static Node foot() {
        Label warn = styled(new Label("Other programs use cores"), "text-warn", "text-small");
        warn.setGraphic(Icons.WARNING.node());
        return box(
                "foot-bar",
                new ProgressBar(0.76),
                text("86 / 112", TextRole.NUM),
                styled(new Label("0 failed"), "text-muted", "text-small"),
                grow(),
                warn,
                styled(new Label("JDK 25 · G1"), "text-muted", "text-small"));
    }

    static Button iconButton(Icons icon) {
        return styled(new Button("", icon.node()), "icon-button");
    }

    static Label text(String words, TextRole role) {
        return styled(new Label(words), role.styleClass());
    }

    static HBox box(String styleClass, Node... children) {
        return styled(new HBox(children), styleClass);
    }

    static <N extends Node> N styled(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    static HBox row(Node... children) {
        return styled(new HBox(children), "row");
    }

    static Region grow() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static Region gap(double width) {
        Region space = new Region();
        space.setMinWidth(width);
        return space;
    }
}
