package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.ItemFlow;
import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.analysis.SpanStory;
import dev.lanescope.analysis.ToldArrow;
import dev.lanescope.chart.LaneTitle;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.CopyButtons;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.Fingerprint;
import dev.lanescope.ui.kit.StateStyle;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.timeline.Chosen;

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
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/// What is known of one span: stage, page, worker, when, how long, how much of it on a core.
final class SpanSection extends VBox {

    private static final String LOOKING = "looking…";

    /// More stripes than the strip has pixels say nothing more.
    private static final int MOST_PARTS = 1000;

    /// So many arrows are told one by one.
    private static final int MOST_ARROWS = 5;

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

    /// @param story empty as long as the trace is being looked through
    /// @param slack how much longer it could have taken; empty if that is not known
    void show(
            Snapshot trace,
            Chosen chosen,
            Optional<RunRecord> record,
            Optional<SpanStory> story,
            Optional<String> slack) {
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
        facts.add(
                "CPU time",
                lane.cpuTime(span.index()).map(its -> CpuWords.of(its, 1)).orElse("not read"));
        long allocated = lane.allocatedBytes(span.index());
        facts.add("Allocated", allocated < 0 ? "not read" : Amounts.bytes(allocated));
        facts.add(
                "Standing",
                story.map(known -> "P" + known.standing() + " of " + state.name()).orElse(LOOKING));
        slack.ifPresent(words -> facts.add("Slack", words));
        addNesting(trace, span);
        waitedBefore(trace, lane, span).ifPresent(text -> facts.add("Waited before", text));
        story.flatMap(SpanStory::ended).ifPresent(why -> facts.add("Why", why));
        story.ifPresent(known -> addCauses(trace, known));
        story.ifPresent(this::addNeighbours);
        getChildren().add(facts);
        var buttons = new HBox(8);
        if (span.hasItem()) {
            addVisit(trace, lane, span, story);
            record.filter(run -> run.rendered().isPresent())
                    .ifPresent(run ->
                            buttons.getChildren()
                                    .add(
                                            new OpenPageButton(
                                                    () -> browse.accept(run, span.item()))));
        }
        buttons.getChildren().add(new CopyButtons("the span", this::table));
        buttons.getStyleClass().add("row");
        getChildren().add(buttons);
    }

    /// Lets go of the trace.
    void forget() {
        getChildren().clear();
        facts.clear();
        heading = List.of();
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
    private void addCauses(Snapshot trace, SpanStory story) {
        if (trace.info().isForeign()) {
            addArrows(trace, "Arrow from", story.arrivals(), ToldArrow::from);
            addArrows(trace, "Arrow to", story.departures(), ToldArrow::to);
            return;
        }
        Span span = story.span();
        boolean works = trace.stateOf(span).kind().isWork();
        story.before()
                .ifPresent(cause -> {
                    boolean came = works && cause.to().equals(span);
                    String words = ", " + cause.reason().words();
                    facts.add(
                            came ? "Came from" : "Unblocked by",
                            link(nameOf(trace, cause.from()) + words, cause.from()));
                });
        story.after()
                .ifPresent(cause ->
                        facts.add("Let go on", link(nameOf(trace, cause.to()), cause.to())));
    }

    /// What another tool says led to the span, or from it.
    private void addArrows(
            Snapshot trace, String key, List<ToldArrow> arrows, Function<ToldArrow, Span> end) {
        for (ToldArrow arrow : arrows.subList(0, Math.min(MOST_ARROWS, arrows.size()))) {
            Span other = end.apply(arrow);
            String words = nameOf(trace, other) + ", \u201c" + arrow.flow().name() + "\u201d";
            facts.add(key, link(words, other));
        }
        if (arrows.size() > MOST_ARROWS) {
            boolean all = arrows.size() < ToldArrow.MOST;
            String more = (all ? "" : "at least ") + (arrows.size() - MOST_ARROWS) + " more";
            facts.add(key, more);
        }
    }

    /// What lies around a span of another tool, the outermost first.
    private void addNesting(Snapshot trace, Span span) {
        List<NestedSlice> around = trace.nesting().around(span.lane(), span.startNanos());
        for (NestedSlice slice : around) {
            String name = trace.info().items().get(slice.item());
            facts.add("Within", name + "  " + Inspector.time(slice.nanos()));
        }
    }

    private void addNeighbours(SpanStory story) {
        story.sameBefore()
                .ifPresent(before ->
                        facts.add("Same before", link(Inspector.time(before.nanos()), before)));
        story.sameAfter()
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

    private void addVisit(Snapshot trace, LaneView lane, Span span, Optional<SpanStory> story) {
        var text = new Label();
        text.setId("whole-item");
        text.setWrapText(true);
        text.getStyleClass().add("text-muted");
        if (trace.info().isForeign()) {
            ItemVisit.around(lane, span.index())
                    .ifPresent(visit -> {
                        text.setText("Outermost, " + Inspector.time(visit.nanos()));
                        strip.show(parts(trace, List.of(visit)));
                    });
        } else {
            Optional<ItemFlow> flow = story.flatMap(SpanStory::flow);
            text.setText("Page, " + flow.map(SpanSection::wayInWords).orElse(LOOKING));
            strip.show(flow.map(way -> parts(trace, way.visits())).orElse(List.of()));
        }
        getChildren().addAll(text, strip);
    }

    private static String wayInWords(ItemFlow way) {
        return Inspector.time(way.nanos())
                + " from start to written"
                + (way.lanes() == 1 ? "" : ", on " + way.lanes() + " lanes");
    }

    /// What was done on all the lanes, one after the other; without the time in between, in which
    /// it was on none.
    private static List<Fingerprint.Part> parts(Snapshot trace, List<ItemVisit> visits) {
        return visits.stream()
                .flatMap(visit ->
                        IntStream.rangeClosed(visit.firstSpan(), visit.lastSpan())
                                .mapToObj(trace.lanes().get(visit.lane())::span))
                .limit(MOST_PARTS)
                .map(part -> new Fingerprint.Part(trace.stateOf(part), part.nanos()))
                .toList();
    }
}
