package dev.lanescope.concurrency.cpython.runtime;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The Python that comes along: a jar on the class path, made for one platform, which is unpacked
/// into a folder of the user's when it is first needed. Only the jars whose hashes stand here are
/// believed.
public final class ComesAlong {

    /// What it is; the probe of the unpacked one says the same.
    public static final String VERSION = "3.14.3";

    private static final String ROOT = "org/bytedeco/cpython/";

    /// The platforms, each with the SHA-256 of its jar.
    private static final Map<String, String> JARS =
            Map.of(
                    "linux-x86_64",
                    "eb5f1a6fe2dc498ac18927189a37f28a47b0ba06ae6bd85112eff023fe2eb46f",
                    "linux-arm64",
                    "75d0ac8f457bdb2d6b684796c282ce4da1e0c377a02b954de2c718f80901a15f",
                    "macosx-arm64",
                    "49a3055dc8f182744736f0c832f7637f0d515da7830b2049fa7da9f86220dbb1",
                    "macosx-x86_64",
                    "16f6d92143248378b57cee445924b2c3388020abfc8982ffb6a6ba64d6d7bb23",
                    "windows-x86_64",
                    "3291bf3d8f405335ac21dbe55780521fdfd295b0f9f43f7e6e8c55bedd709cb3");

    /// What nobody needs who renders pages; it is more than half.
    private static final List<String> LEFT_OUT =
            List.of(
                    "include/",
                    "share/",
                    "libs/",
                    "cmake/",
                    "pkgconfig/",
                    "/test/",
                    "/idlelib/",
                    "/tkinter/",
                    "/turtledemo/",
                    "/ensurepip/",
                    "/site-packages/",
                    "/pydoc_data/",
                    "/pip/",
                    "/config-3.14",
                    "libjnipython",
                    "jnipython.dll");

    private static final List<String> EXECUTABLES =
            List.of("bin/python3.14", "bin/python.exe", "python.exe");

    /// Held by whoever unpacks, among processes; among the threads of this one by the object.
    private static final String LOCK = "cpython.lock";

    private static final String PART = ".cpython-";
    private static final Object ONE_AT_A_TIME = new Object();
    private static final long MOST_BYTES = 400L << 20;

    private final String platform;
    private final Path cache;

    /// @param cache where it is unpacked
    public ComesAlong(Path cache) {
        this(platform(System.getProperty("os.name", ""), System.getProperty("os.arch", "")), cache);
    }

    ComesAlong(String platform, Path cache) {
        this.platform = platform;
        this.cache = cache;
    }

