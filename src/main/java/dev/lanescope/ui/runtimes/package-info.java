/// What runs the work besides the models: the CPythons of this machine and this JDK, which names
/// their libraries have, and what came when; start at [dev.lanescope.ui.runtimes.RuntimesScreen].
@NullMarked
package dev.lanescope.ui.runtimes;

import org.jspecify.annotations.NullMarked;
