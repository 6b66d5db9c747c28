package dev.lanescope;

/// The name of what tests share that start child processes beside each other, for JUnit's
/// `@ResourceLock`: those that count the children of this JVM want them for themselves, those that
/// run beside others and start some say so.
public final class Children {

    /// The child processes of this JVM.
    public static final String OF_THIS_JVM = "child processes of this JVM";

    private Children() {}
}
