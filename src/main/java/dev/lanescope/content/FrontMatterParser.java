package dev.lanescope.content;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;

import java.util.Map;

/// Reads YAML (`---`), TOML (`+++`) and JSON (`{`) front matter.
///
/// Content is untrusted: size, depth, aliases and the number of values are bounded, and only plain
/// values come out, never an object of a class the page names. A YAML key that appears twice counts
/// with its last value, as most site generators have it. Not safe for use by several threads: each
/// worker has its own.
public final class FrontMatterParser {

    /// The longest front matter that is read, in characters.
    public static final int MAX_CHARS = 256 * 1024;

    private static final int MAX_REASON = 200;
    private static final String NO_SUCH_OBJECT = "could not determine a constructor for the tag";
    private static final String TAG = "a tag (!) asks for more than a plain value; remove it";
    private static final int MAX_ALIASES = 50;
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /// What the YAML library takes in at a time by itself. Of what is longer it must be given all
    /// at once: it would fail at a character of two chars that begins at the end of one such part.
    private static final int YAML_PART = 1024;

    private static final CoreSchema YAML_SCHEMA = new CoreSchema();

    private @Nullable ObjectMapper toml;
    private @Nullable ObjectMapper json;

    /// @param marks whether every value is to know its line, which is half the work
    private static LoadSettings yaml(String head, boolean marks) {
        return LoadSettings.builder()
                .setSchema(YAML_SCHEMA)
                .setAllowDuplicateKeys(true)
                .setAllowRecursiveKeys(false)
                .setAllowNonScalarKeys(false)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(MAX_CHARS)
                .setBufferSize(Math.max(YAML_PART, head.length() + 2))
                .setUseMarks(marks)
                .build();
    }

    /// The front matter of a page's whole text, or [FrontMatter#NONE].
    ///
    /// @throws BrokenPageException if it is never closed, too big, or not what it claims to be; the
    ///   line is a line of `text`
    public FrontMatter parse(String text) throws BrokenPageException {
        try {
            if (text.startsWith("---")) {
                return fenced(text, "---");
            }
            if (text.startsWith("+++")) {
                return fenced(text, "+++");
            }
            return opensJson(text) ? json(text) : FrontMatter.NONE;
        } catch (StackOverflowError _) {
            throw new BrokenPageException(1, "front matter nests too deeply");
        } catch (RuntimeException e) { // a fault of a library must not cost the other pages
            throw new BrokenPageException(
                    1,
                    "front matter: the library that reads it failed, " + firstLine(e.toString()));
        }
    }

    private FrontMatter fenced(String text, String fence) throws BrokenPageException {
        int start = endOfFence(text, 0, fence);
        if (start < 0) {
            return FrontMatter.NONE; // a longer line of dashes, or text after it
        }
        for (int line = start; line < text.length(); line = nextLine(text, line)) {
            int body = endOfFence(text, line, fence);
            if (body >= 0) {
                refuseTooLong(line);
                String head = text.substring(start, line);
                return new FrontMatter(fence.equals("---") ? yaml(head) : toml(head), body);
            }
        }
        throw new BrokenPageException(
                1, "front matter is opened by " + fence + " but never closed");
    }

    /// Where the next line begins if a fence, and nothing else, stands at `start`; else -1.
    private static int endOfFence(String text, int start, String fence) {
        if (!text.startsWith(fence, start)) {
            return -1;
        }
        int i = start + fence.length();
        while (i < text.length() && " \t\r".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i == text.length()) {
            return start == 0 ? -1 : i;
        }
        return text.charAt(i) == '\n' ? i + 1 : -1;
    }

    private static int nextLine(String text, int from) {
        int newline = text.indexOf('\n', from);
        return newline < 0 ? text.length() : newline + 1;
    }

    private static void refuseTooLong(int chars) throws BrokenPageException {
        if (chars > MAX_CHARS) {
            throw new BrokenPageException(
                    1, "front matter is longer than " + MAX_CHARS + " characters");
        }
    }

    private Map<String, Object> yaml(String head) throws BrokenPageException {
        @Nullable Map<String, Object> simple = SimpleYaml.read(head);
        if (simple != null) {
            return PlainValues.map(simple);
        }
        try {
            if (WrittenOut.concerns(head)) {
                WrittenOut.check(new Parse(yaml(head, true)).parseString(head));
            }
            return PlainValues.map(new Load(yaml(head, false)).loadFromString(head));
        } catch (YamlEngineException _) {
            return yamlWithLines(head); // the same again, with its line
        }
    }

    private Map<String, Object> yamlWithLines(String head) throws BrokenPageException {
        try {
            return PlainValues.map(new Load(yaml(head, true)).loadFromString(head));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 2).orElse(1);
            String problem = firstLine(e.getProblem());
            String reason = problem.startsWith(NO_SUCH_OBJECT) ? TAG : problem;
            throw new BrokenPageException(line, "front matter: " + reason);
        } catch (YamlEngineException e) {
            throw new BrokenPageException(1, "front matter: " + firstLine(e.getMessage()));
        }
    }

    private Map<String, Object> toml(String head) throws BrokenPageException {
        if (toml == null) {
            toml = TomlMapper.builder().build();
        }
        try {
            return PlainValues.map(toml.readValue(head, MAP));
        } catch (JacksonException e) {
            throw broken(e, 1);
        }
    }

    private FrontMatter json(String text) throws BrokenPageException {
        if (json == null) {
            json =
                    JsonMapper.builder()
                            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .build();
        }
        try (JsonParser parser = json.createParser(text)) {
            Map<String, Object> values = PlainValues.map(json.readValue(parser, MAP));
            int end = (int) parser.currentLocation().getCharOffset();
            refuseTooLong(end);
            return new FrontMatter(values, end);
        } catch (JacksonException e) {
            throw broken(e, 0);
        }
    }

    private static BrokenPageException broken(JacksonException e, int linesBefore) {
        String reason =
                e instanceof StreamConstraintsException
                        ? "it nests too deeply or has a value that is too long"
                        : firstLine(e.getOriginalMessage());
        @Nullable TokenStreamLocation at = e.getLocation();
        if (at == null || at.getLineNr() < 1) {
            return new BrokenPageException(1, "front matter: " + reason);
        }
        // That a TOML key is there twice is noticed only at the beginning of the next line.
        boolean past = reason.startsWith("Duplicate key") && at.getColumnNr() == 1;
        int line = at.getLineNr() + linesBefore - (past ? 1 : 0);
        return new BrokenPageException(Math.max(1, line), "front matter: " + reason);
    }

    /// A brace opens JSON only if a name or the closing brace follows: pages may also begin with
    /// `{{ shortcode }}` or `{% tag %}`.
    private static boolean opensJson(String text) {
        if (!text.startsWith("{")) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                return c == '"' || c == '}';
            }
        }
        return false;
    }

    private static String firstLine(@Nullable String message) {
        String line =
                message == null ? "cannot be read" : message.lines().findFirst().orElse("").strip();
        return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "...";
    }
}
