package dev.lanescope.pipeline.template;

import org.jspecify.annotations.Nullable;

/// Why a template could not be filled, in a sentence that names the template's file and line if
/// they are known.
public final class TemplateException extends Exception {

    private static final long serialVersionUID = 1;

    TemplateException(@Nullable String message) {
        super(message);
    }
}
