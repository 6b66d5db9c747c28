package dev.lanescope.content;

/// Hears how far a scan has come, and may end it.
@FunctionalInterface
public interface ScanProgress {

    /// Nobody listens and nobody cancels.
    ScanProgress NONE = pagesFound -> true;

    /// Called on the scanning thread after every page; must be quick.
    ///
    /// @return false to cancel: the scan then ends with an [InterruptedException]
    boolean found(int pagesFound);
}
