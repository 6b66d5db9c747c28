package dev.lanescope.claims.guide;

import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.Newest;

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
        var ofFolder =
                new Newest(here, evidence.stream().filter(each -> each.isOfContent(here)).toList());
        var everywhere = new Newest(here, evidence);
        var known = new LinkedHashMap<String, Known>();
        for (Evidence each : evidence) {
            for (Reading reading : each.readings()) {
                String key = reading.key();
                Newest newest = key.contains(FAULT) ? everywhere : ofFolder;
                newest.of(key)
                        .ifPresent(from ->
                                known.put(key, new Known(newest.readings(key).getFirst(), from)));
            }
        }
        return new Found(here, known);
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
