package dev.lanescope.claims.guide;

import dev.lanescope.claims.Here;
import dev.lanescope.claims.evidence.Evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A guide with where it stands here: which steps are done, what they say, what they took, and how
/// it ends. All but the time that was spent follows from evidence.
///
/// @param record how much time was spent
public record GuideState(Guide guide, Found found, GuideRecord record) {

    /// A line of its author's list of what to do next, ticked by evidence only.
    ///
    /// @param because what ticks it, or what is missing
    public record Tick(String what, boolean done, String because) {}

    /// Out of all evidence there is.
    public static GuideState of(
            Guide guide, Here here, List<Evidence> evidence, GuideRecord record) {
        return new GuideState(guide, Found.of(here, evidence), record);
    }

    public Here here() {
        return found.here();
    }

    /// Where a step stands. What was found before counts also where it cannot be done any more.
    public StepState state(Step step) {
        if (step.isConclusion()) {
            return conclusion(step);
        }
        List<Sought> missing =
                step.sought(here()).stream()
                        .filter(Sought::needed)
                        .filter(each -> found.of(each.key()).isEmpty())
                        .toList();
        if (missing.isEmpty()) {
            return new StepState.Done(step.result(found), lastRead(step));
        }
        Optional<String> obstacle = step.obstacle(here());
        if (obstacle.isPresent()) {
            return new StepState.NotHere(obstacle.get());
        }
        return new StepState.NotBegun(missing(step, missing));
    }

    private String missing(Step step, List<Sought> missing) {
        long all = step.sought(here()).stream().filter(Sought::needed).count();
        String known =
                missing.size() == all
                        ? ""
                        : (all - missing.size())
                                + " of "
                                + all
                                + " figures are known; missing: "
                                + String.join("; ", missing.stream().map(Sought::title).toList())
                                + ".";
        return record.of(step).cutOff().isEmpty()
                ? known
                : "A try did not end: it was cut off, or goes on elsewhere." + before(known);
    }

    private static String before(String words) {
        return words.isEmpty() ? "" : " " + words;
    }

    private StepState conclusion(Step step) {
        Optional<String> first =
                guide.measured()
                        .filter(each -> !(state(each) instanceof StepState.Done))
                        .map(Step::title)
                        .findFirst();
        if (first.isPresent()) {
            return new StepState.NotBegun(
                    "It follows from the steps before: first " + first.get() + ".");
        }
        Instant last =
                guide.measured().map(this::lastRead).max(Instant::compareTo).orElse(Instant.EPOCH);
        return new StepState.Done(step.result(found), last);
    }

    private Instant lastRead(Step step) {
        return step.sought(here()).stream()
                .flatMap(each -> Optional.ofNullable(found.known().get(each.key())).stream())
                .map(known -> known.from().when())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /// The first step that can be done and is not.
    public Optional<Step> next() {
        return guide.measured()
                .filter(each -> state(each) instanceof StepState.NotBegun)
                .findFirst();
    }

    /// How it ends; empty as long as a step is not done.
    public Optional<Verdict> verdict() {
        boolean over = guide.measured().allMatch(each -> state(each) instanceof StepState.Done);
        return over ? guide.verdict(found) : Optional.empty();
    }

    /// What its author wanted done next.
    public List<Tick> checklist() {
        return guide.next().stream()
                .map(each -> {
                    StepState state = state(each.step());
                    return new Tick(
                            each.what(),
                            state instanceof StepState.Done,
                            state.why().isEmpty() ? "not begun" : state.why());
                })
                .toList();
    }

    /// The time that was spent on a phase here.
    public GuideRecord.Spent spent(Guide.Phase phase) {
        return phase.steps().stream()
                .map(record::of)
                .reduce(GuideRecord.Spent.NOTHING, GuideRecord.Spent::plus);
    }

    /// How many of the steps are done, e.g. `2 of 5 steps done`.
    public String summary() {
        long done =
                guide.steps().stream()
                        .filter(each -> state(each) instanceof StepState.Done)
                        .count();
        return done + " of " + guide.steps().size() + " steps done";
    }

    /// What weakens the figures, in sentences.
    public List<String> cautions() {
        return guide.measured()
                .flatMap(step -> step.sought(here()).stream())
                .flatMap(each -> Optional.ofNullable(found.known().get(each.key())).stream())
                .flatMap(known -> known.from().cautions().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
