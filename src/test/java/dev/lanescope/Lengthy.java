package dev.lanescope;

/// The tag of tests that take minutes together: `mvn verify` leaves them out, `mvn verify -Plong`
/// does them as well. What they show is shown on fewer cases by tests without it.
public final class Lengthy {

    /// For JUnit's `@Tag`.
    public static final String TAG = "long";

    private Lengthy() {}
}
