/// What a run would have taken otherwise: its recorded tasks, carried out anew on paper. Start at
/// [dev.lanescope.analysis.replay.Replay].
@NullMarked
package dev.lanescope.analysis.replay;

import org.jspecify.annotations.NullMarked;
