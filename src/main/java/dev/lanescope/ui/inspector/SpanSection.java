package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.trace.CpuTime;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Fingerprint;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.kit.StateStyle;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.timeline.Chosen;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.function.ObjIntConsumer;

/// What is known of one span: stage, page, worker, when, how long, how much of it on a core.
final class SpanSection extends VBox {

    private final Appearance appearance;
    private final Fingerprint strip;
    private final ObjIntConsumer<RunRecord> browse;
    private final KeyValues facts = new KeyValues();

    SpanSection(Appearance appearance, ObjIntConsumer<RunRecord> browse) {
        this.appearance = appearance;
        this.strip = new Fingerprint(appearance, 10);
        this.browse = browse;
        getStyleClass().add("section");
        setId("span");
    }

    void show(Snapshot trace, Chosen chosen, Optional<RunRecord> record) {
        LaneView lane = trace.lanes().get(chosen.lane());
        Span span = lane.span(chosen.span());
        State state = trace.stateOf(span);
        getChildren().setAll(heading(state, span));
        trace.itemOf(span).ifPresent(page -> getChildren().add(pageName(page)));
        facts.clear();
        facts.add(
                trace.info().isForeign() ? "Thread" : "Worker",
                lane.number() + 1 + "  " + lane.name());
        facts.add("Start", Inspector.time(span.startNanos()));
        facts.add("Duration", Inspector.time(span.nanos()));
        facts.add("CPU time", lane.cpuTime(span.index()).map(SpanSection::cpu).orElse("not read"));
        waitedBefore(trace, lane, span).ifPresent(text -> facts.add("Waited before", text));
        getChildren().add(facts);
        if (span.hasItem()) {
            addVisit(trace, lane, span);
            record.filter(run -> run.rendered().isPresent())
                    .ifPresent(run -> getChildren().add(openButton(run, span.item())));
        }
    }

    private HBox heading(State state, Span span) {
        var name = new Label(state.name());
        name.getStyleClass().add("text-heading");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var duration = new Label(Inspector.time(span.nanos()));
        duration.getStyleClass().add("num-strong");
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
