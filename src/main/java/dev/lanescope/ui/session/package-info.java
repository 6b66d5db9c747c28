/// What the window is about, without the window: the content folder, the experiment, the run that
/// is going on, and the runs so far.
///
/// Start at [dev.lanescope.ui.session.SessionModel].
@NullMarked
package dev.lanescope.ui.session;

import org.jspecify.annotations.NullMarked;
