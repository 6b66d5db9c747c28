/// What can be kept from the last time: which pages of a site must be rendered again, and which
/// would come out as they are.
///
/// Start at [dev.lanescope.reuse.Build]. The rule: a page is kept only if everything its HTML was
/// made of is known to be the same. What cannot be known is rendered.
@NullMarked
package dev.lanescope.reuse;

import org.jspecify.annotations.NullMarked;