    static String platform(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT);
        String name = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macosx" : os;
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        return name + (arm ? "-arm64" : processor.equals("amd64") ? "-x86_64" : "-" + processor);
    }

    /// Whether there is one for this platform.
    public boolean isThere() {
        return JARS.containsKey(platform) && jar() != null;
    }

    /// What is known of that build though it may not be unpacked yet: the probe of the unpacked one
    /// says the same, and more. How it was built it tells only itself.
    public PythonRuntime known() {
        return new PythonRuntime(
                Runtimes.COMES_ALONG,
                folder().resolve(probe()),
                Map.of(),
                VERSION,
                false,
                true,
                false,
                false,
                true,
                true,
                List.of(),
                true,
                BuildFlags.UNTOLD);
    }

    /// Where it would be unpacked.
    private Path folder() {
        String hash = JARS.getOrDefault(platform, "none");
        return cache.resolve("cpython-" + VERSION + "-" + hash.substring(0, 4));
    }

    /// The executable, if it has been unpacked and all of it still lies there.
    public Optional<Path> unpacked() {
        Path folder = folder();
        try {
            for (String name : EXECUTABLES) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file)) {
                    return Contents.read(folder).isWhole(folder, sha256(file))
                            ? Optional.of(file)
                            : Optional.empty();
                }
            }
        } catch (IOException _) {
            // then it is unpacked anew
        }
        return Optional.empty();
    }

    /// The executable; unpacked now if it was not, or if something of it is missing, which takes a
    /// second or two. Whoever comes meanwhile, also from another process, waits for it.
    ///
    /// @throws IOException with one sentence on what is wrong
    public Path unpack() throws IOException {
        Optional<Path> there = unpacked();
        if (there.isPresent()) {
            return there.get();
        }
        @Nullable Path jar = jar();
        if (jar == null) {
            throw new IOException("no Python comes along for " + platform + "; install one");
        }
        if (!sha256(jar).equals(JARS.get(platform))) {
            throw new IOException(
                    jar.getFileName() + " is not the Python that it should be; fetch it again");
        }
        try {
            Files.createDirectories(cache);
            synchronized (ONE_AT_A_TIME) {
                try (var file = FileChannel.open(cache.resolve(LOCK), CREATE, WRITE)) {
                    FileLock _ = file.lock(); // let go when the channel is closed
                    return unpackNow(jar);
                }
            }
        } catch (FileSystemException e) {
            throw new UnwritableCache(
                    "the Python that comes along cannot be unpacked into", cache, e);
        }
    }

    private Path unpackNow(Path jar) throws IOException {
        Optional<Path> meanwhile = unpacked();
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        discardLeftovers();
        Path part = Files.createTempDirectory(cache, PART);
        Path broken = part.resolveSibling(part.getFileName() + ".broken");
        try {
            unpack(jar, part);
            for (String name : EXECUTABLES) {
                Path executable = part.resolve(name);
                if (Files.isRegularFile(executable)) {
                    if (!executable.toFile().setExecutable(true)) {
                        throw new IOException(executable + " cannot be made executable");
                    }
                    Contents.of(part, sha256(executable)).write(part);
                }
            }
            if (Files.exists(folder())) {
                Files.move(folder(), broken);
            }
            Files.move(part, folder());
        } finally {
            delete(part);
            delete(broken);
        }
        return unpacked()
                .orElseThrow(() -> new IOException("the Python in " + cache + " is incomplete"));
    }

    /// What somebody left behind who was killed while he unpacked.
    private void discardLeftovers() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            for (Path file : files.filter(ComesAlong::isPart).toList()) {
                delete(file);
            }
        }
    }

    private static boolean isPart(Path file) {
        return String.valueOf(file.getFileName()).startsWith(PART);
    }

    private void unpack(Path jar, Path folder) throws IOException {
        String root = ROOT + platform + "/";
        long left = MOST_BYTES;
        try (var file = new JarFile(jar.toFile())) {
            Enumeration<JarEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                if (entry.isDirectory() || !entry.getName().startsWith(root)) {
                    continue;
                }
                String name = entry.getName().substring(root.length());
                if (isLeftOut(name)) {
                    continue;
                }
                Path place = folder.resolve(name).normalize();
                if (!place.startsWith(folder)) {
                    throw new IOException(jar.getFileName() + " would leave its folder: " + name);
                }
                Files.createDirectories(place.getParent());
                left -= copy(file, entry, place);
                if (left < 0) {
                    throw new IOException(jar.getFileName() + " is bigger than it should be");
                }
            }
        }
    }

    /// The jar has been read before: what goes wrong is at the place.
    private static long copy(JarFile from, JarEntry entry, Path place) throws IOException {
        try (InputStream in = from.getInputStream(entry)) {
            return Files.copy(in, place);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) { // of a full disk
            throw new FileSystemException(place.toString(), null, e.getMessage());
        }
    }

    private static boolean isLeftOut(String name) {
        boolean other = name.startsWith("bin/") && !EXECUTABLES.contains(name);
        return (other && !name.endsWith(".dll"))
                || LEFT_OUT.stream().anyMatch(("/" + name)::contains);
    }

    /// By its name among those that the program was started with: to look into all of them takes
    /// longer than everything else that is done to find Pythons.
    private @Nullable Path jar() {
        String end = "-" + platform + ".jar";
        var jars =
                new StringTokenizer(System.getProperty("java.class.path", ""), File.pathSeparator);
        while (jars.hasMoreTokens()) {
            String file = jars.nextToken();
            String name = file.substring(file.lastIndexOf(File.separatorChar) + 1);
            if (name.startsWith("cpython-")
                    && name.endsWith(end)
                    && Files.isRegularFile(Path.of(file))) {
                return Path.of(file);
            }
        }
        return jarInside();
    }

    /// Where others have put jars together, or named them otherwise.
    private @Nullable Path jarInside() {
        URL inside = ComesAlong.class.getResource("/" + ROOT + platform + "/" + probe());
        try {
            return inside != null && inside.openConnection() instanceof JarURLConnection connection
                    ? Path.of(connection.getJarFileURL().toURI())
                    : null;
        } catch (IOException | URISyntaxException | RuntimeException _) {
            return null;
        }
    }

    private String probe() {
        return platform.startsWith("windows") ? "bin/python.exe" : "bin/python3.14";
    }

    private static String sha256(Path file) throws IOException {
        try (var in =
                new DigestInputStream(
                        Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
