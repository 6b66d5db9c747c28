package dev.lanescope.lab.curves;

import dev.lanescope.content.Site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something whose curve is measured, in a JVM of its own.
public interface Row {

    /// Where it is measured.
    ///
    /// @param site whose pages are used, where pages are
    /// @param output where they are written
    /// @param warmUp how long it does, at least, what it measures before it does measure
    record Place(Site site, Path output, Duration warmUp) {}

    /// The name for programs, e.g. `process-records`.
    String id();

    /// The name for people.
    String title();

    /// What exactly is measured.
    String sentence();

    /// The id of the model whose workers it is about.
    String model();

    /// What its JVM finds in its environment besides.
    default Map<String, String> environment() {
        return Map.of();
    }

    /// The options of its JVM besides the usual ones.
    default List<String> options() {
        return List.of();
    }

    /// Why it cannot be measured on this machine, in one sentence.
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /// Measures.
    Curve measure(Place place) throws Exception;
}
