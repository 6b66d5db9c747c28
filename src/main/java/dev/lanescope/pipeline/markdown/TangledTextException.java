package dev.lanescope.pipeline.markdown;

import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Why a page is given up while it is parsed: it would take time or space out of all proportion to
/// its length. No page that anybody wrote to be read comes near. The line is known only if the
/// parser kept track of lines.
public final class TangledTextException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// The line within the parsed text, from 1; 0 if it is not known.
    private final int line;

    private TangledTextException(int line, String reason) {
        super(reason);
        this.line = line;
    }

    static TangledTextException in(Node block, String reason) {
        @Nullable Node node = block;
        while (node != null && node.getSourceSpans().isEmpty()) {
            node = node.getParent();
        }
        List<SourceSpan> spans = node == null ? List.of() : node.getSourceSpans();
        return at(spans.isEmpty() ? null : spans.getFirst(), reason);
    }

    static TangledTextException at(@Nullable SourceSpan span, String reason) {
        return new TangledTextException(span == null ? 0 : span.getLineIndex() + 1, reason);
    }

    public int line() {
        return line;
    }

    /// A few words, such as "a table has too many empty cells".
    public String reason() {
        return String.valueOf(getMessage());
    }
}
