/// A decision tree that others drew, followed by what was measured here. Start at
/// [dev.lanescope.claims.decision.DecisionTree].
@NullMarked
package dev.lanescope.claims.decision;

import org.jspecify.annotations.NullMarked;
