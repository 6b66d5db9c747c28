package dev.lanescope.pipeline.markdown;

import org.commonmark.node.CustomNode;
import org.jspecify.annotations.Nullable;

/// A run of `*`, `_` or `~` that may open or close emphasis. It stands in the tree only until
/// [EmphasisPass] has found its partner.
final class DelimiterMark extends CustomNode {

    final char character;
    final boolean canOpen;
    final boolean canClose;
    final int originalLength;

    /// Where it stands among its siblings' marks; those that come later have a higher number.
    int place;

    /// How many characters have not become emphasis yet.
    int length;

    @Nullable DelimiterMark previous;
    @Nullable DelimiterMark next;

    DelimiterMark(char character, int length, boolean canOpen, boolean canClose) {
        this.character = character;
        this.length = length;
        this.originalLength = length;
        this.canOpen = canOpen;
        this.canClose = canClose;
    }

    /// Takes it out of the list of marks that still look for a partner.
    void leave() {
        if (previous != null) {
            previous.next = next;
        }
        if (next != null) {
            next.previous = previous;
        }
    }

    /// Whether emphasis may begin at this mark and end at that later one.
    ///
    /// A tilde pairs with as many tildes. Of stars and underscores, a run that could both open and
    /// close pairs only if the lengths do not add up to a multiple of 3, unless both are.
    boolean opens(DelimiterMark closer) {
        if (!canOpen || character != closer.character) {
            return false;
        }
        if (character == '~') {
            return length == closer.length;
        }
        boolean either = canClose || closer.canOpen;
        int sum = originalLength + closer.originalLength;
        return !(either && closer.originalLength % 3 != 0 && sum % 3 == 0);
    }

    /// All closers of one kind are refused by the same openers: what was passed over once need not
    /// be looked at again by another of the kind.
    int kind() {
        int both = canOpen ? 3 : 0;
        return switch (character) {
            case '*' -> both + originalLength % 3;
            case '_' -> 6 + both + originalLength % 3;
            default -> 11 + length; // tildes: 1 or 2
        };
    }

    /// One more than the highest [#kind].
    static final int KINDS = 14;
}
