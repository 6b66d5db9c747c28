package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.SpanStory;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Latest;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;

/// What led to the chosen span and what it led to: found at once in a small trace, otherwise in the
/// background, and only for the span that is chosen when the answer comes.
public final class ChosenStory {

    /// Up to so many spans are looked through while the window waits.
    static final long AT_ONCE = 50_000;

    private record Question(Snapshot trace, Span span) {}

    private final TimelineModel model;
    private final Latest<Question, SpanStory> latest;
    private final ReadOnlyObjectWrapper<Optional<SpanStory>> story =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Consumer<SpanStory> wish;

    ChosenStory(TimelineModel model, Background background) {
        this.model = model;
        this.latest =
                new Latest<>(
                        background,
                        "story of a span",
                        question -> SpanStory.of(question.trace(), question.span()),
                        this::arrived);
        model.selectionProperty()
                .subscribe(_ -> {
                    wish = null;
                    look();
                });
        model.shownProperty()
                .subscribe(shown -> {
                    if (shown.filter(trace -> !trace.finished()).isEmpty()) {
                        look();
                    }
                });
    }

    /// Looks the chosen span up again, in the trace as it is now. What is known of it stays until
    /// there is an answer.
    public void look() {
        Optional<Span> chosen = model.chosenSpan();
        Optional<SpanStory> known = story.get();
        if (known.isPresent() && chosen.filter(known.get()::isOf).isEmpty()) {
            story.set(Optional.empty());
        }
        if (chosen.isEmpty()) {
            wish = null;
            latest.forget();
            return;
        }
        Snapshot trace = model.shownProperty().get().orElseThrow();
        if (trace.spans() + trace.flows().size() <= AT_ONCE) {
            arrived(SpanStory.of(trace, chosen.get()));
        } else if (trace.finished() || story.get().isEmpty()) { // a run is not disturbed twice
            latest.ask(new Question(trace, chosen.get()));
        }
    }

    private void arrived(SpanStory found) {
        if (model.chosenSpan().filter(found::isOf).isPresent()) {
            Consumer<SpanStory> next = wish;
            wish = null;
            story.set(Optional.of(found));
            if (next != null) {
                next.accept(found);
            }
        }
    }

    /// Does something with the story of the chosen span: now, or when it is known. Forgotten if
    /// another span is chosen before, or something else is wished.
    public void whenKnown(Consumer<SpanStory> then) {
        Optional<SpanStory> known = story.get();
        if (known.isPresent()) {
            wish = null;
            then.accept(known.get());
        } else {
            wish = model.chosenSpan().isPresent() ? then : null;
        }
    }

    /// Empty while no span is chosen, or as long as it is being looked up.
    public ReadOnlyObjectProperty<Optional<SpanStory>> property() {
        return story.getReadOnlyProperty();
    }
}
