package dev.lanescope.ui.runs;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.SpeedUp;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.exchange.out.ExportFormat;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.RunInfo.Temperature;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.StudyMark;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Fingerprint;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// One run as a card: model and workers, wall time, pages/s and speed-up, and the strip of where
/// the lane time went.
final class RunCell extends ListCell<RunRecord> {

    private final SessionModel session;
    private final CompareTick tick;
    private final Fingerprint strip;
    private final RunActions actions;
    private final MenuItem site = item("", Icons.EXTERNAL_LINK);
    private final ContextMenu menu;

    RunCell(SessionModel session, ChosenRuns chosen, Appearance appearance, RunActions actions) {
        this.session = session;
        this.tick = new CompareTick(chosen, this);
        this.strip = new Fingerprint(appearance, 5);
        this.actions = actions;
        this.menu = menu();
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RunRecord record, boolean empty) {
        super.updateItem(record, empty);
        if (empty || record == null) {
            setGraphic(null);
            setContextMenu(null);
            return;
        }
        strip.show(parts(record.trace(), record.laneTime()));
        var card = new VBox(4, titleLine(record), numbersLine(record), strip);
        pythonLine(record.trace().info()).ifPresent(line -> card.getChildren().add(1, line));
        tick.show(record);
        setGraphic(card);
        offerSite(record);
        setContextMenu(menu);
        setAccessibleText(spoken(record));
    }

    /// The parts of a fingerprint: total time in every state.
    static java.util.List<Fingerprint.Part> parts(Snapshot trace, LaneTime time) {
        return IntStream.range(0, trace.info().states().size())
                .filter(state -> time.nanos(state) > 0)
                .mapToObj(state -> new Fingerprint.Part(trace.state(state), time.nanos(state)))
                .toList();
    }

    private Node titleLine(RunRecord record) {
        RunInfo info = record.trace().info();
        var name = new Label(info.isForeign() ? info.content() : info.modelTitle());
        name.getStyleClass().add("text-strong");
        var workers = new Label(info.isForeign() ? "" : "×" + info.workers());
        workers.setMinWidth(Region.USE_PREF_SIZE);
        workers.setMaxWidth(Double.MAX_VALUE);
        workers.getStyleClass().addAll("num", "text-muted");
        HBox.setHgrow(workers, Priority.ALWAYS);
        var number = new Label("#" + record.number());
        number.getStyleClass().addAll("num", "text-muted");
        number.setMinWidth(Region.USE_PREF_SIZE); // rather the name is cut, which its tip says
        Tooltip.install(name, new Tooltip(name.getText()));
        var row = new HBox(ModelLook.of(info.model()).node(12, false), name, workers, number, tick);
        row.getStyleClass().add("row");
        return row;
    }

    /// The version and build of the CPython that did it; empty if it was this JVM.
    private static Optional<Node> pythonLine(RunInfo info) {
        if (!info.isOfPython()) {
            return Optional.empty();
        }
        String words =
                info.facts().stream()
                        .filter(fact -> fact.name().equals("Runtime"))
                        .map(Fact::value)
                        .findFirst()
                        .orElse("CPython " + info.python().orElse(""));
        var line = new Label(words);
        line.getStyleClass().addAll("text-small", "text-muted");
        line.setTooltip(new Tooltip(words + info.python().map(id -> " (" + id + ")").orElse("")));
        return Optional.of(line);
    }

    private Node numbersLine(RunRecord record) {
        RunInfo info = record.trace().info();
        var wall = new Label(Durations.text(record.summary().wallNanos()));
        wall.getStyleClass().add("num");
        var rate =
                new Label(
                        info.isForeign()
                                ? Amounts.count(record.trace().lanes().size(), "lane")
                                : Amounts.rate(record.summary().pagesPerSecond()) + " p/s");
        rate.getStyleClass().addAll("num", "text-muted");
        wall.setMinWidth(Region.USE_PREF_SIZE); // rather a badge is cut, whose tip says it all
        rate.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(wall, rate, space());
        row.getStyleClass().add("row");
        int failed = record.result().map(result -> result.failures().size()).orElse(0);
        if (failed > 0) {
            row.getChildren().add(badge(failed + " failed", "bad", ""));
        }
        if (record.file().isPresent()) {
            row.getChildren().add(badge("opened", "", openedFrom(record, record.file().get())));
        } else if (record.isStopped()) {
            row.getChildren().add(badge("stopped", "warn", "Stopped before all pages were done"));
        } else {
            row.getChildren().add(speedUpBadge(record));
        }
        return row;
    }

    private static String openedFrom(RunRecord record, Path file) {
        RunInfo info = record.trace().info();
        return (info.isForeign() ? info.modelTitle() + ", opened from " : "Opened from ") + file;
    }

