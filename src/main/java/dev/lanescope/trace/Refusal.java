package dev.lanescope.trace;

import java.io.IOException;

/// Why a file cannot be opened: the end of a sentence that begins with the file's name, e.g. `was
/// cut short: it ends inside event 12`.
public final class Refusal extends IOException {

    private static final long serialVersionUID = 1L;

    public Refusal(String complaint) {
        super(complaint);
    }

    public Refusal(String complaint, Throwable cause) {
        super(complaint, cause);
    }

    /// The end of the sentence.
    public String complaint() {
        return String.valueOf(getMessage());
    }
}
