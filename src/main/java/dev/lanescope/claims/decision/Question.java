package dev.lanescope.claims.decision;

/// What the tree asks.
public enum Question {
    COMPUTES("Do pages mostly compute?"),
    AT_ONCE("Can threads compute at once?"),
    ISOLATED("Must what goes wrong stay local?"),
    COMPATIBLE("Does everything run in interpreters?"),
    ASYNC("Is the code written for asyncio?");

    private final String words;

    Question(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
