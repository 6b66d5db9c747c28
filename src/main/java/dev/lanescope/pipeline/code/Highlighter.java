package dev.lanescope.pipeline.code;

import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

import javax.swing.text.Segment;

/// One worker's lexers. They read a block line by line; each hands the next its state (whether a
/// comment is still open, say). Not safe for use by two threads.
///
/// The lexers are a library's, made for an editor, and are not trusted: whatever they say, the text
/// that comes out is the text that went in, part by part and in order; a lexer that fails is thrown
/// away and the block comes out plain. Some take time that grows with the square of a line's length
/// (a line of dashes in Markdown), so long lines are not coloured.
///
/// A language is loaded when a block first asks for it. Some lexers drag in a few Swing classes
/// (they know an editor's "insert break" action), but none starts AWT.
final class Highlighter {

    /// The longest block that is coloured, in characters.
    static final int MAX_BLOCK = 256 * 1024;

    /// The longest line in a block that is coloured, in characters.
    static final int MAX_LINE = 1_000;

    private static final String RUST = "text/rust";
    private static final int KEPT_CHARS = 64 * 1024;

    private final Map<String, TokenMaker> lexers = new HashMap<>();
    private final Segment segment = new Segment();
    private StringBuilder html = new StringBuilder(4096);

    /// Code as HTML with its parts marked; null if it has to stay plain, because the language is
    /// unknown or the code too long.
    @Nullable String highlight(String language, String code) {
        @Nullable String name = CodeLanguages.lexer(language);
        if (name == null || code.length() > MAX_BLOCK || hasLongLine(code)) {
            return null;
        }
        html.setLength(0);
        try {
            TokenMaker lexer = lexers.computeIfAbsent(name, Highlighter::load);
            char[] chars = code.toCharArray();
            mark(lexer, chars, name.equals(RUST) ? RustLifetimes.hidden(chars) : chars);
            return html.toString();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (RuntimeException
                | Error _) { // a lexer that meets what it cannot read throws Error
            lexers.remove(name);
            return null;
        } finally {
            if (html.capacity() > KEPT_CHARS) {
                html = new StringBuilder(KEPT_CHARS);
            }
            segment.array = new char[0];
        }
    }

    private static TokenMaker load(String name) {
        return TokenMakerFactory.getDefaultInstance().getTokenMaker(name);
    }

    private static boolean hasLongLine(String code) {
        int start = 0;
        while (code.length() - start > MAX_LINE) {
            int newline = code.indexOf('\n', start);
            if (newline < 0 || newline - start > MAX_LINE) {
                return true;
            }
            start = newline + 1;
        }
        return false;
    }

    /// Parts of one role are one span, across the blanks and line ends between them.
    ///
    /// @param asRead what the lexer is shown, character for character in the place of the code
    private void mark(TokenMaker lexer, char[] code, char[] asRead) {
        CodeRole open = CodeRole.PLAIN;
        int done = 0; // everything before is written
        int state = TokenTypes.NULL;
        segment.array = asRead;
        for (int start = 0; start < code.length; ) {
            int end = endOfLine(code, start);
            segment.offset = start;
            segment.count = end - start;
            Token token = lexer.getTokenList(segment, state, start);
            while (token != null) {
                state = token.getType();
                int from = Math.max(token.getOffset(), done);
                int to = Math.min(token.getOffset() + token.length(), end);
                if (token.isPaintable() && from < to && !isBlank(code, from, to)) {
                    CodeRole role = CodeRole.ofType(state);
                    if (role != open) {
                        done = close(open, code, done, from);
                        if (role != CodeRole.PLAIN) {
                            html.append(role.opening());
                        }
                        open = role;
                    }
                    escape(code, done, to);
                    done = to;
                }
                token = token.getNextToken();
            }
            start = end + 1;
        }
        close(open, code, done, code.length);
    }

    /// Ends a span; what lies between it and the next part (blanks, mostly) belongs to neither.
    private int close(CodeRole open, char[] code, int done, int next) {
        if (open != CodeRole.PLAIN) {
            html.append("</span>");
        }
        escape(code, done, next);
        return next;
    }

    private static int endOfLine(char[] code, int start) {
        int end = start;
        while (end < code.length && code[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isBlank(char[] code, int from, int to) {
        for (int i = from; i < to; i++) {
            if (code[i] != ' ' && code[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /// As commonmark-java escapes text, so that colour is the only difference.
    private void escape(char[] code, int from, int to) {
        int plain = from;
        for (int i = from; i < to; i++) {
            @Nullable String escaped =
                    switch (code[i]) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '"' -> "&quot;";
                        default -> null;
                    };
            if (escaped != null) {
                html.append(code, plain, i - plain).append(escaped);
                plain = i + 1;
            }
        }
        html.append(code, plain, to - plain);
    }
}
