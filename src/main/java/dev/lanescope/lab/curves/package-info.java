/// Costs that depend on something: on the size of what crosses, on what a page costs, on the number
/// of workers; and starts, again and again. Start at [dev.lanescope.lab.curves.CurveKind], then
/// [dev.lanescope.lab.curves.CurveLab].
@NullMarked
package dev.lanescope.lab.curves;

import org.jspecify.annotations.NullMarked;
