/// One question put to many runs: the same content under several settings, again and again, in an
/// order that favours none. Start at [dev.lanescope.study.Study], then
/// [dev.lanescope.study.StudyRun].
@NullMarked
package dev.lanescope.study;

import org.jspecify.annotations.NullMarked;
