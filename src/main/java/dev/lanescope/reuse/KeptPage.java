package dev.lanescope.reuse;

import dev.lanescope.content.Page;
import dev.lanescope.pipeline.Provenance;
import dev.lanescope.pipeline.fingerprint.ContentHash;

/// A page as it came out the last time.
///
/// @param source the Markdown file; its hash is that of the bytes that were rendered
/// @param surroundings what the page took from the site around it
/// @param output the HTML file, from the output folder
/// @param html the HTML file as it was written
record KeptPage(
        Written source,
        ContentHash surroundings,
        Provenance provenance,
        String output,
        Written html) {

    /// Whether the page still goes to the same file and sees the same site around it.
    boolean fits(Page page, ContentHash now) {
        return output.equals(page.output()) && surroundings.equals(now);
    }
}
