package dev.lanescope.content;

import java.util.Map;

/// A page as the scanner meets it, before it is known what the sections around it say.
record ScannedPage(String source, long bytes, PageHead head) {

    /// The page with defaults for what it does not say itself.
    FoundPage with(Map<String, Object> defaults) {
        FrontMatter matter = head.own().withDefaults(defaults);
        return new FoundPage(source, bytes, PageFacts.of(matter, head.heading()));
    }
}
