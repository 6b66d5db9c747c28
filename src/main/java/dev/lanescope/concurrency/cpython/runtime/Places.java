package dev.lanescope.concurrency.cpython.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.Supplier;

/// Where Pythons are installed: on the search path, and in the folders of the tools that install
/// them. Nothing is started to find them but the launcher of Windows.
///
/// A virtual environment is a place of its own, though its executable is a link to another: it has
/// its own libraries. Taken are those on the search path and the one that is activated; the folder
/// where somebody happens to be is not looked into.
final class Places {

    private static final int OLDEST = 8;
    private static final int NEWEST = 15;
    private static final int MOST = 64;

    private final Map<String, String> environment;
    private final Path home;
    private final Path root;
    private final boolean windows;
    private final boolean mac;
    private final Supplier<List<Path>> launcher;

    /// @param root where the folders of the system lie, `/` but for tests
    /// @param system as the property `os.name` calls it
    Places(Map<String, String> environment, Path home, Path root, String system) {
        this(environment, home, root, system, PyLauncher::ask);
    }

    /// @param launcher what the launcher of Windows lists
    Places(
            Map<String, String> environment,
            Path home,
            Path root,
            String system,
            Supplier<List<Path>> launcher) {
        this.launcher = launcher;
        this.environment = environment;
        this.home = home;
        this.root = root;
        this.windows = system.startsWith("Windows");
        this.mac = system.startsWith("Mac");
    }

    static Places ofThisMachine() {
        return new Places(
                System.getenv(),
                Path.of(System.getProperty("user.home", "")),
                Path.of("/"),
                System.getProperty("os.name", ""));
    }

    /// Executables that may be Pythons, each once by its real file, in the order in which people
    /// would expect them to be found.
    Collection<Path> candidates() {
        Map<Path, Path> found = new LinkedHashMap<>();
        List<String> names = names();
        Set<Path> folders = new LinkedHashSet<>(searchPath());
        folders.addAll(folders());
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                Optional<Path> prefix = environmentAround(folder);
                for (String name : names) {
                    add(folder.resolve(name), prefix, found);
                }
            }
        }
        if (windows) {
            launcher.get().forEach(file -> add(file, found));
        }
        return found.values().stream().filter(file -> !isStub(file)).limit(MOST).toList();
    }

    /// On macOS those of the system are no Pythons: to start one opens a dialog that offers Xcode.
    private boolean isStub(Path file) {
        return mac && file.startsWith(root.resolve("usr/bin"));
    }

    private List<String> names() {
        if (windows) {
            return List.of("python.exe", "python3.exe", "python3.13t.exe", "python3.14t.exe");
        }
        List<String> names = new ArrayList<>(List.of("python3", "python"));
        for (int minor = NEWEST; minor >= OLDEST; minor--) {
            names.add("python3." + minor);
            if (minor >= 13) {
                names.add("python3." + minor + "t");
            }
        }
        return names;
    }

    private List<Path> searchPath() {
        var folders = new StringTokenizer(environment.getOrDefault("PATH", ""), File.pathSeparator);
        List<Path> path = new ArrayList<>();
        while (folders.hasMoreTokens()) {
            try {
                Path folder = Path.of(folders.nextToken());
                boolean shims = folder.endsWith("shims") || folder.endsWith("WindowsApps");
                if (folder.isAbsolute() && !shims) {
                    path.add(folder);
                }
            } catch (InvalidPathException _) {
                // nothing can lie there
            }
        }
        return path;
    }

    private List<Path> folders() {
        List<Path> folders =
                new ArrayList<>(List.of(root.resolve("usr/bin"), root.resolve("usr/local/bin")));
        if (windows) {
            folders.clear();
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            if (!local.isEmpty()) {
                folders.addAll(under(Path.of(local, "Programs", "Python"), ""));
            }
        }
        String activated = environment.getOrDefault("VIRTUAL_ENV", "");
        if (!activated.isEmpty()) {
            folders.add(named("VIRTUAL_ENV", root).resolve(windows ? "Scripts" : "bin"));
        }
        folders.add(root.resolve("opt/homebrew/bin"));
        folders.add(root.resolve("Library/Developer/CommandLineTools/usr/bin")); // behind the stubs
        folders.addAll(
                under(named("PYENV_ROOT", home.resolve(".pyenv")).resolve("versions"), "bin"));
        folders.addAll(under(home.resolve(".local/share/uv/python"), "bin"));
        for (String conda : List.of("miniconda3", "anaconda3", "miniforge3")) {
            folders.add(home.resolve(conda).resolve("bin"));
            folders.addAll(under(home.resolve(conda).resolve("envs"), "bin"));
        }
        for (String framework : List.of("Python", "PythonT")) {
            Path frameworks = root.resolve("Library/Frameworks");
            folders.addAll(under(frameworks.resolve(framework + ".framework/Versions"), "bin"));
        }
        return folders;
    }

    /// The folder that a variable names, if it names one.
    private Path named(String variable, Path otherwise) {
        try {
            Path folder = Path.of(environment.getOrDefault(variable, ""));
            return folder.isAbsolute() ? folder : otherwise;
        } catch (InvalidPathException _) {
            return otherwise;
        }
    }

    private static List<Path> under(Path parent, String inside) {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> each = Files.newDirectoryStream(parent)) {
                each.forEach(folder -> folders.add(folder.resolve(inside)));
            } catch (IOException | RuntimeException _) {
                // what cannot be listed holds nothing for us
            }
        }
        folders.sort(null);
        return folders;
    }

    static boolean leadsNowhere(Path place) {
        return Files.isSymbolicLink(place) && !Files.exists(place);
    }

    /// Why something cannot be started that is not there, as the end of a sentence that begins with
    /// it.
    static String whyNoProgram(Path place) {
        if (leadsNowhere(place)) {
            try {
                return "leads to "
                        + place.resolveSibling(Files.readSymbolicLink(place)).normalize()
                        + ", which is not there any more";
            } catch (IOException _) {
                // gone meanwhile
            }
        }
        return "is no program that can be started";
    }

    /// The folder of the virtual environment that programs in a folder belong to, if they do.
    private static Optional<Path> environmentAround(Path folder) {
        return Optional.ofNullable(folder.toAbsolutePath().normalize().getParent())
                .filter(prefix -> Files.isRegularFile(prefix.resolve("pyvenv.cfg")));
    }

    private static void add(Path place, Map<Path, Path> found) {
        Path folder = place.toAbsolutePath().getParent();
        add(place, Optional.ofNullable(folder).flatMap(Places::environmentAround), found);
    }

    /// @param prefix the folder of the virtual environment that it would belong to
    /// @param found executables by what tells them apart: their real file, or the folder of their
    ///   virtual environment
    private static void add(Path place, Optional<Path> prefix, Map<Path, Path> found) {
        try {
            boolean program =
                    Files.isRegularFile(place)
                            && Files.isExecutable(place)
                            && Files.size(place) > 0;
            if (prefix.isPresent()) {
                if (program || leadsNowhere(place)) { // who made it looks for it
                    found.putIfAbsent(
                            prefix.get().toRealPath(), place.toAbsolutePath().normalize());
                }
            } else if (program) {
                Path real = place.toRealPath();
                found.putIfAbsent(real, real);
            }
        } catch (IOException _) {
            // gone again
        }
    }
}
