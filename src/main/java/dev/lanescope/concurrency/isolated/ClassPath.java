package dev.lanescope.concurrency.isolated;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where this program's own classes are, however it was started: from the class path, from the
/// module path, or by whoever knows where this very class came from.
final class ClassPath {

    private ClassPath() {}

    /// What an interpreter's loader reads.
    static URL[] own() {
        Set<URI> places = new LinkedHashSet<>();
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                if (!entry.isEmpty()) {
                    places.add(Path.of(entry).toAbsolutePath().toUri());
                }
            }
        }
        CodeSource source = ClassPath.class.getProtectionDomain().getCodeSource();
        if (source != null && "file".equals(source.getLocation().getProtocol())) {
            places.add(URI.create(source.getLocation().toString()));
        }
        return urls(places);
    }

    private static URL[] urls(Set<URI> places) {
        List<URL> urls = new ArrayList<>();
        for (URI place : places) {
            try {
                urls.add(place.toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException("a class path with " + place, e);
            }
        }
        return urls.toArray(URL[]::new);
    }
}
