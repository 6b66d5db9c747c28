package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.Cause;
import dev.lanescope.trace.Span;

import java.util.Optional;

/// Steps from the chosen span along the arrows of cause and effect. In a long trace the step is
/// taken when it is known where to.
public final class CauseSteps {

    private CauseSteps() {}

    /// Chooses what let the chosen span begin, or the wait end; nothing happens if the trace cannot
    /// say it.
    public static void toCause(TimelineModel model) {
        model.story().whenKnown(story -> choose(model, story.before().map(Cause::from)));
    }

    /// Chooses what the chosen span let go on; nothing happens if that is nothing.
    public static void toEffect(TimelineModel model) {
        model.story().whenKnown(story -> choose(model, story.after().map(Cause::to)));
    }

    private static void choose(TimelineModel model, Optional<Span> span) {
        span.ifPresent(target -> {
            model.arrangement().show(target.lane());
            model.goTo(new Chosen(target.lane(), target.index()));
        });
    }
}
