package dev.lanescope.claims.guide;

import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.evidence.ClaimCard;
import dev.lanescope.claims.evidence.Evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known here that guides ask for: of each key the newest reading of this machine and the
/// open folder. Faults are always tried on the sample content, so theirs count for every folder.
///
/// @param known by key
public record Found(Here here, Map<String, Known> known) {

    private static final String FAULT = "!"; // in the keys of faults

    /// A reading that counts.
    ///
    /// @param from what it was read together with
    public record Known(Reading reading, Evidence from) {}

    public Found {
        known = Map.copyOf(known);
    }

    /// Out of all there is.
    public static Found of(Here here, List<Evidence> evidence) {
        List<Evidence> ofFolder = evidence.stream().filter(each -> each.isOfContent(here)).toList();
        var known = new LinkedHashMap<String, Known>();
        for (Evidence each : evidence) {
            for (Reading reading : each.readings()) {
                String key = reading.key();
                if (!known.containsKey(key)) {
                    ClaimCard.newest(key, here, key.contains(FAULT) ? evidence : ofFolder)
                            .ifPresent(newest -> known.put(key, known(key, newest)));
                }
            }
        }
        return new Found(here, known);
    }

    private static Known known(String key, Evidence evidence) {
        Reading first =
                evidence.readings().stream()
                        .filter(each -> each.key().equals(key))
                        .findFirst()
                        .orElseThrow();
        return new Known(first, evidence);
    }

    /// The reading of a key; empty if it was not measured here.
    public Optional<Reading> of(String key) {
        return Optional.ofNullable(known.get(key)).map(Known::reading);
    }

    /// The figure of a key, in the words of a unit.
    String words(Sought sought) {
        return of(sought.key()).map(sought::words).orElse("not measured");
    }

    /// All readings.
    public List<Reading> readings() {
        return known.values().stream().map(Known::reading).toList();
    }
}
