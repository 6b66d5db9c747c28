package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Siblings;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.session.RunRecord;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// The same stage of the same page in the other runs of the session.
final class SiblingsSection extends VBox {

    /// So many runs are looked through, the newest ones.
    private static final int MOST_RUNS = 12;

    private record Question(Snapshot trace, Span span, List<RunRecord> runs) {}

    private record Found(RunRecord run, Siblings.Sibling sibling) {}

    private final GridPane rows = new GridPane(8, 2);
    private final BiConsumer<RunRecord, Span> choose;
    private final Latest<Question, List<Found>> latest;

    /// @param choose is given a run and a span of it that somebody wants to look at
    SiblingsSection(Background background, BiConsumer<RunRecord, Span> choose) {
        this.choose = choose;
        this.latest = new Latest<>(background, "siblings", SiblingsSection::find, this::show);
        getStyleClass().add("section");
        setId("siblings");
        var title = new Label("The same in other runs");
        title.getStyleClass().add("text-small-strong");
        getChildren().addAll(title, rows);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// Looks for siblings of a span; until they are found, and if there are none, it is not seen.
    void ask(Snapshot trace, Span span, List<RunRecord> runs) {
        setVisible(false);
        if (span.hasItem()) {
            List<RunRecord> others =
                    runs.stream().filter(run -> isAnother(run, trace)).limit(MOST_RUNS).toList();
            latest.ask(new Question(trace, span, others));
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very trace
    private static boolean isAnother(RunRecord run, Snapshot trace) {
        return run.trace() != trace && run.trace().info().content().equals(trace.info().content());
    }

    private static List<Found> find(Question question) {
        List<Found> found = new ArrayList<>();
        for (RunRecord run : question.runs()) {
            Siblings.in(run.trace(), question.trace(), question.span())
                    .ifPresent(sibling -> found.add(new Found(run, sibling)));
        }
        return found;
    }

    private void show(List<Found> found) {
        rows.getChildren().clear();
        int at = 0;
        for (Found one : found) {
            var info = one.run().trace().info();
            var link =
                    new Hyperlink(
                            "#"
                                    + one.run().number()
                                    + " "
                                    + info.modelTitle()
                                    + " ×"
                                    + info.workers());
            link.setOnAction(_ -> choose.accept(one.run(), one.sibling().longest()));
            int spans = one.sibling().spans();
            var time =
                    new Label(
                            Inspector.time(one.sibling().nanos())
                                    + (spans == 1 ? "" : " in " + spans));
            time.getStyleClass().add("num-small");
            time.setMinWidth(USE_PREF_SIZE);
            rows.addRow(at++, time, link);
        }
        setVisible(!found.isEmpty());
    }
}
