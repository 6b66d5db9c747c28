package dev.lanescope.content;

/// Why one page's text or front matter cannot be read. It knows the line but not the file: whoever
/// catches it knows which page it was.
public final class BrokenPageException extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;

    /// @param line the first line is 1; 0 where no line can be named
    /// @param reason a few words, such as "mapping values are not allowed here"
    public BrokenPageException(int line, String reason) {
        super(reason);
        this.line = line;
    }

    /// The line within the file, from 1; 0 where none can be named.
    public int line() {
        return line;
    }
}
