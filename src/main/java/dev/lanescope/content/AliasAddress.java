package dev.lanescope.content;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Where an alias of a page stands, by Hugo's rules: what begins with `/` is meant from the site's
/// root, everything else from the page's folder; what does not end with `.html` is a folder, and
/// its `index.html` is the file. An alias is an address, so `%C3%A9` is `é`.
///
/// What a file system somewhere could not hold is refused on all: so a site is the same everywhere.
sealed interface AliasAddress {

    /// The longest alias, in characters.
    int MAX_CHARS = 1_000;

    /// The most names in one, those of its folders and its file.
    int MAX_PARTS = 40;

    /// The longest name of a file or folder in one, in bytes of UTF-8.
    int MAX_PART_BYTES = 255;

    /// How the names of Lanescope's marker and temporary files begin.
    String OURS = ".lanescope-";

    /// A file inside the output folder, relative to it.
    record File(String output) implements AliasAddress {}

    /// No address of this site.
    ///
    /// @param why a few words, such as "leads out of the site"
    record Refused(String why) implements AliasAddress {}

    /// The address that `alias` means on a page whose output lies in `folder`.
    static AliasAddress of(String folder, String alias) {
        if (alias.length() > MAX_CHARS) {
            return new Refused("longer than " + MAX_CHARS + " characters");
        }
        String decoded = decoded(alias);
        if (decoded.startsWith("//")) {
            return new Refused("names another site");
        }
        if (decoded.codePoints().anyMatch(AliasAddress::isForbidden)) {
            return new Refused("has a character that a file name cannot have");
        }
        Optional<String> inside = RelativePath.resolve(folder, decoded);
        if (inside.isEmpty()) {
            return new Refused("leads out of the site");
        }
        boolean isFile = decoded.toLowerCase(Locale.ROOT).endsWith(".html");
        String path = inside.get();
        String output = isFile ? path : path.isEmpty() ? "index.html" : path + "/index.html";
        return refusal(output).<AliasAddress>map(Refused::new).orElseGet(() -> new File(output));
    }

    private static Optional<String> refusal(String output) {
        String[] parts = output.split("/", -1);
        if (parts.length > MAX_PARTS) {
            return Optional.of("has more than " + MAX_PARTS + " names");
        }
        if (RelativePath.key(parts[0]).equals(Site.OWN_FILES)) {
            return Optional.of("belongs to Lanescope");
        }
        for (String part : parts) {
            if (part.getBytes(StandardCharsets.UTF_8).length > MAX_PART_BYTES) {
                return Optional.of("has a name of more than " + MAX_PART_BYTES + " bytes");
            }
            if (part.endsWith(".") || part.endsWith(" ") || Slug.isReserved(part)) {
                return Optional.of("has a name that not every system can have");
            }
            if (RelativePath.key(part).startsWith(OURS)) {
                return Optional.of("belongs to Lanescope");
            }
        }
        return Optional.empty();
    }

    private static String decoded(String alias) {
        if (alias.indexOf('%') < 0) {
            return alias;
        }
        try {
            return URLDecoder.decode(alias.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return alias; // a percent sign that is only that
        }
    }

    private static boolean isForbidden(int c) {
        return "\\:*?\"<>|#\uFFFD".indexOf(c) >= 0
                || Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE;
    }
}
