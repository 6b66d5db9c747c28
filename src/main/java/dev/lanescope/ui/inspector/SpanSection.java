package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Causes;
import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.analysis.Siblings;
import dev.lanescope.analysis.SpanStatistics;
import dev.lanescope.chart.LaneTitle;
import dev.lanescope.trace.CpuTime;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.CopyButtons;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.Fingerprint;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.StateStyle;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.timeline.Chosen;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/// What is known of one span: stage, page, worker, when, how long, how much of it on a core.
final class SpanSection extends VBox {

    private final Appearance appearance;
    private final Fingerprint strip;
    private final ObjIntConsumer<RunRecord> browse;
    private final Consumer<Span> choose;
    private final KeyValues facts = new KeyValues();
    private List<List<String>> heading = List.of();

    /// @param choose is given a span that somebody wants to look at instead
    SpanSection(Appearance appearance, ObjIntConsumer<RunRecord> browse, Consumer<Span> choose) {
        this.appearance = appearance;
        this.choose = choose;
        this.strip = new Fingerprint(appearance, 10);
        this.browse = browse;
        getStyleClass().add("section");
        setId("span");
    }

    void show(Snapshot trace, Chosen chosen, Optional<RunRecord> record) {
        LaneView lane = trace.lanes().get(chosen.lane());
        Span span = lane.span(chosen.span());
        State state = trace.stateOf(span);
        heading =
                List.of(
                        List.of("State", state.name()),
                        List.of("Page", trace.itemOf(span).orElse("")));
        getChildren().setAll(heading(state, span));
        trace.itemOf(span).ifPresent(page -> getChildren().add(pageName(page)));
        facts.clear();
        facts.add(
                trace.info().isForeign() ? "Thread" : "Worker",
                lane.number() + 1 + "  " + lane.name());
        facts.add("Start", Inspector.time(span.startNanos()));
        facts.add("Duration", Inspector.time(span.nanos()));
        facts.add("CPU time", lane.cpuTime(span.index()).map(SpanSection::cpu).orElse("not read"));
        int standing = SpanStatistics.standing(trace, span.state(), span.nanos());
        facts.add("Standing", "P" + standing + " of " + state.name());
        waitedBefore(trace, lane, span).ifPresent(text -> facts.add("Waited before", text));
        addCauses(trace, span);
        addNeighbours(trace, span);
        getChildren().add(facts);
        var buttons = new HBox(8);
        if (span.hasItem()) {
            addVisit(trace, lane, span);
            record.filter(run -> run.rendered().isPresent())
                    .ifPresent(run -> buttons.getChildren().add(openButton(run, span.item())));
        }
        buttons.getChildren().add(new CopyButtons("the span", this::table));
        buttons.getStyleClass().add("row");
        getChildren().add(buttons);
    }

    private HBox heading(State state, Span span) {
        var name = new Label(state.name());
        name.getStyleClass().add("text-heading");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var duration = new Label(Inspector.time(span.nanos()));
        duration.getStyleClass().add("num-strong");
        duration.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(StateStyle.swatch(appearance.palette(), state), name, space, duration);
        row.getStyleClass().add("row");
        return row;
    }

    private static Label pageName(String page) {
        var label = new Label(page);
        label.setWrapText(true);
        label.getStyleClass().add("text-muted");
        return label;
    }

    /// The span's own CPU time, or that of the stretch in which it lies.
    private static String cpu(CpuTime cpu) {
        String share =
                cpu.wallNanos() == 0
                        ? ""
                        : "  " + Amounts.percent((double) cpu.cpuNanos() / cpu.wallNanos());
        String text = Inspector.time(cpu.cpuNanos()) + share;
        return cpu.isExact()
                ? text
                : text + ", over the " + cpu.spans() + " spans between two readings";
    }

    private static Optional<String> waitedBefore(Snapshot trace, LaneView lane, Span span) {
        if (span.index() == 0 || !trace.stateOf(span).kind().isWork()) {
            return Optional.empty();
        }
        Span before = lane.span(span.index() - 1);
        State state = trace.stateOf(before);
        return state.kind().isWork()
                ? Optional.empty()
                : Optional.of(Inspector.time(before.nanos()) + "  " + state.name());
    }

    /// Who let the span begin or the wait end, and what it let go on in its turn.
    private void addCauses(Snapshot trace, Span span) {
        boolean works = trace.stateOf(span).kind().isWork();
        Causes.before(trace, span)
                .ifPresent(cause -> {
                    boolean came = works && cause.to().equals(span);
                    String words = ", " + cause.reason().words();
                    facts.add(
                            came ? "Came from" : "Unblocked by",
                            link(nameOf(trace, cause.from()) + words, cause.from()));
                });
        Causes.after(trace, span)
                .ifPresent(cause ->
                        facts.add("Let go on", link(nameOf(trace, cause.to()), cause.to())));
    }

    private void addNeighbours(Snapshot trace, Span span) {
        Siblings.before(trace, span)
                .ifPresent(before ->
                        facts.add("Same before", link(Inspector.time(before.nanos()), before)));
        Siblings.after(trace, span)
                .ifPresent(after ->
                        facts.add("Same after", link(Inspector.time(after.nanos()), after)));
    }

    private static String nameOf(Snapshot trace, Span span) {
        LaneView lane = trace.lanes().get(span.lane());
        return LaneTitle.of(trace.info(), lane) + " · " + trace.stateOf(span).name();
    }

    private Hyperlink link(String words, Span target) {
        var link = new Hyperlink(words);
        link.setWrapText(true);
        link.setOnAction(_ -> choose.accept(target));
        return link;
    }

    /// All that is said about the span, as it stands.
    CopyTable table() {
        List<List<String>> rows = new ArrayList<>(heading);
        rows.addAll(facts.texts());
        return new CopyTable(List.of("what", "value"), rows);
    }

    private void addVisit(Snapshot trace, LaneView lane, Span span) {
        ItemVisit.around(lane, span.index())
                .ifPresent(visit -> {
                    var text =
                            new Label(
                                    trace.info().isForeign()
                                            ? "Outermost, " + Inspector.time(visit.nanos())
                                            : "Page, "
                                                    + Inspector.time(visit.nanos())
                                                    + " from start to written");
                    text.getStyleClass().add("text-muted");
                    strip.show(
                            visit.spans(lane).stream()
                                    .map(part ->
                                            new Fingerprint.Part(trace.stateOf(part), part.nanos()))
                                    .toList());
                    getChildren().addAll(text, strip);
                });
    }

    private Button openButton(RunRecord run, int page) {
        var open = new Button("Open this page", Icons.EXTERNAL_LINK.node());
        open.setId("open-page");
        open.setOnAction(_ -> browse.accept(run, page));
        return open;
    }
}
