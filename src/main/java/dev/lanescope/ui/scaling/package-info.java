/// The screen of scaling: one model with ever more workers, the law that describes it, what another
/// setting would bring, and the ledger of such predictions. Start at
/// [dev.lanescope.ui.scaling.ScalingScreen].
@NullMarked
package dev.lanescope.ui.scaling;

import org.jspecify.annotations.NullMarked;
