/// A site in the browser while it is being written: what is saved is rendered at once.
///
/// Start at [dev.lanescope.preview.Preview]; [dev.lanescope.preview.LiveSite] is the site that is
/// kept up to date, [dev.lanescope.preview.FolderWatch] says what was saved, and
/// [dev.lanescope.preview.PreviewServer] shows it.
@NullMarked
package dev.lanescope.preview;

import org.jspecify.annotations.NullMarked;
