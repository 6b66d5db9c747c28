package dev.lanescope.pipeline.input;

/// Why one page did not come out; the others go on. The message is one sentence that names the
/// file, the line where one is known, and what is wrong, such as `guide/pools.md:4: front matter:
/// mapping values are not allowed here`.
public final class PageException extends Exception {

    private static final long serialVersionUID = 1;

    private final String source;
    private final int line;
    private final String reason;

    /// @param line within the page, from 1; 0 if none can be named
    public PageException(String source, int line, String reason) {
        super(source + (line > 0 ? ":" + line : "") + ": " + reason);
        this.source = source;
        this.line = line;
        this.reason = reason;
    }

    /// The page, relative to the content folder.
    public String source() {
        return source;
    }

    /// The line within the page, from 1; 0 if none can be named.
    public int line() {
        return line;
    }

    /// The message without file and line.
    public String reason() {
        return reason;
    }
}
