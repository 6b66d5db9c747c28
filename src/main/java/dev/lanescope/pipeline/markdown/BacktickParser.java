package dev.lanescope.pipeline.markdown;

import org.commonmark.node.Code;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.Set;

/// Code between backticks. It remembers for which lengths no closing run is left in its paragraph,
/// so that each length costs at most one pass; a run of more than [#MAX_RUN] is plain text, as in
/// cmark. One serves one paragraph.
final class BacktickParser implements InlineContentParser {

    /// Makes one for each paragraph.
    static final class Factory implements InlineContentParserFactory {

        private static final Set<Character> TRIGGERS = Set.of('`');

        @Override
        public Set<Character> getTriggerCharacters() {
            return TRIGGERS;
        }

        @Override
        public InlineContentParser create() {
            return new BacktickParser();
        }
    }

    static final int MAX_RUN = 80;

    private @Nullable BitSet unclosed;

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        int opening = scanner.matchMultiple('`');
        Position after = scanner.position();
        if (opening <= MAX_RUN && (unclosed == null || !unclosed.get(opening))) {
            while (scanner.find('`') >= 0) {
                Position before = scanner.position();
                if (scanner.matchMultiple('`') == opening) {
                    var code = new Code(content(scanner.getSource(after, before).getContent()));
                    return ParsedInline.of(code, scanner.position());
                }
            }
            if (unclosed == null) {
                unclosed = new BitSet();
            }
            unclosed.set(opening);
        }
        return ParsedInline.of(new Text(scanner.getSource(start, after).getContent()), after);
    }

    /// Line ends become spaces; one space goes at either end if there is one at both, and more than
    /// spaces between.
    private static String content(String source) {
        String line = source.replace('\n', ' ');
        boolean padded = line.length() > 2 && line.startsWith(" ") && line.endsWith(" ");
        return padded && line.chars().anyMatch(c -> c != ' ')
                ? line.substring(1, line.length() - 1)
                : line;
    }
}
