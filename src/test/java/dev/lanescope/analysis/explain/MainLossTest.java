package dev.lanescope.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Whatever took most of a run's speed-up, there is a finding that says so.
class MainLossTest {

    private static final int PAGES = 200;
    private static final double MILLISECOND = 1e6;

    @Test
    void whatever_ails_a_run_its_main_loss_is_told_in_words_with_its_spans_and_what_to_change() {
        Set<StackPart> seen = EnumSet.noneOf(StackPart.class);
        for (long seed = 1; seed <= 12; seed++) {
            for (Illness illness : Ward.ILLS) {
                check(Ward.with(illness, seed).run(), seed, seen);
            }
            check(Ward.healthy(seed).run(), seed, seen);
        }
        assertThat(seen).as("else it tries little").hasSizeGreaterThan(8);
    }

    private static void check(Snapshot run, long seed, Set<StackPart> seen) {
        Snapshot one = alone(run, new Random(seed));
        SpeedUpStack stack = SpeedUpStack.of(run, one);
        MainLoss.of(stack)
                .ifPresent(loss -> {
                    seen.add(loss.part());
                    isTold(run, stack, one, loss);
                });
    }

    private static void isTold(
            Snapshot run, SpeedUpStack stack, Snapshot one, SpeedUpStack.Share loss) {
        var examined = new Examination(run);
        assertThat(Findings.of(run, stack, one))
                .filteredOn(finding -> MainLoss.speaksOf(finding, loss, examined))
                .as("%s of %s", loss.part(), run.info().model())
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.sentence()).matches("(?s).*\\d.*\\.");
                    assertThat(finding.remedy().sentence()).endsWith(".");
                    assertThat(finding.evidence()).allSatisfy(place -> isIn(run, place));
                    if (finding.remedy().isSetting()) {
                        assertThat(TryOut.command(run.info(), finding.remedy(), "docs"))
                                .isPresent();
                    }
                });
    }

    private static void isIn(Snapshot run, Stretch place) {
        assertThat(place.startNanos()).isBetween(0L, run.endNanos());
        assertThat(place.endNanos()).isBetween(0L, run.endNanos());
        assertThat(place.lanes()).isNotEmpty();
    }

    /// The same pages, done by one worker who took about as long over all of them, or less.
    private static Snapshot alone(Snapshot run, Random random) {
        var one = new Patient(random, 1, run.info().pages(), 0);
        one.model = "sequential";
        double work = 0;
        for (var lane : run.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                boolean isWork = run.state(lane.state(span)).kind().isWork();
                work += isWork ? lane.endNanos(span) - lane.startNanos(span) : 0;
            }
        }
        double each = work * (0.2 + random.nextDouble()) / run.info().pages();
        for (int page = 0; page < run.info().pages(); page++) {
            one.spend(0, Patient.PARSE, page, each);
        }
        return one.run();
    }

    /// Two lanes that lose most of their time to one part.
    @ParameterizedTest
    @EnumSource(names = "USEFUL", mode = Mode.EXCLUDE)
    void each_part_has_its_words_when_it_is_the_main_loss(StackPart part) {
        Snapshot run = lostTo(part);
        var one = new Patient(new Random(1), 1, PAGES, 0);
        one.model = "sequential";
        for (int page = 0; page < PAGES; page++) {
            one.spend(0, Patient.PARSE, page, MILLISECOND);
        }
        one.queued.add(0L);
        SpeedUpStack stack = SpeedUpStack.of(run, one.run());
        Optional<SpeedUpStack.Share> loss = MainLoss.of(stack);
        assertThat(loss.map(SpeedUpStack.Share::part)).hasValue(part);
        isTold(run, stack, one.run(), loss.orElseThrow());
    }

    private static Snapshot lostTo(StackPart part) {
        var run = new Patient(new Random(1), 2, PAGES, 0);
        run.processors = 2;
        run.renderedBefore = part == StackPart.COLDER || part == StackPart.WARM_UP ? 0 : 100_000;
        if (part == StackPart.START_UP || part == StackPart.TAIL) {
            int state = part == StackPart.TAIL ? Patient.IDLE : Patient.STARTING;
            run.spend(0, state, Lane.NO_ITEM, PAGES * MILLISECOND);
        }
        for (int page = 0; page < PAGES; page++) {
            int lane = run.free();
            int state = stateOf(part);
            if (state >= 0) {
                run.spend(lane, state, Lane.NO_ITEM, 2 * MILLISECOND);
            }
            boolean slow =
                    part == StackPart.INFLATION
                            || part == StackPart.COLDER
                            || part == StackPart.PREEMPTION
                            || part == StackPart.STOPS
                            || (part == StackPart.WARM_UP && page < PAGES / 4);
            double took = (slow ? part == StackPart.WARM_UP ? 8 : 3 : 1) * MILLISECOND;
            run.spend(lane, Patient.PARSE, page, took, MILLISECOND);
        }
        if (part == StackPart.PREEMPTION) {
            run.queued.addAll(List.of(run.at[0] * 2 / 3, run.at[1] * 2 / 3));
        }
        if (part == StackPart.STOPS) {
            run.stops.add(new JvmEvent(JvmEvent.Kind.SAFEPOINT, "Cleanup", 0, run.end() * 2 / 3));
        }
        return run.run();
    }

    private static int stateOf(StackPart part) {
        return switch (part) {
            case LOCK -> Patient.LOCK;
            case CHANNEL -> Patient.CHANNEL;
            case BACK_PRESSURE -> Patient.ROOM;
            case IO -> Patient.IO;
            case DISPATCH -> Patient.DISPATCHING;
            case STARVATION -> Patient.WORKLESS;
            case LOST -> Patient.GONE;
            case USEFUL, INFLATION, COLDER, WARM_UP, PREEMPTION, STOPS, START_UP, TAIL -> -1;
        };
    }

    @Test
    void work_inflation_leads_to_the_spans_that_were_slower() {
        Snapshot run = lostTo(StackPart.INFLATION);
        var one = new Patient(new Random(1), 1, PAGES, 0);
        for (int page = 0; page < PAGES; page++) {
            one.spend(0, Patient.PARSE, page, page == 7 ? MILLISECOND / 2 : MILLISECOND);
        }
        Snapshot alone = one.run();
        Finding finding =
                Findings.of(run, SpeedUpStack.of(run, alone), alone).stream()
                        .filter(each -> each.illness() == Illness.INFLATION)
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.sentence())
                .contains("Most of all page p7.md in parse: 3.00 ms, and 500 \u00b5s in the");
        Span slowest = SlowerSpans.of(run, alone, 1).getFirst().span();
        assertThat(finding.evidence().getFirst()).isEqualTo(Evidence.of(slowest));
        assertThat(finding.remedy().options()).isEqualTo("--workers 1");
    }
}
