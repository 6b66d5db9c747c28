package dev.lanescope.ui.claims;

import dev.lanescope.claims.Claims;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.evidence.ClaimCard;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.evidence.Newest;
import dev.lanescope.claims.tables.Entry;
import dev.lanescope.claims.tables.FilledTable;
import dev.lanescope.claims.tables.Tables;
import dev.lanescope.content.Site;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What is known of all claims at a moment.
///
/// @param cards in the order of the list
/// @param readings all that count here, also those that no claim is about
/// @param tables of others, with what was measured in their cells
/// @param files where what counts is kept
/// @param complaints what of the kept evidence cannot be trusted, in sentences
record Told(
        Site site,
        Here here,
        List<ClaimCard> cards,
        List<Reading> readings,
        List<FilledTable> tables,
        Map<Evidence, String> files,
        List<String> complaints) {

    Told {
        cards = List.copyOf(cards);
        readings = List.copyOf(readings);
        tables = List.copyOf(tables);
        files = Map.copyOf(files);
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
                new Newest(here, evidence).readings(),
                Tables.filled(here, evidence),
                known.files(),
                known.complaints());
    }

    /// Whether a run is one of those that a figure comes from: of the same content, made before,
    /// and named by it.
    static boolean isOf(Snapshot run, Entry.Measured figure) {
        RunInfo info = run.info();
        return figure.from().stream()
                        .anyMatch(each ->
                                each.content().equals(info.content())
                                        && each.pages() == info.pages()
                                        && !info.started().isAfter(each.when()))
                && figure.readings().stream().anyMatch(reading -> isNamed(info, reading.what()));
    }

    /// What two settings have in common stands behind both, otherwise each has its own behind it.
    private static boolean isNamed(RunInfo info, String what) {
        String setting = info.setting().isEmpty() ? "" : ", " + info.setting();
        return what.contains(info.modelTitle() + " \u00d7 " + info.workers())
                && Pattern.compile("\u00d7 [0-9]+" + Pattern.quote(setting) + "($| against )")
                        .matcher(what)
                        .find();
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
