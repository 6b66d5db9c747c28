package dev.lanescope.ui.compare;

/// What stands at the same place of the axis in all compared runs.
public enum Alignment {
    TIME("Time", "The same moment since the first submit stands at the same place"),
    PAGES("Pages", "As many pages done stand at the same place"),
    STAGE("Stage", "Stages begin and end at the same places: start-up, pages, what follows"),
    PAGE("Page", "The chosen page begins at the same place");

    private final String title;
    private final String sentence;

    Alignment(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    String title() {
        return title;
    }

    /// What it means, for people.
    String sentence() {
        return sentence;
    }
}
