package dev.lanescope.ui.claims;

/// How what others said is looked at. A new way is a constant here and its panes in [ClaimsScreen].
public enum ClaimView {
    CARDS("Cards", "Each claim with its state here"),
    TABLES("Tables", "Tables of the documents, filled with what was measured here"),
    GUIDE("Guide", "Studies that others planned, step by step, ticked by what was found here");

    private final String title;
    private final String sentence;

    ClaimView(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    String title() {
        return title;
    }

    String sentence() {
        return sentence;
    }
}
