/// What a thing costs by itself: a worker, a task, a page that crosses; measured in JVMs of their
/// own. Start at [dev.lanescope.lab.CostLab], then [dev.lanescope.lab.Figure], what is measured,
/// and [dev.lanescope.lab.CostCase], how.
@NullMarked
package dev.lanescope.lab;

import org.jspecify.annotations.NullMarked;
