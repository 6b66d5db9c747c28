package dev.lanescope.claims.evidence;

import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What counts here of all evidence: of each measure the newest readings of this machine, those of
/// the open folder, and only if there are none, those of another one. Readings with too few repeats
/// do not replace those with enough. Readings of other machines count for nothing.
public final class Newest {

    private final Map<String, Evidence> byKey = new LinkedHashMap<>();

    /// @param evidence all there is, in any order
    public Newest(Here here, List<Evidence> evidence) {
        for (Evidence each : evidence) {
            if (each.isOfMachine(here)) {
                each.readings().stream()
                        .map(Reading::key)
                        .distinct()
                        .forEach(key ->
                                byKey.merge(
                                        key,
                                        each,
                                        (known, other) ->
                                                order(key, here).compare(other, known) > 0
                                                        ? other
                                                        : known));
            }
        }
    }

    private static Comparator<Evidence> order(String key, Here here) {
        return Comparator.comparing((Evidence each) -> each.isOfContent(here))
                .thenComparing(each -> each.readings(key).allMatch(Reading::isSure))
                .thenComparing(Evidence::when);
    }

    /// Where the readings of a key come from that count.
    public Optional<Evidence> of(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /// Those of a key that count.
    public List<Reading> readings(String key) {
        return of(key).stream().flatMap(each -> each.readings(key)).toList();
    }

    /// Those of every key that count.
    public List<Reading> readings() {
        return byKey.keySet().stream().flatMap(key -> readings(key).stream()).toList();
    }
}
