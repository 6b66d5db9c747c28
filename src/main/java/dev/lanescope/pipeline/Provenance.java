package dev.lanescope.pipeline;

import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.links.LinkLookups;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// What a page's HTML came from, and what the page left besides it. Small and bounded, whatever the
/// page; a later build decides by it whether the HTML would come out the same.
///
/// @param content the hash of the Markdown file's bytes as they were read
/// @param lookups what the page's links asked of the site
/// @param digest what it leaves for the pages made of others
public record Provenance(ContentHash content, LinkLookups lookups, PageDigest digest) {

    /// Writes what [#read] reads.
    public void write(DataOutput out) throws IOException {
        content.write(out);
        lookups.write(out);
        digest.write(out);
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException if these are not such bytes
    public static Provenance read(DataInput in) throws IOException {
        return new Provenance(ContentHash.read(in), LinkLookups.read(in), PageDigest.read(in));
    }
}
