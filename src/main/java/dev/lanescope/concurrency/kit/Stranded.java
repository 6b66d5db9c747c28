package dev.lanescope.concurrency.kit;

/// An item was never done, because another one hangs and keeps what this one would have needed.
public final class Stranded extends Exception {

    private static final long serialVersionUID = 1;

    /// @param blocker what people call the item that hangs
    public Stranded(String blocker) {
        super(
                blocker
                        + " hangs, cannot be killed, and nobody is left who could go on; child"
                        + " processes can be killed");
    }
}
