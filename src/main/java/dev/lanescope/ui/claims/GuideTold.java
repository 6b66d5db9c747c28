package dev.lanescope.ui.claims;

import dev.lanescope.claims.Here;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.guide.Guide;
import dev.lanescope.claims.guide.GuideBook;
import dev.lanescope.claims.guide.GuideState;
import dev.lanescope.content.Site;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;

/// Where a guide stands at a moment.
///
/// @param complaints what cannot be trusted of all that was kept, in sentences
record GuideTold(Site site, GuideState state, List<String> complaints) {

    GuideTold {
        complaints = List.copyOf(complaints);
    }

    /// What it is worked out from.
    ///
    /// @param ticked the runs that are compared
    record Asked(
            Guide guide, Site site, List<Snapshot> ticked, EvidenceBook evidence, GuideBook book) {
        Asked {
            ticked = List.copyOf(ticked);
        }
    }

    /// Looks for Pythons and reads what was kept; takes a moment.
    static GuideTold of(Asked asked) {
        Here here = Here.with(asked.site());
        KnownEvidence known = KnownEvidence.of(asked.evidence(), asked.ticked(), here);
        var state =
                GuideState.of(
                        asked.guide(),
                        here,
                        known.all(),
                        asked.book().read(asked.guide(), asked.site()));
        List<String> complaints = new ArrayList<>(known.complaints());
        state.record().complaint().ifPresent(complaints::add);
        return new GuideTold(asked.site(), state, complaints);
    }
}
