package dev.lanescope.pipeline;

import dev.lanescope.content.Site;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Finds templates by plain name: those built in, then `_templates/NAME.peb` of the content folder.
/// A name is letters, digits and dashes, so no template reaches another file, not even by include.
final class TemplateLoader implements Loader<String> {

    static final List<String> BUILT_IN = List.of("page", "wide");

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final int MAX_BYTES = 256 * 1024;

    private final Path folder;

    TemplateLoader(Site site) {
        this.folder = site.folder().resolve(Site.TEMPLATES);
    }

    /// How messages name a template.
    static String file(String name) {
        return BUILT_IN.contains(name) ? "built-in " + name : Site.TEMPLATES + "/" + name + ".peb";
    }

    @Override
    public Reader getReader(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new LoaderException(
                    null, "'" + name + "' is no template name; use a to z, 0 to 9 and dashes");
        }
        try {
            return new StringReader(BUILT_IN.contains(name) ? builtIn(name) : ofSite(name));
        } catch (IOException e) {
            throw new LoaderException(e, file(name) + " cannot be read: " + e.getMessage());
        }
    }

    private static String builtIn(String name) throws IOException {
        try (InputStream in = TemplateLoader.class.getResourceAsStream(name + ".peb")) {
            if (in == null) {
                throw new IllegalStateException("the built-in template " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String ofSite(String name) throws IOException {
        Path file = folder.resolve(name + ".peb");
        if (Files.isSymbolicLink(folder) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new LoaderException(
                    null, "there is no template " + name + "; built in are " + BUILT_IN);
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new LoaderException(null, file(name) + " is bigger than " + MAX_BYTES);
        }
        return Files.readString(file);
    }

    @Override
    public boolean resourceExists(String name) {
        return BUILT_IN.contains(name)
                || (NAME.matcher(name).matches()
                        && Files.isRegularFile(
                                folder.resolve(name + ".peb"), LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public String createCacheKey(String name) {
        return name;
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
