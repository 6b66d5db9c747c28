package dev.lanescope.content;

import java.util.Map;
import java.util.Optional;

/// A page as the scanner meets it, before it is known what the sections around it say.
record ScannedPage(String source, long bytes, PageHead head) {

    private static final int MAX_SHOWN = 100;

    /// The page with defaults for what it does not say itself.
    FoundPage with(Map<String, Object> defaults) {
        FrontMatter matter = head.own().withDefaults(defaults);
        return new FoundPage(source, bytes, PageFacts.of(matter, head.heading()));
    }

    /// What of its own front matter could not be taken; empty if all could.
    Optional<String> complaint() {
        return head.own()
                .text("date")
                .filter(date -> PageDate.of(date) == null)
                .map(date -> Excerpt.of(date, MAX_SHOWN))
                .map(date -> "its date " + date + " cannot be read; write it like 2024-01-31");
    }
}
