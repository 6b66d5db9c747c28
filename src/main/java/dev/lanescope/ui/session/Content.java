package dev.lanescope.ui.session;

import dev.lanescope.content.Site;

import java.nio.file.Path;

/// The content folder, as far as it is known.
public sealed interface Content {

    /// None was chosen yet.
    record None() implements Content {}

    /// It is being read.
    record Scanning(Path folder, int pagesSoFar) implements Content {}

    /// It can be rendered.
    record Ready(Site site) implements Content {}

    /// It cannot; the sentence says why.
    record Refused(Path folder, String sentence) implements Content {}
}
