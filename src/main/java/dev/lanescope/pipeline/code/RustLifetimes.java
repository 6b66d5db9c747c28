package dev.lanescope.pipeline.code;

/// What the lexer for Rust cannot read: it takes the apostrophe of a lifetime (`&'a str`) for the
/// beginning of a character and loses the rest of the line. It is shown `&_a str` instead; what
/// comes out is made of the real code.
final class RustLifetimes {

    private RustLifetimes() {}

    /// A copy of the code, as long, in which every apostrophe before a name that no other
    /// apostrophe ends is an underscore.
    static char[] hidden(char[] code) {
        char[] hidden = code.clone();
        for (int i = 0; i < code.length; i++) {
            if (code[i] == '\'') {
                int end = i + 1;
                while (end < code.length && isNamePart(code[end])) {
                    end++;
                }
                boolean quote = end < code.length && code[end] == '\'';
                if (end > i + 1 && !quote) {
                    hidden[i] = '_';
                }
                i = quote && end > i + 1 ? end : end - 1;
            }
        }
        return hidden;
    }

    private static boolean isNamePart(char c) {
        return c == '_'
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9');
    }
}
