package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.analysis.StretchSpans;
import dev.lanescope.analysis.StretchStatistics;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Latest;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;

/// The statistics of a part of a trace: at once where that takes no time to speak of or they are
/// known, otherwise from the background.
final class FigureSource {

    /// Up to so many spans are counted while the window waits.
    private static final long AT_ONCE = 50_000;

    /// What is asked, and what was found.
    private record Question(Snapshot trace, Stretch stretch) {}

    /// Something to be done with figures when they are known.
    private record Wish(Question question, Consumer<StretchStatistics> then) {}

    private record Granted(StretchStatistics figures, Consumer<StretchStatistics> then) {}

    private record Answer(Snapshot trace, StretchStatistics figures) {}

    private final Latest<Question, Answer> latest;
    private final Latest<Wish, Granted> copies;
    private @Nullable Answer known;

    /// @param whenReady called on the FX thread when an answer came from the background
    FigureSource(Background background, Runnable whenReady) {
        latest =
                new Latest<>(
                        background,
                        "statistics",
                        FigureSource::answer,
                        answer -> {
                            known = answer;
                            whenReady.run();
                        });
        copies =
                new Latest<>(
                        background,
                        "statistics to copy",
                        wish -> new Granted(answer(wish.question()).figures(), wish.then()),
                        granted -> granted.then().accept(granted.figures()));
    }

    private static Answer answer(Question question) {
        return new Answer(
                question.trace(), StretchStatistics.of(question.trace(), question.stretch()));
    }

    /// Empty if it takes a moment.
    Optional<StretchStatistics> of(Snapshot trace, Stretch stretch) {
        if (known == null || !isKnown(trace, stretch)) {
            var question = new Question(trace, stretch);
            if (StretchSpans.count(trace, stretch) > AT_ONCE) {
                latest.ask(question);
                return ofAMomentAgo(trace);
            }
            known = answer(question);
        }
        return Optional.of(known.figures());
    }

    /// Of a run that goes on, the figures before are better than none.
    private Optional<StretchStatistics> ofAMomentAgo(Snapshot trace) {
        return Optional.ofNullable(known)
                .filter(before -> !before.trace().finished() && before.trace().isOfRun(trace))
                .map(Answer::figures);
    }

    /// Lets go of the trace.
    void forget() {
        known = null;
        latest.forget();
        copies.forget();
    }

    /// Does something with the statistics: now if they are known, otherwise when they are.
    void whenKnown(Snapshot trace, Stretch stretch, Consumer<StretchStatistics> then) {
        if (isKnown(trace, stretch) && known != null) {
            then.accept(known.figures());
        } else {
            copies.ask(new Wish(new Question(trace, stretch), then));
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very trace
    private boolean isKnown(Snapshot trace, Stretch stretch) {
        return known != null && known.trace() == trace && known.figures().stretch().equals(stretch);
    }
}