    private Node speedUpBadge(RunRecord record) {
        RunInfo info = record.trace().info();
        Optional<StudyMark> study = StudyMark.of(info);
        if (study.isPresent()) {
            return studyBadge(study.get());
        }
        if (info.isSequential()) {
            return baselineBadge(info);
        }
        Optional<RunRecord> baseline = record.baselineAmong(session.runs());
        if (baseline.isEmpty()
                || !(SpeedUp.of(record.summary(), baseline.get().summary())
                        instanceof SpeedUp.Known(double factor, _))) {
            return badge(
                    info.isCold() ? "cold" : "no baseline",
                    "",
                    "Run Sequential on this folder to see the speed-up");
        }
        var base = baseline.get();
        if (record.differsFrom(base)) {
            return badge("other output", "bad", "Its bytes differ from those of #" + base.number());
        }
        if (info.isCold() && !hasChildren(info)) {
            return badge("cold", "", "The first run of this JVM: the compiler was at work");
        }
        String text = Amounts.factor(factor) + "×";
        String tip =
                "This one run against one run of "
                        + base.trace().info().modelTitle()
                        + ", #"
                        + base.number();
        boolean bothWarm =
                info.temperature() == Temperature.WARM
                        && base.trace().info().temperature() == Temperature.WARM;
        if (!bothWarm) {
            return badge(
                    "~" + text,
                    "warn",
                    hasChildren(info)
                            ? tip
                                    + ". The JVMs of its workers had just been started: the knob"
                                    + " warm-up lets them make passes first"
                            : tip
                                    + ". Java is still warming up, and whoever runs later is faster: run"
                                    + " both again after "
                                    + Amounts.pages(RunInfo.WARM_PAGES));
        }
        return badge(text, "", tip + ". Whether it is faster, Compare says, by repeated runs");
    }

    /// One run of a study says nothing by itself.
    private static Label studyBadge(StudyMark study) {
        return badge(
                "round " + study.round() + "/" + study.rounds(),
                "",
                "Run of study "
                        + study.id()
                        + ": whether its setting is faster, Compare says, by all rounds");
    }

    private static boolean hasChildren(RunInfo info) {
        return Models.byId(info.model()).filter(ConcurrencyModel::survivesCrashes).isPresent();
    }

    private static Label baselineBadge(RunInfo info) {
        return switch (info.temperature()) {
            case COLD -> badge("cold", "", "The first run of this JVM: run it again, warm");
            case WARMING -> badge("~baseline", "", "Java is still warming up");
            case WARM -> badge("baseline", "", "Other runs of this folder are compared with this");
        };
    }

    private static Label badge(String text, String look, String tip) {
        var badge = new Label(text);
        badge.getStyleClass().addAll("badge", "num-small");
        if (!look.isEmpty()) {
            badge.getStyleClass().add(look);
        }
        if (!tip.isEmpty()) {
            badge.setTooltip(new Tooltip(tip));
        }
        return badge;
    }

    /// Made once a cell, about whichever run stands in it: JavaFX never lets go of a menu, nor of
    /// what its items know.
    private ContextMenu menu() {
        site.setOnAction(_ -> withRun(actions::openSite));
        var save = item("Save the trace …", Icons.EXPORT);
        save.setOnAction(_ -> withRun(actions::saveTrace));
        var delete = item("Remove from the list", Icons.DELETE);
        delete.setOnAction(_ -> withRun(actions::delete));
        return new ContextMenu(site, save, exports(), delete);
    }

    private void withRun(Consumer<RunRecord> action) {
        Optional.ofNullable(getItem()).ifPresent(action);
    }

    private Menu exports() {
        var menu = new Menu("Export the trace …", Icons.EXPORT.node());
        for (ExportFormat format : ExportFormat.values()) {
            var one = new MenuItem(format.title() + " (." + format.extension() + ")");
            one.setOnAction(_ -> withRun(record -> actions.exportTrace(record, format)));
            menu.getItems().add(one);
        }
        var svg = new MenuItem("Visible range as SVG");
        svg.setOnAction(_ -> withRun(actions::exportSvg));
        var png = new MenuItem("Visible range as PNG");
        png.setOnAction(_ -> withRun(actions::exportPng));
        menu.getItems().addAll(new SeparatorMenuItem(), svg, png);
        return menu;
    }

    /// An opened trace has no site.
    private void offerSite(RunRecord record) {
        boolean has = record.rendered().isPresent();
        site.setText(
                has ? "Open the site in the browser" : "Open the site: an opened trace has none");
        site.setDisable(!has);
    }

    private static MenuItem item(String text, Icons icon) {
        return new MenuItem(text, icon.node());
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static String spoken(RunRecord record) {
        RunInfo info = record.trace().info();
        String number = "Run " + record.number() + ", ";
        if (record.file().isPresent() && info.isForeign()) {
            return number
                    + openedFrom(record, record.file().get())
                    + ", "
                    + Amounts.count(record.trace().lanes().size(), "lane")
                    + ", "
                    + Durations.text(record.summary().wallNanos());
        }
        return number
                + info.modelTitle()
                + ", "
                + Amounts.count(info.workers(), "worker")
                + ", "
                + Durations.text(record.summary().wallNanos())
                + ", "
                + Amounts.rate(record.summary().pagesPerSecond())
                + " pages per second";
    }
}
