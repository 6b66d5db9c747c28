/// The inside of an interpreter: classes that its own loader loads anew. They are told and tell by
/// types of the JDK only, because no other type means the same on both sides. Start at
/// [dev.lanescope.concurrency.isolated.inside.Session].
@NullMarked
package dev.lanescope.concurrency.isolated.inside;

import org.jspecify.annotations.NullMarked;
