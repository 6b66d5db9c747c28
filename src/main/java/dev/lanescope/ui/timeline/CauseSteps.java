package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.Cause;
import dev.lanescope.analysis.Causes;
import dev.lanescope.trace.Span;

import java.util.Optional;

/// Steps from the chosen span along the arrows of cause and effect.
public final class CauseSteps {

    private CauseSteps() {}

    /// Chooses what let the chosen span begin, or the wait end; nothing happens if the trace cannot
    /// say it.
    public static void toCause(TimelineModel model) {
        choose(model, before(model).map(Cause::from));
    }

    /// Chooses what the chosen span let go on; nothing happens if that is nothing.
    public static void toEffect(TimelineModel model) {
        Optional<Cause> after =
                model.shownProperty()
                        .get()
                        .flatMap(trace ->
                                model.chosenSpan().flatMap(span -> Causes.after(trace, span)));
        choose(model, after.map(Cause::to));
    }

    private static Optional<Cause> before(TimelineModel model) {
        return model.shownProperty()
                .get()
                .flatMap(trace -> model.chosenSpan().flatMap(span -> Causes.before(trace, span)));
    }

    private static void choose(TimelineModel model, Optional<Span> span) {
        span.ifPresent(target -> {
            model.arrangement().show(target.lane());
            model.goTo(new Chosen(target.lane(), target.index()));
        });
    }
}
