package dev.lanescope.pipeline.template;

import dev.lanescope.content.BrokenPageException;
import dev.lanescope.content.PageText;
import dev.lanescope.content.Site;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds templates by plain name: `NAME.peb` of the user's own folder, then `_templates/NAME.peb`
/// of the content folder, then those built in. So `page.peb` of one's own takes the place of the
/// built-in one, which it may still extend: `lanescope-NAME` always means the built-in template.
///
/// A name is letters, digits and dashes, so no template reaches another file, not even by include.
final class TemplateLoader implements Loader<String> {

    /// What pages and generated files are shown with.
    static final List<String> BUILT_IN =
            List.of(
                    "page",
                    "wide",
                    "home",
                    "posts",
                    "archive",
                    "year",
                    "terms",
                    "term",
                    "redirect");

    /// What those are made of.
    private static final List<String> PARTS = List.of("base", "layout", "list");

    /// Of which each set has its own; the others are the same in all sets. Known by heart: whoever
    /// looks for a file that is not there makes the JVM open every jar.
    private static final List<String> OF_EACH_SET = List.of("layout", "page");

    /// Before the name of a template where the built-in one is meant.
    static final String OURS = "lanescope-";

    /// Those that nearly every page needs, worth compiling before the first of them.
    static final List<String> EVERY_PAGE = List.of(OURS + "page", OURS + "layout", OURS + "base");

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final String ENDING = ".peb";
    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_NAME_SHOWN = 80;

    private final String set;
    private final @Nullable Path own;
    private final @Nullable Path ofSite;
    private final Map<String, String> keys = new HashMap<>();

    /// @param set which of the built-in templates
    /// @param ofSite the content's own folder of templates; null if they are not to be read
    /// @param own the user's own folder of templates
    TemplateLoader(String set, @Nullable Path ofSite, @Nullable Path own) {
        this.set = set;
        this.own = own;
        this.ofSite = ofSite;
    }

    static boolean isTemplate(String fileName) {
        return fileName.endsWith(ENDING)
                && NAME.matcher(fileName.substring(0, fileName.length() - ENDING.length()))
                        .matches();
    }

    /// How messages name a template, without saying where on this machine it lies.
    String file(String name) {
        if (own != null && isFile(own, name)) {
            return own.getFileName() + "/" + name + ENDING;
        }
        return isFile(ofSite, name) || builtIn(name) == null
                ? Site.TEMPLATES + "/" + name + ENDING
                : "built-in " + plain(name);
    }

    @Override
    public Reader getReader(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new LoaderException(
                    null,
                    "'" + shown(name) + "' is no template name; use a to z, 0 to 9 and dashes");
        }
        try {
            return new StringReader(text(name));
        } catch (IOException e) {
            throw new LoaderException(e, file(name) + " cannot be read: " + e.getMessage());
        }
    }

    private String text(String name) throws IOException {
        if (own != null && isFile(own, name)) {
            return read(own, name);
        }
        if (ofSite != null && isFile(ofSite, name)) {
            return read(ofSite, name);
        }
        String resource = builtIn(name);
        if (resource == null) {
            throw new LoaderException(
                    null,
                    "there is no template "
                            + plain(name)
                            + "; built in are "
                            + BUILT_IN
                            + (ofSite == null ? "; those of the content are not trusted" : ""));
        }
        try (InputStream in = TemplateLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the built-in template " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// A regular file in a folder that is one: never by a symbolic link.
    private static boolean isFile(@Nullable Path folder, String name) {
        return folder != null
                && !name.startsWith(OURS)
                && !Files.isSymbolicLink(folder)
                && Files.isRegularFile(folder.resolve(name + ENDING), LinkOption.NOFOLLOW_LINKS);
    }

    private String read(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ENDING);
        if (Files.size(file) > MAX_BYTES) {
            throw new LoaderException(null, file(name) + " is bigger than " + MAX_BYTES);
        }
        try {
            return PageText.decode(Files.readAllBytes(file));
        } catch (BrokenPageException e) {
            throw new LoaderException(null, file(name) + ":" + e.line() + ": " + e.getMessage());
        }
    }

    private static String shown(String name) {
        return name.length() > MAX_NAME_SHOWN ? name.substring(0, MAX_NAME_SHOWN) + "..." : name;
    }

    private static String plain(String name) {
        return name.startsWith(OURS) ? name.substring(OURS.length()) : name;
    }

    /// The resource with a built-in template; null where there is none.
    private @Nullable String builtIn(String name) {
        String plain = plain(name);
        if (!BUILT_IN.contains(plain) && !PARTS.contains(plain)) {
            return null;
        }
        return (OF_EACH_SET.contains(plain) ? set + "/" : "") + plain + ENDING;
    }

    @Override
    public boolean resourceExists(String name) {
        return NAME.matcher(name).matches()
                && (isFile(own, name) || isFile(ofSite, name) || builtIn(name) != null);
    }

    /// The name under which a template is kept and read: a built-in one has only one, whether it
    /// was asked for by its own name or as ours.
    @Override
    public String createCacheKey(String name) {
        return keys.computeIfAbsent(
                name,
                _ ->
                        NAME.matcher(name).matches()
                                        && !name.startsWith(OURS)
                                        && !isFile(own, name)
                                        && !isFile(ofSite, name)
                                        && builtIn(name) != null
                                ? OURS + name
                                : name);
    }

    /// Names are never relative to the template that uses them.
    @Override
    public String resolveRelativePath(String name, String from) {
        return name;
    }

    @Override
    public void setCharset(String charset) {}

    @Override
    public void setPrefix(String prefix) {}

    @Override
    public void setSuffix(String suffix) {}
}
