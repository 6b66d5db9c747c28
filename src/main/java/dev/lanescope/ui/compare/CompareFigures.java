package dev.lanescope.ui.compare;

import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Job;
import dev.lanescope.ui.kit.Latest;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What is worked out about compared runs after their lanes are shown: what held them up, what they
/// did in the chosen part of the axis, and the spans of a part of the stacks. All of it comes from
/// the background, and is forgotten with the comparison.
final class CompareFigures {

    private record Chosen(Compared compared, Aligned aligned, PlaceRange range) {}

    private record Asked(Compared compared, Entrant entrant, StackPart part) {}

    private record Found(Compared compared, LitPart part) {}

    private final CompareModel model;
    private final ReadOnlyObjectWrapper<Optional<Explained>> explained =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RangeFigures>> range =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LitPart>> lit =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Predicted>> predicted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Background background;
    private @Nullable Job leavingOut;
    private final Latest<Compared, Explained> explaining;
    private final Latest<Chosen, RangeFigures> counting;
    private final Latest<Asked, Found> lighting;

    CompareFigures(CompareModel model, Background background) {
        this.model = model;
        this.background = background;
        explaining = new Latest<>(background, "explain runs", Explained::of, this::take);
        counting =
                new Latest<>(
                        background,
                        "count a range",
                        asked -> RangeFigures.of(asked.compared(), asked.aligned(), asked.range()),
                        this::take);
        lighting = new Latest<>(background, "find spans", CompareFigures::find, this::take);
        model.comparedProperty().subscribe(this::compared);
        model.axis().rangeProperty().subscribe(this::ranged);
    }

    ReadOnlyObjectProperty<Optional<Explained>> explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    /// What replays say of the runs without their losses; empty until somebody has
    /// [asked][#predict] and they are done.
    ReadOnlyObjectProperty<Optional<Predicted>> predictedProperty() {
        return predicted.getReadOnlyProperty();
    }

    /// Lets replays leave out the losses of the compared runs, unless they have or are at it. It
    /// takes processors, so nobody is asked before somebody wants to see it.
    void predict() {
        Optional<Compared> now = model.comparedProperty().get().filter(Compared::isOfSeveral);
        if (now.isPresent() && predicted.get().isEmpty() && leavingOut == null) {
            Compared compared = now.get();
            leavingOut =
                    background.run(
                            "leave losses out",
                            () -> Predicted.of(compared),
                            this::take,
                            failure -> {
                                leavingOut = null;
                                Thread here = Thread.currentThread();
                                here.getUncaughtExceptionHandler().uncaughtException(here, failure);
                            });
        }
    }

    private void take(Predicted answer) {
        leavingOut = null;
        predicted.set(Optional.of(answer));
    }

    private void unpredict() {
        if (leavingOut != null) {
            leavingOut.cancel();
            leavingOut = null;
        }
        predicted.set(Optional.empty());
    }

    /// Empty while no part of the axis is chosen.
    ReadOnlyObjectProperty<Optional<RangeFigures>> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /// The part of the stacks that is lit up, if one is.
    ReadOnlyObjectProperty<Optional<LitPart>> litProperty() {
        return lit.getReadOnlyProperty();
    }

    private void compared(Optional<Compared> now) {
        explained.set(Optional.empty());
        explaining.forget();
        unpredict();
        unlight();
        now.filter(Compared::isOfSeveral).ifPresent(explaining::ask);
    }

    private void ranged(Optional<PlaceRange> now) {
        counting.forget();
        if (now.isEmpty()) {
            range.set(Optional.empty());
        }
        model.comparedProperty()
                .get()
                .ifPresent(of ->
                        now.ifPresent(part ->
                                counting.ask(new Chosen(of, model.axis().aligned(), part))));
    }

    private boolean isCompared(Compared of) {
        return model.comparedProperty().get().filter(of::equals).isPresent();
    }

    private void take(Explained answer) {
        if (isCompared(answer.compared())) {
            explained.set(Optional.of(answer));
        }
    }

    private void take(RangeFigures answer) {
        if (model.axis().rangeProperty().get().isPresent()) {
            range.set(Optional.of(answer));
        }
    }

    private void take(Found answer) {
        if (isCompared(answer.compared())) {
            lit.set(Optional.of(answer.part()));
        }
    }

    /// Lights up the spans of a part on all lanes, and lists those of a run.
    void light(Entrant entrant, StackPart part) {
        model.comparedProperty().get().ifPresent(of -> lighting.ask(new Asked(of, entrant, part)));
    }

    private static Found find(Asked asked) {
        return new Found(
                asked.compared(), LitPart.of(asked.part(), asked.entrant(), asked.compared()));
    }

    void unlight() {
        lighting.forget();
        lit.set(Optional.empty());
    }
}
