package dev.lanescope.ui.claims;

import dev.lanescope.claims.Claims;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.evidence.ClaimCard;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.content.Site;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;

/// What is known of all claims at a moment.
///
/// @param cards in the order of the list
/// @param readings all that count here, also those that no claim is about
/// @param complaints what of the kept evidence cannot be trusted, in sentences
record Told(
        Site site,
        Here here,
        List<ClaimCard> cards,
        List<Reading> readings,
        List<String> complaints) {

    Told {
        cards = List.copyOf(cards);
        readings = List.copyOf(readings);
        complaints = List.copyOf(complaints);
    }

    /// What it is worked out from.
    ///
    /// @param ticked the runs that are compared
    record Asked(Site site, List<Snapshot> ticked, EvidenceBook book) {
        Asked {
            ticked = List.copyOf(ticked);
        }
    }

    /// Looks for Pythons, reads what was kept, and judges; takes a moment.
    static Told of(Asked asked) {
        Here here = Here.with(asked.site());
        KnownEvidence known = KnownEvidence.of(asked.book(), asked.ticked(), here);
        List<Evidence> evidence = known.all();
        return new Told(
                asked.site(),
                here,
                Claims.all().stream().map(each -> ClaimCard.of(each, here, evidence)).toList(),
                ClaimCard.readings(here, evidence),
                known.complaints());
    }

    /// E.g. `3 confirmed, 2 refuted, 14 undecided, 5 not testable`.
    String summary() {
        var words = new ArrayList<String>();
        for (String state : List.of("confirmed", "refuted", "undecided", "not testable")) {
            words.add(
                    cards.stream().filter(card -> card.state().word().equals(state)).count()
                            + " "
                            + state);
        }
        return String.join(", ", words);
    }
}
