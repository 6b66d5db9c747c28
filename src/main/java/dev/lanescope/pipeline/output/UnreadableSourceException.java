package dev.lanescope.pipeline.output;

/// Why nothing can be written although the output folder is fine: a static file or the templates
/// cannot be read. The next attempt may succeed.
public final class UnreadableSourceException extends OutputException {

    private static final long serialVersionUID = 1;

    UnreadableSourceException(String sentence, boolean touched) {
        super(sentence, touched);
    }
}
