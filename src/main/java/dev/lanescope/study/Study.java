package dev.lanescope.study;

import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.recording.Experiment;
import dev.lanescope.trace.RunInfo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// What is to be compared: settings of the same content, and how often each runs.
///
/// The settings take turns: every round runs each of them once, in an order drawn anew, so that
/// whatever the machine does meanwhile hits all of them alike.
///
/// @param settings at least one; all of the same site
/// @param repeats how many rounds
/// @param seed of the order
/// @param cold whether each run has a JVM of its own, in which nothing ran before; if not, this JVM
///   is warmed up
/// @param id of the study that its runs belong to, see [dev.lanescope.trace.StudyMark]; empty if
///   they are to count like runs that somebody began one by one
public record Study(List<Experiment> settings, int repeats, long seed, boolean cold, String id) {

    public static final int MOST_REPEATS = 1_000;
    public static final int MOST_RUNS = 10_000;

    public Study {
        settings = List.copyOf(settings);
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("a study of nothing");
        }
        if (settings.stream().map(each -> each.site().folder()).distinct().count() > 1) {
            throw new IllegalArgumentException("a study of several folders");
        }
        if (repeats < 1 || repeats > MOST_REPEATS || repeats * settings.size() > MOST_RUNS) {
            throw new IllegalArgumentException(repeats + " rounds of " + settings.size());
        }
    }

    /// One of its own.
    public Study(List<Experiment> settings, int repeats, long seed, boolean cold) {
        this(
                settings,
                repeats,
                seed,
                cold,
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
    }

    /// A warm one.
    public Study(List<Experiment> settings, int repeats, long seed) {
        this(settings, repeats, seed, false);
    }

    /// The same as a part of another study, which somebody asked to go on.
    ///
    /// @param other its id; empty for runs that belong to none
    public Study continuing(String other) {
        return new Study(settings, repeats, seed, cold, other);
    }

    public int runs() {
        return repeats * settings.size();
    }

    /// The settings of each round by their numbers.
    List<List<Integer>> rounds() {
        var random = new Random(seed);
        List<List<Integer>> rounds = new ArrayList<>();
        for (int round = 0; round < repeats; round++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, settings.size()).boxed().toList());
            Collections.shuffle(order, random);
            rounds.add(List.copyOf(order));
        }
        return rounds;
    }

    /// What warms this JVM up: the first setting whose workers live in it, not recorded, until
    /// enough pages for a [warm][RunInfo.Temperature#WARM] run are rendered; nothing if the study
    /// is cold. Most of the passes are the crew's own, for a run of its own would read everything
    /// back each time. Interpreters that keep code of their own in this JVM get one run of each
    /// setting: without that its first round would be cold and the others not.
    public List<Experiment> warmUp() {
        if (cold) {
            return List.of();
        }
        int pages = settings.getFirst().site().pages().size();
        if (pages == 0 || settings.stream().allMatch(each -> each.model().isForeign())) {
            return List.of();
        }
        Experiment here =
                settings.stream()
                        .filter(each -> !each.model().survivesCrashes()) // its pages stay here
                        .findFirst()
                        .orElseGet(settings::getFirst);
        int passes = Math.ceilDiv(RunInfo.WARM_PAGES, pages);
        if (!here.knobs().faults().isEmpty()) { // they allow no pass before
            return Collections.nCopies(passes, here.unrecorded());
        }
        int most = 1 + Knobs.MOST_PASSES;
        var runs = new ArrayList<Experiment>();
        for (int left = passes; left > 0; left -= most) {
            Knobs knobs = here.knobs().withWarmUp(Math.min(left, most) - 1);
            runs.add(here.unrecorded().with(knobs));
        }
        settings.stream()
                .filter(each -> !each.equals(here) && keepsCodeHere(each))
                .map(Experiment::unrecorded)
                .forEach(runs::add);
        return List.copyOf(runs);
    }

    private static boolean keepsCodeHere(Experiment setting) {
        return setting.knobs().warmUp() == 0
                && !setting.model().sharesHeap()
                && !setting.model().survivesCrashes()
                && !setting.model().isForeign();
    }
}
