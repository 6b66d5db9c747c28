/// How items cross to where this heap cannot be seen, be it another class loader or another
/// process: who takes which, and how they are packed and unpacked. Start at
/// [dev.lanescope.concurrency.crossing.PieceRunner].
@NullMarked
package dev.lanescope.concurrency.crossing;

import org.jspecify.annotations.NullMarked;
