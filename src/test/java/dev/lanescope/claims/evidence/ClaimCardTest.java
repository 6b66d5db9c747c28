package dev.lanescope.claims.evidence;

import static dev.lanescope.claims.evidence.EvidenceBookTest.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.claims.Claim;
import dev.lanescope.claims.ClaimState;
import dev.lanescope.claims.Claims;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Outcome;
import dev.lanescope.claims.Reading;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Which of all the evidence counts for a claim here.
class ClaimCardTest {

    private static final Here HERE = new Here("machine A", 2, "book", 112, List.of(), true);
    private static final Claim CLAIM = Claims.byId("isolated-10-20-jvm").orElseThrow();
    private static final String KEY = CLAIM.rule().conditions().getFirst().measure().key();

    private static final String WHEN = "2026-11-22T11:00:00Z";

    private static Reading reading(double value, int repeats) {
        return new Reading(KEY, "isolated", value, value - 0.01, value + 0.01, repeats);
    }

    private static ClaimCard card(Evidence... evidence) {
        return ClaimCard.of(CLAIM, HERE, List.of(evidence));
    }

    @Test
    void without_any_it_is_undecided_and_says_what_is_missing() {
        ClaimCard card = card();
        assertThat(card.state()).isInstanceOf(ClaimState.Undecided.class);
        assertThat(card.state().why())
                .isEqualTo("Not measured here yet: isolated against fixed-pool.");
        assertThat(card.fromWords()).isEmpty();
        assertThat(card.outcome()).isEmpty();
    }

    @Test
    void the_newest_counts_and_its_date_folder_and_cautions_are_told() {
        ClaimCard card =
                card(
                        evidence("2026-11-22T11:00:00Z", "machine A", "book", reading(1.5, 5)),
                        evidence("2026-11-22T10:00:00Z", "machine A", "book", reading(1.15, 5)));
        assertThat(card.state()).isInstanceOf(ClaimState.Refuted.class);
        assertThat(card.fromWords()).contains("book, 112 pages, 2026-11-22");
        assertThat(card.cautions()).containsExactly("Other programs were at work.");
        assertThat(card.outcome()).contains(Outcome.BEST);
    }

    @Test
    void the_open_folder_counts_before_a_newer_one_of_another_folder() {
        ClaimCard card =
                card(
                        evidence("2026-11-22T11:00:00Z", "machine A", "other", reading(1.5, 5)),
                        evidence("2026-11-22T10:00:00Z", "machine A", "book", reading(1.15, 5)));
        assertThat(card.state()).isInstanceOf(ClaimState.Confirmed.class);
        ClaimCard only =
                card(evidence("2026-11-22T11:00:00Z", "machine A", "other", reading(1.5, 5)));
        assertThat(only.state()).isInstanceOf(ClaimState.Refuted.class);
        assertThat(only.fromWords()).startsWith("other");
    }

    @Test
    void few_repeats_do_not_replace_enough() {
        ClaimCard card =
                card(
                        evidence("2026-11-22T11:00:00Z", "machine A", "book", reading(1.5, 1)),
                        evidence("2026-11-22T10:00:00Z", "machine A", "book", reading(1.15, 5)));
        assertThat(card.state()).isInstanceOf(ClaimState.Confirmed.class);
    }

    /// A matched pair of builds shows what the GIL costs; any other shows flags of compilers too.
    @Test
    void two_builds_count_only_if_it_was_asked_whether_they_were_made_alike() {
        Claim claim = Claims.byId("free-overhead-3-14").orElseThrow();
        String key = claim.rule().conditions().getFirst().measure().key();
        Evidence now = evidence(WHEN, "machine A", "book", of(key));
        Evidence before =
                evidence(WHEN, "machine A", "book", of(key.substring(0, key.lastIndexOf('='))));
        assertThat(ClaimCard.of(claim, HERE, List.of(now)).readings()).hasSize(1);
        assertThat(ClaimCard.of(claim, HERE, List.of(before)).readings()).isEmpty();
        assertThat(ClaimCard.of(claim, HERE, List.of(before)).state())
                .isInstanceOf(ClaimState.NotTestable.class);
    }

    /// With and without its JIT one binary is one build.
    @Test
    void one_binary_in_two_ways_needs_no_asking() {
        Claim claim = Claims.byId("jit-5-15").orElseThrow();
        assertThat(claim.rule().conditions().getFirst().measure().key()).doesNotContain("=");
    }

    private static Reading of(String key) {
        return new Reading(key, "two builds", 1.07, 1.06, 1.08, 5);
    }

    @Test
    void another_machine_counts_for_nothing() {
        ClaimCard card =
                card(evidence("2026-11-22T11:00:00Z", "machine B", "book", reading(1.15, 5)));
        assertThat(card.state()).isInstanceOf(ClaimState.Undecided.class);
        assertThat(card.readings()).isEmpty();
    }
}
