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

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/// The same stage of the same page in the other runs of the session.
final class SiblingsSection extends VBox {

    /// So many runs are looked through, the newest ones.
    private static final int MOST_RUNS = 12;

    private record Question(Snapshot trace, Span span, List<RunRecord> runs) {

        @SuppressWarnings("ReferenceEquality") // the very runs
        boolean isSame(Question other) {
            return trace.isOfRun(other.trace)
                    && span.lane() == other.span.lane()
                    && span.index() == other.span.index()
                    && runs.size() == other.runs.size()
                    && IntStream.range(0, runs.size())
                            .allMatch(at -> runs.get(at) == other.runs.get(at));
        }
    }

    private record Answer(Question question, List<Found> found) {}

    private record Found(RunRecord run, Siblings.Sibling sibling) {}

    private final GridPane rows = new GridPane(8, 2);
    private final BiConsumer<RunRecord, Span> choose;
    private final Latest<Question, Answer> latest;
    private @Nullable Question asked;

    /// @param choose is given a run and a span of it that somebody wants to look at
    SiblingsSection(Background background, BiConsumer<RunRecord, Span> choose) {
        this.choose = choose;
        this.latest = new Latest<>(background, "siblings", SiblingsSection::answer, this::show);
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
        if (!span.hasItem()) {
            forget();
            return;
        }
        List<RunRecord> others =
                runs.stream().filter(run -> isAnother(run, trace)).limit(MOST_RUNS).toList();
        var question = new Question(trace, span, others);
        if (asked == null || !asked.isSame(question)) {
            forget();
            asked = question;
            latest.ask(question);
        }
    }

    /// Lets go of all runs.
    void forget() {
        asked = null;
        latest.forget();
        rows.getChildren().clear();
        setVisible(false);
    }

    @SuppressWarnings("ReferenceEquality") // the very trace
    private static boolean isAnother(RunRecord run, Snapshot trace) {
        return run.trace() != trace && run.trace().info().content().equals(trace.info().content());
    }

    private static Answer answer(Question question) {
        return new Answer(question, find(question));
    }

    private static List<Found> find(Question question) {
        List<Found> found = new ArrayList<>();
        for (RunRecord run : question.runs()) {
            Siblings.in(run.trace(), question.trace(), question.span())
                    .ifPresent(sibling -> found.add(new Found(run, sibling)));
        }
        return found;
    }

    private void show(Answer answer) {
        if (asked == null || !asked.isSame(answer.question())) {
            return;
        }
        List<Found> found = answer.found();
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
