package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What took most of a run's speed-up, where no [Rule] speaks of it: so nobody who sees the
/// greatest part of a stack is left without a word about it, the spans that show it, and what to
/// change.
///
/// It is the greatest loss in the [stack][SpeedUpStack], from [Rule#TENTH] of all lane time on. A
/// finding of a rule speaks of it if it is about that part and about half of it at least.
final class MainLoss {

    private static final int PLACES = 3;

    private final Examination run;
    private final SpeedUpStack.Share loss;
    private final Snapshot one;

    private MainLoss(Examination run, SpeedUpStack.Share loss, Snapshot one) {
        this.run = run;
        this.loss = loss;
        this.one = one;
    }

    /// Looks at the greatest loss.
    ///
    /// @param said what rules have found
    /// @return empty if one of them speaks of the main loss, or nothing of weight was lost
    static Optional<Finding> of(
            Examination run, SpeedUpStack stack, Snapshot one, List<Finding> said) {
        return of(stack)
                .filter(loss -> said.stream().noneMatch(each -> speaksOf(each, loss, run)))
                .map(loss -> new MainLoss(run, loss, one).finding());
    }

    /// The greatest loss, if it has any weight.
    static Optional<SpeedUpStack.Share> of(SpeedUpStack stack) {
        double least = Rule.TENTH * stack.lanes() * stack.wallNanos();
        return stack.shares().stream()
                .filter(share -> share.part() != StackPart.USEFUL)
                .max(Order.by(SpeedUpStack.Share::nanos))
                .filter(share -> share.nanos() > 0 && share.nanos() >= least);
    }

    /// Whether a finding is about a loss and about half of it at least.
    static boolean speaksOf(Finding finding, SpeedUpStack.Share loss, Examination run) {
        return partsOf(finding.illness()).contains(loss.part())
                && finding.share() >= run.share(loss.nanos()) / 2;
    }

    /// Into which parts of a stack the time goes that an illness takes. Where the system does not
    /// tell who had the processors, lanes that lacked one seem to have worked longer.
    private static Set<StackPart> partsOf(Illness illness) {
        return switch (illness) {
            case TAIL -> EnumSet.of(StackPart.TAIL);
            case SERIAL_PART -> EnumSet.of(StackPart.STARVATION, StackPart.TAIL);
            case LOCK -> EnumSet.of(StackPart.LOCK);
            case OVERSUBSCRIPTION, FOREIGN_LOAD ->
                    EnumSet.of(StackPart.PREEMPTION, StackPart.INFLATION, StackPart.COLDER);
            case PREEMPTION -> EnumSet.of(StackPart.PREEMPTION);
            case SERIALIZATION -> EnumSet.of(StackPart.CHANNEL);
            case START_UP -> EnumSet.of(StackPart.START_UP);
            case WARM_UP -> EnumSet.of(StackPart.WARM_UP, StackPart.COLDER);
            case COLLECTOR -> EnumSet.of(StackPart.STOPS);
            case INPUT_OUTPUT -> EnumSet.of(StackPart.IO);
            case BLOCKED_LOOP, PINNED, STARVATION -> EnumSet.of(StackPart.STARVATION);
            case BACK_PRESSURE -> EnumSet.of(StackPart.BACK_PRESSURE, StackPart.CHANNEL);
            case SMALL_TASKS -> EnumSet.of(StackPart.DISPATCH, StackPart.STARVATION);
            case INFLATION -> EnumSet.of(StackPart.INFLATION);
            case LOST -> EnumSet.of(StackPart.LOST);
        };
    }

    private static Illness illness(StackPart part) {
        return switch (part) {
            case INFLATION -> Illness.INFLATION;
            case COLDER, WARM_UP -> Illness.WARM_UP;
            case PREEMPTION -> Illness.PREEMPTION;
            case STOPS -> Illness.COLLECTOR;
            case LOCK -> Illness.LOCK;
            case CHANNEL -> Illness.SERIALIZATION;
            case BACK_PRESSURE -> Illness.BACK_PRESSURE;
            case IO -> Illness.INPUT_OUTPUT;
            case DISPATCH -> Illness.SMALL_TASKS;
            case START_UP -> Illness.START_UP;
            case STARVATION -> Illness.STARVATION;
            case TAIL -> Illness.TAIL;
            case LOST -> Illness.LOST;
            case USEFUL -> throw new IllegalArgumentException("useful work is no loss");
        };
    }

    private Finding finding() {
        StackPart part = loss.part();
        double share = run.share(loss.nanos());
        List<SlowerSpans.Slower> slower =
                part.isSlowerWork() ? SlowerSpans.of(run.run(), one, PLACES) : List.of();
        List<Span> spans =
                slower.isEmpty()
                        ? LongestSpan.of(run.run(), part, PLACES)
                        : slower.stream().map(SlowerSpans.Slower::span).toList();
        return new Finding(
                illness(part),
                share,
                sentence(share, spans, slower),
                places(spans),
                CureOfLoss.of(part, run));
    }

    private String sentence(double share, List<Span> spans, List<SlowerSpans.Slower> slower) {
        StackPart part = loss.part();
        String most =
                !slower.isEmpty()
                        ? ". Most of all "
                                + stageOf(slower.getFirst().span())
                                + ": "
                                + Durations.text(slower.getFirst().nanos(), 3)
                                + ", and "
                                + Durations.text(slower.getFirst().oneNanos(), 3)
                                + " in the sequential run"
                        : spans.isEmpty() || part == StackPart.PREEMPTION
                                ? ""
                                : "; at most "
                                        + Durations.text(spans.getFirst().nanos(), 3)
                                        + " at once";
        return "What took most of the speed-up is "
                + part.title()
                + ", "
                + Amounts.percent(share)
                + " of the workers' time beyond the sequential run's: "
                + part.sentence()
                + most
                + ".";
    }

    private String stageOf(Span span) {
        return run.item(span.item()) + " in " + run.run().stateOf(span).name();
    }

    private List<Stretch> places(List<Span> spans) {
        if (loss.part() == StackPart.STOPS) {
            return Evidence.ofStops(run.run(), PLACES);
        }
        return spans.isEmpty() ? List.of(run.whole()) : spans.stream().map(Evidence::of).toList();
    }
}
