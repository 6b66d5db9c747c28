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
import java.util.regex.Pattern;

/// What is wrong with a template, told with the line where it stands. The library tells of some
/// mistakes without the line, of some by another that came of them, and of others not at all: they
/// end in whatever Java throws.
final class Mistake {

    private static final String NO_SUCH_VALUE = "uses a value as what it cannot be";
    private static final int MAX_CHARS = 300;

    /// What the library calls the method that it was about to call.
    private static final Pattern METHOD = Pattern.compile("(\\w+)\\(");

    private Mistake() {}

    /// The value of an expression; whatever goes wrong is told with its line.
    static @Nullable Object value(
            Expression<?> expression, PebbleTemplateImpl self, EvaluationContextImpl context) {
        return value(expression, expression.getLineNumber(), self, context);
    }

    /// The same for an expression that does not know its line.
    static @Nullable Object value(
            Expression<?> expression,
            int line,
            PebbleTemplateImpl self,
            EvaluationContextImpl context) {
        try {
            return expression.evaluate(self, context);
        } catch (RuntimeException e) {
            throw at(line, self.getName(), NO_SUCH_VALUE, e);
        }
    }

    /// The same mistake with a line, if it has none yet.
    ///
    /// @param what what is wrong, where the library does not say it
    static PebbleException at(int line, String template, String what, RuntimeException mistake) {
        @Nullable PebbleException told = told(mistake);
        if (told == null) {
            return new PebbleException(mistake, what + reason(mistake), line, template);
        }
        if (isCall(told)) { // told with the macro's file and the call's line
            String why = "a call does not fit: " + told.getPebbleMessage();
            return new PebbleException(null, why, line, template);
        }
        boolean placed =
                told.getFileName() != null
                        && told.getLineNumber() != null
                        && told.getLineNumber() > 0;
        return placed
                ? told
                : new PebbleException(told.getCause(), told.getPebbleMessage(), line, template);
    }

    private static boolean isCall(PebbleException mistake) {
        String message = mistake.getPebbleMessage();
        return message != null
                && (message.startsWith("The argument at position")
                        || message.startsWith("The following named argument"));
    }

    /// The mistake that led to all others, for the library says of a condition only that it is
    /// wrong.
    private static @Nullable PebbleException told(Throwable mistake) {
        @Nullable PebbleException told = null;
        for (Throwable e = mistake; e != null; e = e.getCause()) {
            if (e instanceof PebbleException pebble && pebble.getPebbleMessage() != null) {
                told = pebble;
            }
        }
        return told;
    }

    /// What is wrong, in one line.
    static String sentence(PebbleException mistake) {
        String message = String.valueOf(mistake.getPebbleMessage());
        String line = message.lines().findFirst().orElse("").strip();
        boolean isLong = line.length() > MAX_CHARS; // it may quote a value
        return in(mistake, isLong ? line.substring(0, MAX_CHARS) + "..." : line);
    }

    private static String in(PebbleException mistake, String message) {
        if (mistake instanceof ClassAccessException) {
            var method = METHOD.matcher(message);
            return "a template may call no method" + (method.find() ? ": " + method.group(1) : "");
        }
        if (message.startsWith("Could not perform ")) {
            return message
                    + (mistake.getCause() instanceof ArithmeticException e
                            ? reason(e)
                            : ": one of its two values is no number");
        }
        if (message.startsWith("Unsupported value type ")) { // and the name of a class
            return "takes true or false, a text or a number; ask of a list whether it is empty";
        }
        if (message.startsWith("type class ")) { // and the name of a class
            return "a map is asked by a name, not by a number";
        }
        if (message.equals("Unexpected character [\uFFFF]") || message.contains("type EOF")) {
            return "a tag or an expression is not closed";
        }
        return message.startsWith("Unexpected expression ") // and the name of a class
                ? "what stands after 'with' is no map, such as {\"name\": 1}"
                : message;
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
