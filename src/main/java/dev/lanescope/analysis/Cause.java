package dev.lanescope.analysis;

import dev.lanescope.trace.Span;

/// An arrow between two spans on different lanes: the end of one let the other go on.
///
/// @param from the cause; where an arrow of another tool leaves, which may be later than it arrives
/// @param to the effect; the wait that ended, or the span that could begin
/// @param reason why one led to the other
public record Cause(Span from, Span to, Reason reason) {

    /// Why a span let another go on.
    public enum Reason {
        /// The item came from there: it was worked at on that lane until then.
        HANDED_OVER("handed the page over", true),
        /// A counter says who held the lock before.
        HELD_THE_LOCK("held the lock", true),
        /// The only lane that ended some work as the wait for the lock ended.
        LIKELY_HELD_THE_LOCK("likely held the lock", false),
        /// A lane of the next stage took a page at that moment, so there was room for another.
        LIKELY_MADE_ROOM("likely made room", false),
        /// The last item of the phase before was done.
        ENDED_THE_PHASE("ended the phase before", true),
        /// The tool that recorded the trace has drawn an arrow.
        ARROW("has an arrow to here", true);

        private final String words;
        private final boolean certain;

        Reason(String words, boolean certain) {
            this.words = words;
            this.certain = certain;
        }

        /// What the lane of the cause did, as people say it.
        public String words() {
            return words;
        }

        /// Whether the trace says so; otherwise it is derived, and shown as *likely*.
        public boolean isCertain() {
            return certain;
        }
    }
}
