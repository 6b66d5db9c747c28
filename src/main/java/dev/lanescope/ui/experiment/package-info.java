/// The bar above everything: which content, which model, how many workers, Run and Stop.
///
/// Start at [dev.lanescope.ui.experiment.ExperimentBar].
@NullMarked
package dev.lanescope.ui.experiment;

import org.jspecify.annotations.NullMarked;
