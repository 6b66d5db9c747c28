package dev.lanescope.recording;

import dev.lanescope.content.Site;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where things lie when nobody says where: the sample content that comes with the program, and the
/// folder for rendered sites.
public final class Workspace {

    private Workspace() {}

    /// The folder with the sample content: beside the program, whose place is told by the system
    /// property `lanescope.home`; without it, in the current folder.
    public static Path sampleContent() {
        return Path.of(System.getProperty("lanescope.home", ""), "sample-content")
                .toAbsolutePath()
                .normalize();
    }

    /// The folder into which a site is rendered when no other was chosen. Folders of the same name
    /// in different places do not meet in it.
    public static Path outputFor(Site site) {
        return forContent(site).resolve("site");
    }

    /// The folder for all that is made of one content folder.
    public static Path forContent(Site site) {
        String place = Integer.toHexString(site.folder().toString().hashCode());
        return root().resolve(site.name() + "-" + place);
    }

    /// The cache folder of the app, as the system wants it; `LANESCOPE_CACHE` overrules.
    public static Path root() {
        return root(System.getProperty("os.name", ""), System.getenv());
    }

    static Path root(String system, Map<String, String> environment) {
        String home = System.getProperty("user.home", "");
        String os = system.toLowerCase(Locale.ROOT);
        Optional<String> own = set(environment, "LANESCOPE_CACHE");
        if (own.isPresent()) {
            return Path.of(own.get()).toAbsolutePath();
        }
        if (os.startsWith("windows")) {
            return Path.of(set(environment, "LOCALAPPDATA").orElse(home), "Lanescope", "cache");
        }
        if (os.startsWith("mac")) {
            return Path.of(home, "Library", "Caches", "Lanescope");
        }
        return Path.of(
                set(environment, "XDG_CACHE_HOME").orElse(Path.of(home, ".cache").toString()),
                "lanescope");
    }

    /// The folder of the app for what cannot be made again, as the system wants it;
    /// `LANESCOPE_DATA` overrules.
    public static Path data() {
        return data(System.getProperty("os.name", ""), System.getenv());
    }

    static Path data(String system, Map<String, String> environment) {
        String home = System.getProperty("user.home", "");
        String os = system.toLowerCase(Locale.ROOT);
        Optional<String> own = set(environment, "LANESCOPE_DATA");
        if (own.isPresent()) {
            return Path.of(own.get()).toAbsolutePath();
        }
        if (os.startsWith("windows")) {
            return Path.of(set(environment, "LOCALAPPDATA").orElse(home), "Lanescope", "data");
        }
        if (os.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "Lanescope");
        }
        return set(environment, "XDG_DATA_HOME")
                .map(Path::of)
                .orElse(Path.of(home, ".local", "share"))
                .resolve("lanescope");
    }

    /// Where predictions and what came of them are written down.
    public static Path ledger() {
        return data().resolve("predictions.ledger");
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
