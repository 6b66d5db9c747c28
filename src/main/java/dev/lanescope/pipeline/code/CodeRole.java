package dev.lanescope.pipeline.code;

import org.fife.ui.rsyntaxtextarea.TokenTypes;

import java.util.Locale;

/// What a part of a program is, as far as a reader wants to see it: the style sheet has a colour
/// for each. Names, operators, brackets and blanks are [#PLAIN] and take no markup.
enum CodeRole {
    PLAIN,
    KEYWORD,
    TYPE,
    STRING,
    NUMBER,
    COMMENT,
    FUNCTION,
    META,
    NAME;

    private final String opening = "<span class=\"tok-" + name().toLowerCase(Locale.ROOT) + "\">";

    /// The tag that opens such a part; for all but [#PLAIN].
    String opening() {
        return opening;
    }

    /// The role of one of the lexers' token types.
    static CodeRole ofType(int type) {
        return switch (type) {
            case TokenTypes.RESERVED_WORD, TokenTypes.RESERVED_WORD_2 -> KEYWORD;
            case TokenTypes.DATA_TYPE, TokenTypes.MARKUP_TAG_ATTRIBUTE -> TYPE;
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.REGEX,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
                    TokenTypes.MARKUP_CDATA,
                    TokenTypes.ERROR_STRING_DOUBLE,
                    TokenTypes.ERROR_CHAR ->
                    STRING;
            case TokenTypes.LITERAL_BOOLEAN,
                    TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
                    TokenTypes.MARKUP_ENTITY_REFERENCE,
                    TokenTypes.ERROR_NUMBER_FORMAT ->
                    NUMBER;
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT ->
                    COMMENT;
            case TokenTypes.FUNCTION -> FUNCTION;
            case TokenTypes.ANNOTATION,
                    TokenTypes.PREPROCESSOR,
                    TokenTypes.MARKUP_DTD,
                    TokenTypes.MARKUP_PROCESSING_INSTRUCTION,
                    TokenTypes.MARKUP_CDATA_DELIMITER ->
                    META;
            case TokenTypes.VARIABLE, TokenTypes.MARKUP_TAG_NAME -> NAME;
            default -> PLAIN;
        };
    }
}
