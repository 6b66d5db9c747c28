package dev.lanescope.cli;

import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.guide.Guide;
import dev.lanescope.claims.guide.GuideState;
import dev.lanescope.claims.guide.Sought;
import dev.lanescope.claims.guide.Step;
import dev.lanescope.claims.guide.StepState;
import dev.lanescope.claims.guide.Verdict;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A guide as programs read it; the keys stand in `docs/guide.md`.
record GuideJson(
        String study,
        String title,
        String content,
        int pages,
        List<One> steps,
        List<Tick> checklist,
        @Nullable End end,
        List<String> cautions) {

    /// A step.
    ///
    /// @param figures those that are known
    record One(
            String id,
            String title,
            String phase,
            String planned,
            String asked,
            String state,
            String why,
            String note,
            double tookSeconds,
            double otherTriesSeconds,
            double estimateSeconds,
            List<Figure> figures) {
        One {
            figures = List.copyOf(figures);
        }
    }

    record Figure(String key, String title, double value, double low, double high, int repeats) {}

    record Tick(String what, boolean done) {}

    record End(
            String outcome,
            String meaning,
            boolean sure,
            String because,
            String decision,
            List<Verdict.Figure> figures) {
        End {
            figures = List.copyOf(figures);
        }
    }

    GuideJson {
        steps = List.copyOf(steps);
        checklist = List.copyOf(checklist);
        cautions = List.copyOf(cautions);
    }

    static GuideJson of(GuideState state) {
        Guide guide = state.guide();
        Here here = state.here();
        List<One> steps = new ArrayList<>();
        for (Guide.Phase phase : guide.phases()) {
            phase.steps().forEach(step -> steps.add(one(phase, step, state)));
        }
        return new GuideJson(
                guide.id(),
                guide.title(),
                here.content(),
                here.pages(),
                steps,
                state.checklist().stream().map(each -> new Tick(each.what(), each.done())).toList(),
                state.verdict().map(GuideJson::end).orElse(null),
                state.cautions());
    }

    private static End end(Verdict verdict) {
        return new End(
                verdict.outcome(),
                verdict.meaning(),
                verdict.sure(),
                verdict.because(),
                verdict.decision(),
                verdict.figures());
    }

    private static One one(Guide.Phase phase, Step step, GuideState state) {
        StepState now = state.state(step);
        return new One(
                step.id(),
                step.title(),
                phase.title(),
                phase.budget(),
                step.asked(),
                now.word(),
                now.why(),
                step.note(state.here()).orElse(""),
                state.record().of(step).took().toMillis() / 1e3,
                state.record().of(step).besides().toMillis() / 1e3,
                step.estimate(state.here()).toMillis() / 1e3,
                step.sought(state.here()).stream()
                        .flatMap(each ->
                                state
                                        .found()
                                        .of(each.key())
                                        .map(known -> figure(each, known))
                                        .stream())
                        .toList());
    }

    private static Figure figure(Sought sought, Reading known) {
        return new Figure(
                sought.key(),
                sought.name(known),
                known.value(),
                known.low(),
                known.high(),
                known.repeats());
    }
}
