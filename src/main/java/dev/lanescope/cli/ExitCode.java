package dev.lanescope.cli;

/// How a command ends, for the script that called it. The numbers are a promise: they stand in
/// `--help` and in `docs/terminal.md`.
public enum ExitCode {
    ALL_CAME_OUT(0, "all pages came out"),
    SOME_FAILED(1, "some page failed, all others came out"),
    BAD_INPUT(2, "bad input: nothing was written"),
    GIVEN_UP(3, "the run had to be given up, e.g. because the disk is full"),
    SLOWER(4, "a gate found something slower than it was, beyond what is allowed"),
    CANNOT_TELL(5, "a gate cannot tell, which is no permission"),
    INTERRUPTED(130, "interrupted by Ctrl-C");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    /// What it says, in a few words.
    public String meaning() {
        return meaning;
    }
}
