package dev.lanescope.ui.claims;

import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.evidence.EvidenceException;
import dev.lanescope.claims.tables.Tables;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// All that is known here: what was kept, and what the ticked runs say.
///
/// @param files the names of the files in which the kept evidence lies
/// @param complaints what of the kept evidence cannot be trusted, in sentences
record KnownEvidence(List<Evidence> all, Map<Evidence, String> files, List<String> complaints) {

    KnownEvidence {
        all = List.copyOf(all);
        files = Map.copyOf(files);
        complaints = List.copyOf(complaints);
    }

    /// Reads what was kept; takes a moment.
    static KnownEvidence of(EvidenceBook book, List<Snapshot> ticked, Here here) {
        List<Evidence> all = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        EvidenceBook.Contents kept = EvidenceBook.NOTHING;
        try {
            kept = book.read();
            all.addAll(kept.evidence());
            complaints.addAll(kept.complaints());
        } catch (EvidenceException e) {
            complaints.add(String.valueOf(e.getMessage()));
        }
        if (!ticked.isEmpty()) {
            all.add(Evidence.of(Contender.group(ticked), here, Tables.measuresOfAnyRuns()));
        }
        return new KnownEvidence(all, kept.files(), complaints);
    }
}
