package dev.lanescope.concurrency.cpython.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Shell scripts where Pythons would be, on a search path of their own. Each notes that it was
/// asked.
record ScriptedPythons(Path temp) {

    Path bin() {
        return temp.resolve("bin");
    }

    Path python(String name, String does) throws Exception {
        Path file = Files.createDirectories(bin()).resolve(name);
        Files.writeString(file, "#!/bin/sh\necho asked >> '" + temp + "/asked'\n" + does + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    static String says(String implementation, String version, boolean threads, boolean gil) {
        String answer =
                """
                {"lanescope": 1, "implementation": "%s", "version": "%s", "freeThreaded": %s, \
                "gil": %s, "jitAvailable": false, "interpreterPool": false, "mistune": true}\
                """
                        .formatted(implementation, version, threads, gil);
        return "echo '" + answer + "'";
    }

    Runtimes runtimes() {
        var places =
                new Places(Map.of("PATH", bin().toString()), temp.resolve("home"), temp, "Linux");
        return new Runtimes(places, temp.resolve("cache"));
    }

    String whyNot() {
        return runtimes().find().refused().stream()
                .map(Runtimes.Refused::why)
                .findFirst()
                .orElse("");
    }
}
