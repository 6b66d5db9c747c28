package dev.lanescope.content;

/// What a scan takes into the site.
///
/// @param drafts whether pages that call themselves drafts are pages like any other; without it
///   they are left out and listed in [Site#drafts()]
public record ScanSettings(boolean drafts) {

    /// What is to be published: no drafts.
    public static final ScanSettings STANDARD = new ScanSettings(false);
}
