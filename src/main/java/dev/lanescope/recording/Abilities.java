package dev.lanescope.recording;

import dev.lanescope.trace.Fact;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What this JVM can do that some models need, each tried out and none concluded from a version.
public final class Abilities {

    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private Abilities() {}

    /// What came of it, in words; takes some milliseconds.
    public static List<Fact> facts() {
        return List.of(
                new Fact("Virtual threads", virtualThreads()),
                new Fact("Class loaders", classLoaders()));
    }

    private static String virtualThreads() {
        var isVirtual = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> isVirtual.complete(Thread.currentThread().isVirtual()));
        if (!isVirtual.join()) {
            return "this JVM runs them as platform threads";
        }
        int carriers = Integer.getInteger(CARRIERS, Runtime.getRuntime().availableProcessors());
        return carriers == 1 ? "yes, on 1 carrier" : "yes, on " + carriers + " carriers";
    }

    /// Whether a second loader makes a class of its own, with statics of its own, of the same
    /// bytes.
    private static String classLoaders() {
        CodeSource source = Abilities.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "not known: nothing says where the classes came from";
        }
        URL[] place = {source.getLocation()};
        try (var loader = new URLClassLoader(place, ClassLoader.getPlatformClassLoader())) {
            Class<?> other = loader.loadClass(Fact.class.getName());
            return other.equals(Fact.class) ? "they share what they load" : "each loads its own";
        } catch (ClassNotFoundException | IOException | LinkageError e) {
            return "a second one cannot load classes: " + e.getMessage();
        }
    }
}
