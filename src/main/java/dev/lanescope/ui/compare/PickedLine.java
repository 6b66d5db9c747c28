package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Durations;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.findings.SlackSource;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import java.util.Optional;
import java.util.stream.Collectors;

/// What was chosen, in words: the span in its run, and what its page took in all of them.
final class PickedLine extends Label {

    private static final String NOTHING =
            "Space races the runs, dragging on the axis scrubs. Wheel zooms, drag selects, 0 shows"
                    + " all. Click a span to find its page in every run.";

    private final CompareModel model;
    private final SlackSource slack;

    PickedLine(CompareModel model) {
        this.model = model;
        this.slack = model.slack(this::show);
        setId("picked");
        getStyleClass().addAll("text-small", "text-muted", "picked-line");
        setMinWidth(0);
        model.pickedProperty().subscribe(this::show);
        model.marksProperty().subscribe(this::show);
        model.comparedProperty().subscribe(this::show);
        show();
    }

    private void show() {
        String words = model.comparedProperty().get().flatMap(this::words).orElse(NOTHING);
        setText(words);
        setTooltip(new Tooltip(words));
    }

    private Optional<String> words(Compared compared) {
        PageMarks marks = model.marksProperty().get();
        Optional<String> span =
                model.pickedProperty()
                        .get()
                        .flatMap(picked ->
                                compared.entrant(picked.run())
                                        .map(entrant -> ofSpan(entrant, picked)));
        Optional<String> page =
                marks.page().isEmpty() ? Optional.empty() : Optional.of(ofPage(compared, marks));
        return span.map(one -> page.map(other -> one + ". " + other).orElse(one)).or(() -> page);
    }

    private String ofSpan(Entrant entrant, Picked picked) {
        Snapshot trace = entrant.trace();
        return trace.stateOf(picked.span()).name()
                + " "
                + Durations.text(picked.span().nanos())
                + " at "
                + Durations.text(picked.span().startNanos())
                + " on "
                + trace.lanes().get(picked.span().lane()).name()
                + " of "
                + entrant.title()
                + slack.of(trace, picked.span()).map(words -> ", slack " + words).orElse("");
    }

    private static String ofPage(Compared compared, PageMarks marks) {
        return marks.page()
                + " took "
                + compared.entrants().stream()
                        .map(entrant ->
                                Durations.text(marks.nanos(entrant.number()), 3)
                                        + " in "
                                        + entrant.title())
                        .collect(Collectors.joining(", "));
    }
}
