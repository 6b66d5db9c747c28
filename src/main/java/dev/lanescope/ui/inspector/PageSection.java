package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.ItemFlow;
import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.analysis.SpanStory;
import dev.lanescope.analysis.VisitAccount;
import dev.lanescope.chart.LaneTitle;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.CopyButtons;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.Fingerprint;
import dev.lanescope.ui.kit.StateStyle;
import dev.lanescope.ui.session.RunRecord;

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

/// What is known of a page's whole visit to a lane: how long it was, what was done in that time,
/// how much of it on a core, and where the page was besides.
final class PageSection extends VBox {

    /// So many other visits are told one by one.
    private static final int MOST_VISITS = 5;

    private final Appearance appearance;
    private final ObjIntConsumer<RunRecord> browse;
    private final Consumer<ItemVisit> choose;
    private final Fingerprint strip;
    private final KeyValues facts = new KeyValues();
    private final KeyValues stages = new KeyValues();
    private String name = "";

    /// @param choose is given another visit that somebody wants to look at
    PageSection(
            Appearance appearance, ObjIntConsumer<RunRecord> browse, Consumer<ItemVisit> choose) {
        this.appearance = appearance;
        this.browse = browse;
        this.choose = choose;
        this.strip = new Fingerprint(appearance, 10);
        getStyleClass().add("section");
        setId("page");
    }

    /// @param story of its first span; empty as long as the trace is being looked through
    void show(
            Snapshot trace,
            ItemVisit visit,
            Optional<RunRecord> record,
            Optional<SpanStory> story) {
        LaneView lane = trace.lanes().get(visit.lane());
        VisitAccount account = VisitAccount.of(trace, visit);
        name = trace.info().items().get(visit.item());
        facts.clear();
        stages.clear();
        facts.add(
                trace.info().isForeign() ? "Thread" : "Worker",
                lane.number() + 1 + "  " + lane.name());
        facts.add("Start", Inspector.time(visit.startNanos()));
        facts.add("Duration", Inspector.time(visit.nanos()));
        facts.add("Spans", Amounts.number(account.spans()));
        facts.add(
                "CPU time",
                account.cpu().map(cpu -> CpuWords.of(cpu, account.spans())).orElse("not read"));
        facts.add(
                "Allocated",
                account.allocatedBytes().isPresent()
                        ? Amounts.bytes(account.allocatedBytes().getAsLong())
                        : "not read");
        story.flatMap(SpanStory::flow).ifPresent(way -> addOthers(trace, visit, way));
        for (VisitAccount.Part part : account.parts()) {
            stages.add(
                    trace.state(part.state()).name(),
                    Inspector.time(part.nanos())
                            + "  "
                            + Amounts.percent((double) part.nanos() / Math.max(1, visit.nanos()))
                            + (part.spans() > 1 ? "  in " + part.spans() : ""));
        }
        strip.show(
                account.parts().stream()
                        .map(part -> new Fingerprint.Part(trace.state(part.state()), part.nanos()))
                        .toList());
        var what = new Label(trace.info().isForeign() ? "Inside" : "Stages");
        what.getStyleClass().add("text-small-strong");
        var buttons = new HBox(8);
        buttons.getStyleClass().add("row");
        record.filter(run -> run.rendered().isPresent())
                .ifPresent(run ->
                        buttons.getChildren()
                                .add(new OpenPageButton(() -> browse.accept(run, visit.item()))));
        buttons.getChildren().add(new CopyButtons("the page", this::table));
        getChildren().setAll(heading(trace, visit), facts, what, strip, stages, buttons);
    }

    private HBox heading(Snapshot trace, ItemVisit visit) {
        var title = new Label(name);
        title.getStyleClass().add("text-heading");
        title.setWrapText(true);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var duration = new Label(Inspector.time(visit.nanos()));
        duration.getStyleClass().add("num-strong");
        duration.setMinWidth(USE_PREF_SIZE);
        var first = trace.state(trace.lanes().get(visit.lane()).state(visit.firstSpan()));
        var row = new HBox(StateStyle.swatch(appearance.palette(), first), title, space, duration);
        row.getStyleClass().add("row");
        return row;
    }

    private void addOthers(Snapshot trace, ItemVisit visit, ItemFlow way) {
        if (way.visits().size() == 1) {
            return;
        }
        facts.add("In all", Inspector.time(way.nanos()) + " from start to written");
        List<ItemVisit> others =
                way.visits().stream().filter(other -> !other.equals(visit)).toList();
        for (ItemVisit other : others.subList(0, Math.min(MOST_VISITS, others.size()))) {
            String lane = LaneTitle.of(trace.info(), trace.lanes().get(other.lane()));
            var link = new Hyperlink(lane + ", " + Inspector.time(other.nanos()));
            link.setWrapText(true);
            link.setOnAction(_ -> choose.accept(other));
            facts.add("Also on", link);
        }
        if (others.size() > MOST_VISITS) {
            facts.add("Also on", others.size() - MOST_VISITS + " more");
        }
    }

    /// All that is said about the page, as it stands.
    CopyTable table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Page", name));
        rows.addAll(facts.texts());
        rows.addAll(stages.texts());
        return new CopyTable(List.of("what", "value"), rows);
    }

    /// Lets go of the trace.
    void forget() {
        getChildren().clear();
        facts.clear();
        stages.clear();
        name = "";
    }
}
