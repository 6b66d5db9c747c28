package dev.lanescope.concurrency;

/// Whether this process was started only to see what becomes of it. Set by the system property
/// `lanescope.expendable`.
final class Expendable {

    private Expendable() {}

    static boolean is() {
        return Boolean.getBoolean("lanescope.expendable");
    }
}
