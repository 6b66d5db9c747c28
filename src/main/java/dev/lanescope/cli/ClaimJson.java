package dev.lanescope.cli;

import dev.lanescope.claims.Claim;
import dev.lanescope.claims.ClaimState;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.evidence.ClaimCard;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A card as programs read it; the keys stand in `docs/claims.md`.
record ClaimJson(
        String id,
        String claim,
        String by,
        String elsewhere,
        String state,
        String why,
        @Nullable Integer missingRepeats,
        String rule,
        List<String> test,
        List<Reading> readings,
        @Nullable String outcome,
        String from,
        List<String> cautions) {

    ClaimJson {
        test = List.copyOf(test);
        readings = List.copyOf(readings);
        cautions = List.copyOf(cautions);
    }

    static ClaimJson of(ClaimCard card, Here here) {
        Claim claim = card.claim();
        return new ClaimJson(
                claim.id(),
                claim.words(),
                claim.by(),
                claim.elsewhere(),
                card.state().word(),
                card.state().why(),
                missing(card.state()),
                claim.rule().words(),
                claim.experiments().stream().map(each -> each.words(here)).toList(),
                card.readings(),
                card.outcome().map(Json::word).orElse(null),
                card.fromWords(),
                card.cautions().stream().sorted().toList());
    }

    private static @Nullable Integer missing(ClaimState state) {
        return state instanceof ClaimState.Undecided open && open.repeats().isPresent()
                ? open.repeats().getAsInt()
                : null;
    }
}
