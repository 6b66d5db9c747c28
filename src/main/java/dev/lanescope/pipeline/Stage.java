package dev.lanescope.pipeline;

import dev.lanescope.pipeline.generated.Generated;

import java.util.List;

/// What is done to one page or generated file, in this order.
public enum Stage {
    READ("read", Kind.INPUT, "Reads the page's bytes from the content folder."),
    FRONT_MATTER(
            "front matter",
            Kind.COMPUTE,
            "Decodes the bytes as UTF-8 and reads the YAML, TOML or JSON at the page's head."),
    PARSE("parse", Kind.COMPUTE, "Parses the Markdown into a tree."),
    TRANSFORM(
            "transform",
            Kind.COMPUTE,
            "Names the headings, collects the table of contents, points links at the HTML pages."),
    RENDER("render", Kind.COMPUTE, "Turns the tree into HTML."),
    GENERATE("generate", Kind.COMPUTE, "Gathers what other pages left for this one."),
    TEMPLATE(
            "template",
            Kind.COMPUTE,
            "Puts the HTML into the page template, with navigation, and encodes it as UTF-8."),
    WRITE(
            "write",
            Kind.OUTPUT,
            "Writes the page under a temporary name and renames it, so that it appears whole.");

    /// What a page passes through.
    public static final List<Stage> PAGE_PATH =
            List.of(READ, FRONT_MATTER, PARSE, TRANSFORM, RENDER, TEMPLATE, WRITE);

    /// What a generated file with a template passes through.
    public static final List<Stage> GENERATED_PATH = List.of(GENERATE, TEMPLATE, WRITE);

    /// What a generated file without a template passes through, such as the sitemap.
    public static final List<Stage> DATA_PATH = List.of(GENERATE, WRITE);

    /// What a stage mostly waits for: a simulated latency, or a released lock, goes by this.
    public enum Kind {
        INPUT,
        COMPUTE,
        OUTPUT
    }

    private final String label;
    private final Kind kind;
    private final String does;

    /// What this generated file passes through.
    public static List<Stage> path(Generated generated) {
        return generated.template().isPresent() ? GENERATED_PATH : DATA_PATH;
    }

    Stage(String label, Kind kind, String does) {
        this.label = label;
        this.kind = kind;
        this.does = does;
    }

    /// The stage in a word or two, for lanes, legends and tables.
    public String label() {
        return label;
    }

    /// Whether it reads, computes or writes.
    public Kind kind() {
        return kind;
    }

    /// What it does, in one sentence for people.
    public String does() {
        return does;
    }
}
