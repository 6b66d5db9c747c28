package dev.lanescope.pipeline.generated;

import java.util.Locale;

/// A set of templates that fit each other.
public enum TemplateSet {
    DOCS("Docs", "Sections beside the text, a table of contents, and pages in reading order."),
    BLOG("Blog", "Posts by date, newest first, with an archive by year.");

    private final String label;
    private final String sentence;

    TemplateSet(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    /// One word for menus.
    public String label() {
        return label;
    }

    /// What it shows, for people.
    public String sentence() {
        return sentence;
    }

    /// How the terminal and the folder of its templates call it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
