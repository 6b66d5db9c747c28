package dev.lanescope.ui.runtimes;

/// How the runtimes are looked at.
enum RuntimeView {
    RUNTIMES(
            "What is here",
            "Each CPython of this machine, and the JDK: what it is and where it lies"),
    NAMES("Names", "Which CPython has which names of its library, as each says itself"),
    RELEASES("What came when", "Releases of CPython and of the JDK, and which are here");

    private final String title;
    private final String sentence;

    RuntimeView(String title, String sentence) {
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
