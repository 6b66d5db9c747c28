package dev.lanescope.pipeline.markdown;

import org.commonmark.internal.inline.AutolinkInlineParser;
import org.commonmark.internal.inline.HtmlInlineParser;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/// What a `<` opens within a paragraph: a link in angle brackets, raw HTML, or nothing.
///
/// The library's own parsers look for the end anew at each `<`, and may look through the rest of
/// the paragraph each time. This one asks them only when the end is near, and remembers which ends
/// there are none of: a megabyte of `<` costs a pass over it. One serves one paragraph.
final class AngleParser implements InlineContentParser {

    /// Makes one for each paragraph.
    static final class Factory implements InlineContentParserFactory {

        private static final Set<Character> TRIGGERS = Set.of('<');

        @Override
        public Set<Character> getTriggerCharacters() {
            return TRIGGERS;
        }

        @Override
        public InlineContentParser create() {
            return new AngleParser();
        }
    }

    /// The longest mail address that is looked at; the library's pattern for them is recursive.
    private static final int MAX_MAIL = 1_000;

    private static final AutolinkInlineParser LINKS = new AutolinkInlineParser();
    private static final HtmlInlineParser TAGS = new HtmlInlineParser();

    /// The ends of which there are no more in this paragraph.
    private Set<String> absent = Set.of();

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        scanner.next();
        Position after = scanner.position();
        @Nullable ParsedInline found = null;
        if (mayBeLink(scanner)) {
            scanner.setPosition(start);
            found = LINKS.tryParse(state);
        }
        if (found == null) {
            scanner.setPosition(after);
            char next = scanner.peek();
            if (next == '!' || next == '?') {
                found = declaration(scanner, start);
            } else if (next == '/' || isLetter(next)) {
                scanner.setPosition(start);
                found = TAGS.tryParse(state);
            }
        }
        return found == null ? ParsedInline.of(new Text("<"), after) : found;
    }

    /// Whether a `>` comes before anything that no link in angle brackets holds.
    private static boolean mayBeLink(Scanner scanner) {
        int length = 0;
        int colon = -1;
        int at = -1;
        char c = scanner.peek();
        while (c > ' ' && c != '<' && c != '>') { // the end of the text is a zero character
            if (c == ':' && colon < 0) {
                colon = length;
            } else if (c == '@' && at < 0) {
                at = length;
            }
            length++;
            scanner.next();
            c = scanner.peek();
        }
        boolean mail = at >= 0 && (colon < 0 || at < colon);
        return c == '>' && (mail ? length <= MAX_MAIL : colon >= 0);
    }

    /// After `<`: an instruction, comment, character data or declaration.
    private @Nullable ParsedInline declaration(Scanner scanner, Position start) {
        if (scanner.next('?')) {
            return upTo("?>", scanner, start);
        }
        scanner.next(); // the exclamation mark
        if (scanner.next("--")) {
            return scanner.next('>') || scanner.next("->")
                    ? html(scanner, start)
                    : upTo("-->", scanner, start);
        }
        if (scanner.next("[CDATA[")) {
            return upTo("]]>", scanner, start);
        }
        if (!isLetter(scanner.peek())) {
            return null;
        }
        while (isLetter(scanner.peek())) {
            scanner.next();
        }
        return scanner.whitespace() > 0 ? upTo(">", scanner, start) : null;
    }

    private @Nullable ParsedInline upTo(String end, Scanner scanner, Position start) {
        if (absent.contains(end)) {
            return null;
        }
        while (scanner.find(end.charAt(0)) >= 0) {
            if (scanner.next(end)) {
                return html(scanner, start);
            }
            scanner.next();
        }
        if (absent.isEmpty()) {
            absent = new HashSet<>();
        }
        absent.add(end);
        return null;
    }

    private static ParsedInline html(Scanner scanner, Position start) {
        var html = new HtmlInline();
        html.setLiteral(scanner.getSource(start, scanner.position()).getContent());
        return ParsedInline.of(html, scanner.position());
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
