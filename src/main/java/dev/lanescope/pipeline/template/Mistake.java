package dev.lanescope.pipeline.template;

import io.pebbletemplates.pebble.error.ClassAccessException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.util.Collection;
import java.util.Map;

/// What is wrong with a template, told with the line where it stands. The library tells of some
/// mistakes without the line, of some by another that came of them, and of others not at all: they
/// end in whatever Java throws.
final class Mistake {

    private static final String NO_METHOD = "a template may call no method";
    private static final String NO_SUCH_VALUE = "uses a value as what it cannot be";
    private static final String OPERATOR = "Could not perform ";

    private Mistake() {}

    /// The value of an expression; whatever goes wrong is told with its line.
    static @Nullable Object value(
            Expression<?> expression, PebbleTemplateImpl self, EvaluationContextImpl context) {
        try {
            return expression.evaluate(self, context);
        } catch (RuntimeException e) {
            throw at(expression.getLineNumber(), self.getName(), NO_SUCH_VALUE, e);
        }
    }

    /// The same mistake with a line, if it has none yet.
    ///
    /// @param what what is wrong, where the library does not say it
    static PebbleException at(int line, String template, String what, RuntimeException mistake) {
        if (!(mistake instanceof PebbleException told)) {
            return new PebbleException(mistake, what + reason(mistake), line, template);
        }
        return told.getLineNumber() != null && told.getFileName() != null
                ? told
                : new PebbleException(told.getCause(), told.getPebbleMessage(), line, template);
    }

    /// The mistake that led to this one, for the library says of a condition only that it is wrong.
    static PebbleException first(PebbleException mistake) {
        PebbleException first = mistake;
        for (Throwable e = mistake; e != null; e = e.getCause()) {
            if (e instanceof PebbleException told && told.getPebbleMessage() != null) {
                first = told;
            }
        }
        return first;
    }

    /// What is wrong, in one line.
    static String sentence(PebbleException mistake) {
        if (mistake instanceof ClassAccessException) {
            return NO_METHOD;
        }
        String message = mistake.getPebbleMessage();
        if (message == null) {
            return "cannot be used";
        }
        String why =
                !message.startsWith(OPERATOR)
                        ? ""
                        : mistake.getCause() instanceof ArithmeticException e
                                ? reason(e)
                                : ": one of its two values is no number";
        return message.lines().findFirst().orElse("").strip() + why;
    }

    /// How a value is called in a sentence.
    static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case CharSequence _, SafeString _ -> "a text";
            case Number _ -> "a number";
            case Boolean _ -> "true or false";
            case Collection<?> _ -> "a list";
            case Map<?, ?> _ -> "a map";
            default -> "such a value";
        };
    }

    private static String reason(RuntimeException e) {
        boolean speaks =
                e instanceof IllegalArgumentException
                        || e instanceof ArithmeticException
                        || e instanceof DateTimeException;
        String message = e.getMessage();
        return speaks && message != null && !message.contains("java.") ? ": " + message : "";
    }

    /// An expression of a tag, whose mistakes are told with their line.
    record Told(Expression<?> expression) implements Expression<Object> {

        @Override
        public @Nullable Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
            return value(expression, self, context);
        }

        @Override
        public int getLineNumber() {
            return expression.getLineNumber();
        }

        @Override
        public void accept(NodeVisitor visitor) {
            expression.accept(visitor);
        }
    }
}
