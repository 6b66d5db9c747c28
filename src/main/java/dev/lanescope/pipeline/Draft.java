package dev.lanescope.pipeline;

import dev.lanescope.content.FrontMatter;
import dev.lanescope.content.Page;
import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.links.LinkLookups;
import dev.lanescope.pipeline.template.PageBytes;

import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One page or generated file on its way through the stages. It belongs to one worker at a time,
/// but not always to the same one: what a stage leaves for the next lies here and in no worker's
/// buffers, and is let go as soon as it is used up.
public final class Draft {

    private final @Nullable Page page;
    private final @Nullable Generated generated;
    private final Digests digests;

    // What a stage leaves for the next, in the order of the stages.
    byte @Nullable [] bytes;
    @Nullable String text;
    FrontMatter frontMatter = FrontMatter.NONE;
    int templateLine;
    @Nullable Node document;
    String title;
    boolean opensWithTitle;
    List<Map<String, Object>> contents = List.of();
    Map<Node, String> anchors = new HashMap<>();
    @Nullable PageDigest digest;
    @Nullable LinkLookups lookups;
    @Nullable String body;
    @Nullable Map<String, Object> gathered;
    @Nullable PageBytes html;

    private @Nullable ContentHash content;
    private long bytesIn;
    private long bytesOut;
    private long parser;

    /// A draft of a page.
    public Draft(Page page) {
        this.page = page;
        this.generated = null;
        this.digests = Digests.NONE;
        this.title = page.title();
    }

    /// A draft of a file that is made of what pages left.
    public Draft(Generated generated, Digests digests) {
        this.page = null;
        this.generated = generated;
        this.digests = digests;
        this.title = generated.output();
    }

    /// The page that this is a draft of.
    ///
    /// @throws IllegalStateException if it is one of a generated file
    public Page page() {
        if (page == null) {
            throw new IllegalStateException(name() + " is no page");
        }
        return page;
    }

    /// The generated file that this is a draft of; empty if it is one of a page.
    public Optional<Generated> generated() {
        return Optional.ofNullable(generated);
    }

    /// How messages call it: a page's source, or a generated file's output.
    public String name() {
        return page != null ? page.source() : output();
    }

    /// The file it will become, relative to the output folder.
    String output() {
        return page != null ? page.output() : title;
    }

    Digests digests() {
        return digests;
    }

    /// The Markdown bytes read; 0 before [Stage#READ].
    public long bytesIn() {
        return bytesIn;
    }

    /// The bytes written; 0 before [Stage#WRITE].
    public long bytesOut() {
        return bytesOut;
    }

    /// A parser has read the page.
    ///
    /// @param number what it has alone among all parsers
    public void parsedBy(long number) {
        parser = number;
    }

    /// The number of the parser that has read the page; 0 before [Stage#PARSE].
    public long parser() {
        return parser;
    }

    /// What this page was made of and what it leaves, for a later build and for the pages made of
    /// others. The hash is of the bytes that were read, even if the file has changed since.
    ///
    /// @throws IllegalStateException before [Stage#TRANSFORM]
    public Provenance provenance() {
        return new Provenance(left(content, Stage.READ), lookups(), digest());
    }

    /// What this page leaves for the pages made of others and for the check of links.
    ///
    /// @throws IllegalStateException before [Stage#TRANSFORM]
    public PageDigest digest() {
        return left(digest, Stage.TRANSFORM);
    }

    /// What the page asked of the site to follow its links, for a later build.
    ///
    /// @throws IllegalStateException before [Stage#TRANSFORM]
    public LinkLookups lookups() {
        return left(lookups, Stage.TRANSFORM);
    }

    /// The hash of the bytes that were read.
    ///
    /// @throws IllegalStateException before [Stage#READ]
    public ContentHash content() {
        return left(content, Stage.READ);
    }

    void read(byte[] read, ContentHash hash) {
        bytes = read;
        bytesIn = read.length;
        content = hash;
    }

    void written(long length) {
        bytesOut = length;
    }

    /// A mistake of the caller's, not of the page.
    static final class OutOfOrder extends IllegalStateException {

        private static final long serialVersionUID = 1;

        OutOfOrder(Stage missing) {
            super("stage " + missing.label() + " has not been done");
        }
    }

    /// What an earlier stage must have left.
    static <T> T left(@Nullable T value, Stage by) {
        if (value == null) {
            throw new OutOfOrder(by);
        }
        return value;
    }
}
